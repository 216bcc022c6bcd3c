import Etiquette
import Foundation
import Testing
import Text

@testable import Composer

/// Which template words the next message, and how one is joined from several.
@Suite struct TemplateChoiceTests {
    @Test func theFirstUnusedTemplateByNameIsChosen() throws {
        let set = try Shipped.set()
        #expect(try set.choose(.thankYou)?.name == "warm/thank-you-1")
        #expect(
            try set.choose(.thankYou, besides: ["thank-you-1", "thank-you-3"])?.name == "warm/thank-you-2")
    }

    @Test func eachMemberOfAPanelGetsAnotherTemplateUntilNoneIsLeft() throws {
        let set = try Shipped.set()
        var used: Set<String> = []
        var chosen: [String?] = []
        for _ in 1...10 {
            let name = try set.choose(.thankYou, besides: used)?.name
            chosen.append(name)
            if let name { used.insert(name) }
        }
        #expect(chosen == (1...9).map { "warm/thank-you-\($0)" } + [nil])
    }

    @Test func theTenthMemberGetsATemplateOfTheUsersOwn() throws {
        let own = try TemporaryFolder()
        try own.write("thank-you-my-own.txt", "Subject: S\n\nA\n")
        let used = Set((1...9).map { "thank-you-\($0)" })
        #expect(try Shipped.set(own: own).choose(.thankYou, besides: used)?.name == "thank-you-my-own")
    }

    @Test func somebodyThankedBeforeGetsOtherWords() throws {
        let set = try Shipped.set()
        #expect(try set.choose(.thankYou, besides: ["thank-you-1"])?.name == "warm/thank-you-2")
        #expect(
            try set.choose(.thankYou, besides: ["warm/thank-you-2", "thank-you-1"])?.name
                == "warm/thank-you-3")
    }

    @Test func whereAllWereUsedNoneIsLeft() throws {
        let used = Set((1...9).map { "thank-you-\($0)" })
        #expect(try Shipped.set().choose(.thankYou, besides: used, draw: 4) == nil)
    }

    private func order(_ draw: UInt64, of set: TemplateSet) throws -> [String] {
        var order: [String] = []
        while let next = try set.choose(.thankYou, besides: Set(order), draw: draw) {
            order.append(next.name)
        }
        return order
    }

    /// letters.md: "the same words … by two applicants: the first template by file name always wins".
    @Test func eachDrawGivesEveryTemplateOnceInAnOrderOfItsOwn() throws {
        let set = try Shipped.set()
        let orders = try (1...90).map { try order($0 &* 0x9E37_79B9_7F4A_7C15, of: set) }
        #expect(orders.allSatisfy { $0.sorted() == (1...9).map { "warm/thank-you-\($0)" } })
        #expect(Set(orders).count > 85)
        // Each of the nine is first about as often as any other; who begins alike goes on differently.
        let first = Dictionary(grouping: orders) { $0[0] }
        #expect(first.count == 9 && first.values.allSatisfy { $0.count < 25 }, "\(first.mapValues(\.count))")
        #expect(Set(orders.map { $0.prefix(2) }).count > 40)
        #expect(try order(.max, of: set) == order(.max, of: set))
        #expect(try set.choose(.decisionStatus, draw: .max)?.name == "warm/decision-status")
    }

    /// Whoever wrote templates wants them used.
    @Test func theUsersOwnComeFirstInEveryDraw() throws {
        let own = try TemporaryFolder()
        try own.write("thank-you-mine.txt", "Subject: S\n\nA\n")
        let set = try Shipped.set(own: own)
        #expect(try (1...20).allSatisfy { try order($0, of: set).first == "thank-you-mine" })
        #expect(try order(1, of: set).count == 10)
    }

    @Test func theOrderIsDrawnFromTheApplicantAndTheOrganisation() throws {
        func draw(_ sender: String, _ organisation: String) throws -> UInt64 {
            TemplateSet.draw(for: try NameAndAddress(sender), at: organisation)
        }
        let ada = try draw("Ada Example <ada@example.net>", "City Library")
        #expect(try draw("Ada Example <ADA@example.net>", "  city  LIBRARY ") == ada)
        #expect(try draw("Ada Example <ada@example.net>", "BBC") != ada)
        let set = try Shipped.set()
        let first = try (1...90).map { applicant in
            try order(draw("A B <applicant\(applicant)@example.net>", "BBC"), of: set)[0]
        }
        let counts = Dictionary(grouping: first, by: \.self).mapValues(\.count)
        #expect(counts.count == 9 && counts.values.allSatisfy { $0 < 25 }, "\(counts)")
    }

    // Parts of several templates.

    /// letters.md: two applicants for one job, who write to the same person about the same thing.
    @Test(arguments: Shipped.voices, [nil, "how the ward supports new nurses"])
    func twoApplicantsShareAtMostHalfOfTheirWordsInARow(voice: String, topic: String?) throws {
        let set = try Shipped.set()
        let facts = Sample.facts(role: "Staff Nurse", organisation: "NHS Lothian", talkingPoint: topic)
        let notes = try (0..<60).map { applicant in
            let draw = TemplateSet.draw(
                for: try NameAndAddress("A B <a\(applicant)@example.net>"), at: "NHS Lothian")
            let template = try set.choose(.thankYou, voice: Voice(rawValue: voice), draw: draw).required()
            return template.compose(facts).body.split(whereSeparator: \.isWhitespace)
        }
        var alike = 0
        for (index, one) in notes.enumerated() {
            for other in notes[(index + 1)...]
            where Self.longestRun(one, other) * 2 > min(one.count, other.count) {
                alike += 1
            }
        }
        let pairs = notes.count * (notes.count - 1) / 2
        // Without a topic a note is two parts, and the longer one is more than half of it: of nine openings and
        // nine ends two applicants share that one in nine times, however independently the parts are drawn. A
        // topic makes it three parts, of which none is half.
        #expect(alike * (topic == nil ? 8 : 20) <= pairs, "\(alike) of \(pairs)")
    }

    private static func longestRun(_ one: [Substring], _ other: [Substring]) -> Int {
        var longest = 0
        var before = Array(repeating: 0, count: other.count + 1)
        for word in one {
            var runs = Array(repeating: 0, count: other.count + 1)
            for (index, twin) in other.enumerated() where word == twin {
                runs[index + 1] = before[index] + 1
                longest = max(longest, runs[index + 1])
            }
            before = runs
        }
        return longest
    }

    @Test func aMessageIsWordedAnewInTheWordsThatItHas() throws {
        let set = try Shipped.set()
        let template = try set.choose(.thankYou, draw: 77).required()
        let again = try set.template(named: template.name, draw: 77).required()
        #expect(again.compose(Sample.facts()) == template.compose(Sample.facts()))
        #expect(try set.template(named: "warm/thank-you-99", draw: 77) == nil)
    }

    @Test func whatTheUserWroteIsJoinedToNothing() throws {
        let own = try TemporaryFolder()
        let text =
            "Subject: S\n\nA {{role}}\n\n{{#talkingPoint}}\nabout {{talkingPoint}}\n{{/talkingPoint}}\nB {{employer}}\n"
        try own.write("en-GB/warm/thank-you-1.txt", text)
        let set = try Shipped.set(own: own)
        for draw in 1...20 as ClosedRange<UInt64> {
            let template = try set.template(named: "warm/thank-you-1", draw: draw).required()
            #expect(
                template.compose(Sample.facts()).body
                    == "A Data Engineer\n\nabout the open-data portal\nB Acme Data Labs\n")
            let other = try set.template(named: "warm/thank-you-2", draw: draw).required().compose(
                Sample.facts())
            #expect(!other.body.contains("about the open-data portal\n"))
        }
    }

    @Test func cardsOfOnePanelHaveDifferentWordsToo() throws {
        let set = try Shipped.set()
        var used: Set<String> = ["thank-you-1"]
        for expected in (1...6).map({ "warm/thank-you-card-\($0)" }) {
            #expect(try set.choose(.thankYouCard, besides: used)?.name == expected)
            used.insert(expected)
        }
        #expect(try set.choose(.thankYouCard, besides: used) == nil)
    }

    @Test(arguments: [Variant.decisionStatus, .feedbackRequest])
    func whatExistsOnceInARecruitmentMayBeWordedTheSameInAnother(variant: Variant) throws {
        let set = try Shipped.set()
        #expect(try set.choose(variant, besides: [variant.rawValue])?.name == "warm/\(variant.rawValue)")
        let own = try TemporaryFolder()
        try own.write("\(variant.rawValue)-other.txt", "Subject: S\n\nA\n")
        let more = try Shipped.set(own: own)
        #expect(try more.choose(variant, besides: [variant.rawValue])?.name == "\(variant.rawValue)-other")
    }
}
