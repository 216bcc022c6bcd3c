import Etiquette
import Foundation
import Testing
import Text

@testable import Composer

@Suite struct TemplateSetTests {
    private func load(own: TemporaryFolder?, language: String = "en-GB") throws -> TemplateSet {
        try TemplateSet.load(shipped: TemplateSet.shippedFolder, own: own?.url, language: language)
    }

    @Test(arguments: Shipped.languages.keys.sorted())
    func theShippedTemplatesAreTheseInTheOrderOfTheirNames(language: String) throws {
        let set = try load(own: nil, language: language)
        #expect(set.templates.map(\.name) == Shipped.names)
        #expect(set.voices.map(\.rawValue) == Shipped.voices)
        #expect(set.usualVoice == .usual)
        #expect(set.templates.allSatisfy { $0.origin == .shipped })
    }

    @Test func theLanguagesThatThereAreAreToldTheUsersOwnAmongThem() throws {
        let own = try TemporaryFolder()
        try own.write("cy/thank-you-1.txt", "Subject: S\n\nA\n")
        try own.write("gd/warm/thank-you-1.txt", "Subject: S\n\nA\n")
        try own.write("attic/notes.txt", "S")
        let known = try TemplateSet.languages(shipped: TemplateSet.shippedFolder, own: own.url)
        #expect(known == ["cy", "de-DE", "en-GB", "en-US", "gd"])
    }

    // The user's own files: what lies where it lay when there was one voice wins in every voice.

    @Test(arguments: ["", "en-GB/"], Shipped.voices)
    func aFileOfTheUsersOwnWinsOverTheShippedOneInEveryVoice(folder: String, voice: String) throws {
        let own = try TemporaryFolder()
        try own.write(folder + "thank-you-1.txt", "Subject: Mine\n\nDear {{salutation}},\n")
        let set = try load(own: own)
        let chosen = try set.choose(.thankYou, voice: Voice(rawValue: voice)).required()
        #expect(chosen.name == "thank-you-1" && chosen.voice == nil && chosen.origin == .own)
        #expect(chosen.compose(Sample.facts()).subject == "Mine")
        let next = try set.choose(.thankYou, voice: Voice(rawValue: voice), besides: ["thank-you-1"])
            .required()
        #expect(next.name == voice + "/thank-you-2" && next.origin == .shipped)
    }

    @Test func aFileOfTheUsersOwnForOneVoiceWinsInThatVoice() throws {
        let own = try TemporaryFolder()
        try own.write("thank-you-1.txt", "Subject: For all\n\nA\n")
        try own.write("en-GB/formal/thank-you-1.txt", "Subject: Formal\n\nA\n")
        let set = try load(own: own)
        let subjects = try ["formal", "plain", "warm"].map { voice in
            try set.choose(.thankYou, voice: Voice(rawValue: voice)).required().compose(Sample.facts())
                .subject
        }
        #expect(subjects == ["Formal", "For all", "For all"])
    }

    @Test func theUsersFileForTheLanguageWinsOverTheOneForAll() throws {
        let own = try TemporaryFolder()
        try own.write("thank-you-1.txt", "Subject: For all\n\nA\n")
        try own.write("en-GB/thank-you-1.txt", "Subject: For one\n\nA\n")
        try own.write("de/thank-you-1.txt", "Subject: For another\n\nA\n")
        #expect(try load(own: own)["thank-you-1"].required().compose(Sample.facts()).subject == "For one")
    }

    @Test func anAdditionalFileJoinsTheSet() throws {
        let own = try TemporaryFolder()
        try own.write("thank-you-my-own.txt", "Subject: S\n\nA\n")
        let set = try load(own: own)
        #expect(set.templates.count == Shipped.names.count + 1)
        #expect(set["thank-you-my-own"]?.variant == .thankYou)
    }

    // What a message remembers.

    @Test(arguments: [
        ("thank-you-1", "warm/thank-you-1"), ("warm/thank-you-1", "warm/thank-you-1"),
        ("formal/thank-you-1", "formal/thank-you-1"), ("formal/thank-you-10", nil),
        ("brisk/thank-you-1", nil),
        ("thank-you-10", nil), ("", nil), ("/", nil),
    ])
    func aNameFromTheTimeOfOneVoiceIsFoundInTheUsualOne(remembered: String, found: String?) throws {
        #expect(try load(own: nil)[remembered]?.name == found)
    }

    @Test func theWordsThatTheUserPutInThePlaceOfOthersAreFoundUnderBothNames() throws {
        let own = try TemporaryFolder()
        try own.write("thank-you-1.txt", "Subject: Mine\n\nA\n")
        let set = try load(own: own)
        #expect(set["warm/thank-you-1"]?.name == "thank-you-1" && set["thank-you-1"]?.origin == .own)
    }

    // Voices.

    @Test func theVoiceOfTheConfigurationWordsWhereNoneIsChosen() throws {
        let shipped = TemplateSet.shippedFolder
        let set = try TemplateSet.load(
            shipped: shipped, own: nil, language: "en-GB", voice: Voice(rawValue: "formal"))
        #expect(set.choose(.thankYou)?.name == "formal/thank-you-1")
        #expect(set.choose(.thankYou, voice: .usual)?.name == "warm/thank-you-1")
        let known = Shipped.voices.map(Voice.init(rawValue:))
        #expect(
            throws: TemplateProblem.unknownVoice(Voice(rawValue: "loud"), known: known, language: "en-GB")
        ) {
            try TemplateSet.load(
                shipped: shipped, own: nil, language: "en-GB", voice: Voice(rawValue: "loud"))
        }
    }

    @Test func whatAVoiceOfTheUsersOwnDoesNotWordTheUsualOneWords() throws {
        let own = try TemporaryFolder()
        try own.write("en-GB/brisk/thank-you-1.txt", "Subject: Brisk\n\nA\n")
        let set = try load(own: own)
        #expect(set.voices.map(\.rawValue) == ["brisk"] + Shipped.voices)
        let brisk = Voice(rawValue: "brisk")
        #expect(set.choose(.thankYou, voice: brisk)?.name == "brisk/thank-you-1")
        #expect(set.choose(.thankYou, voice: brisk, besides: ["brisk/thank-you-1"]) == nil)
        #expect(set.choose(.decisionStatus, voice: brisk)?.name == "warm/decision-status")
    }

    @Test func whatLiesBesideTheVoicesIsNone() throws {
        let own = try TemporaryFolder()
        try own.write("en-GB/words/flattery.txt", "brilliant\n")
        #expect(try load(own: own).voices.map(\.rawValue) == Shipped.voices)
        try own.write("en-GB/brisk/thank-you-1.txt", "Subject: S\n\nA\n")
        try own.write("en-GB/brisk/thnak-you-2.txt", "Subject: S\n\nA\n")
        let path = own.url.appendingPathComponent("en-GB/brisk/thnak-you-2.txt").path
        #expect(throws: TemplateProblem.unknownVariant(file: path)) { try load(own: own) }
    }

    @Test func hiddenAndOtherFilesAreLeftAlone() throws {
        let own = try TemporaryFolder()
        try own.write("README.md", "{{nonsense}}")
        try own.write(".#thank-you-1.txt", "{{nonsense}}")
        try own.write("thank-you-1.txt~", "{{nonsense}}")
        #expect(try load(own: own).templates.map(\.name) == Shipped.names)
    }

    @Test func aFolderThatDoesNotExistIsEmpty() throws {
        let own = try TemporaryFolder()
        let missing = own.url.appendingPathComponent("missing")
        let set = try TemplateSet.load(shipped: TemplateSet.shippedFolder, own: missing, language: "en-GB")
        #expect(set.templates.count == Shipped.names.count)
    }

    @Test func aLanguageWithoutTemplatesIsAnErrorThatNamesThoseThatThereAre() {
        #expect(throws: TemplateProblem.unknownLanguage("fr-FR", known: ["de-DE", "en-GB", "en-US"])) {
            try load(own: nil, language: "fr-FR")
        }
    }

    @Test func aLanguageNeedsEveryVariant() throws {
        let own = try TemporaryFolder()
        for variant in Variant.allCases where variant != .feedbackRequest {
            try own.write("cy/\(variant.rawValue).txt", "Subject: S\n\nA\n")
        }
        #expect(throws: TemplateProblem.noTemplates(.feedbackRequest, language: "cy")) {
            try load(own: own, language: "cy")
        }
        try own.write("cy/feedback-request.txt", "Subject: S\n\n{{interviewDate}}\n")
        let set = try load(own: own, language: "cy")
        #expect(try set["feedback-request"].required().compose(Sample.facts()).body == "2026-11-20\n")
    }

    /// No line of Swift knows of it: a folder, a file that tells of the language, and templates.
    @Test func aThirdLanguageIsAMatterOfDataAlone() throws {
        let shipped = try TemporaryFolder()
        try shipped.write(
            "gd/language.txt",
            """
            date: {weekday} {day} {month} {year}
            weekdays: Diluain, Dimàirt, Diciadain, Diardaoin, Dihaoine, Disathairne, Didòmhnaich
            months: Faoilleach, Gearran, Màrt, Giblean, Cèitean, Ògmhios, Iuchar, Lùnastal, Sultain, Dàmhair, Samhain, Dùbhlachd
            """)
        for variant in Variant.allCases {
            for voice in ["càirdeil", "foirmeil"] {
                let text =
                    "Subject: {{role}}\n\nA {{salutation}}, chòir,\n\n\(voice) {{interviewDate}}\n\n{{sender}}\n"
                try shipped.write("gd/\(voice)/\(variant.rawValue).txt", text)
            }
        }
        let set = try TemplateSet.load(shipped: shipped.url, own: nil, language: "gd")
        #expect(set.voices.map(\.rawValue) == ["càirdeil", "foirmeil"])
        #expect(set.usualVoice == Voice(rawValue: "càirdeil"))
        let formal = try set.choose(.feedbackRequest, voice: Voice(rawValue: "foirmeil")).required()
        #expect(
            formal.compose(Sample.facts()).body
                == "A Jane Okafor, chòir,\n\nfoirmeil Dihaoine 20 Samhain 2026\n\nAda Example\n")
    }

    @Test(arguments: [
        "", "../en-GB", "en/GB", "en GB", ".", "en-GB\n", "ｅｎ", String(repeating: "a", count: 36),
    ])
    func aLanguageLeadsOutOfNoFolder(language: String) {
        #expect(throws: TemplateProblem.notALanguage(language)) { try load(own: nil, language: language) }
    }

    // Which template words the next message.

    @Test func theFirstUnusedTemplateByNameIsChosen() throws {
        let set = try load(own: nil)
        #expect(set.choose(.thankYou)?.name == "warm/thank-you-1")
        #expect(
            set.choose(.thankYou, besides: ["thank-you-1", "thank-you-3"])?.name == "warm/thank-you-2")
    }

    @Test func eachMemberOfAPanelGetsAnotherTemplateUntilNoneIsLeft() throws {
        let set = try load(own: nil)
        var used: Set<String> = []
        var chosen: [String?] = []
        for _ in 1...10 {
            let name = set.choose(.thankYou, besides: used)?.name
            chosen.append(name)
            if let name { used.insert(name) }
        }
        #expect(chosen == (1...9).map { "warm/thank-you-\($0)" } + [nil])
    }

    @Test func theTenthMemberGetsATemplateOfTheUsersOwn() throws {
        let own = try TemporaryFolder()
        try own.write("thank-you-my-own.txt", "Subject: S\n\nA\n")
        let used = Set((1...9).map { "thank-you-\($0)" })
        #expect(try load(own: own).choose(.thankYou, besides: used)?.name == "thank-you-my-own")
    }

    @Test func somebodyThankedBeforeGetsOtherWords() throws {
        let set = try load(own: nil)
        #expect(set.choose(.thankYou, besides: ["thank-you-1"])?.name == "warm/thank-you-2")
        #expect(
            set.choose(.thankYou, besides: ["warm/thank-you-2", "thank-you-1"])?.name == "warm/thank-you-3")
    }

    @Test func whereAllWereUsedNoneIsLeft() throws {
        let used = Set((1...9).map { "thank-you-\($0)" })
        #expect(try load(own: nil).choose(.thankYou, besides: used, draw: 4) == nil)
    }

    private func order(_ draw: UInt64, of set: TemplateSet) -> [String] {
        var order: [String] = []
        while let next = set.choose(.thankYou, besides: Set(order), draw: draw) { order.append(next.name) }
        return order
    }

    /// letters.md: "the same words … by two applicants: the first template by file name always wins".
    @Test func eachDrawGivesEveryTemplateOnceInAnOrderOfItsOwn() throws {
        let set = try load(own: nil)
        let orders = (1...90).map { order($0 &* 0x9E37_79B9_7F4A_7C15, of: set) }
        #expect(orders.allSatisfy { $0.sorted() == (1...9).map { "warm/thank-you-\($0)" } })
        #expect(Set(orders).count > 85)
        // Each of the nine is first about as often as any other; who begins alike goes on differently.
        let first = Dictionary(grouping: orders) { $0[0] }
        #expect(first.count == 9 && first.values.allSatisfy { $0.count < 25 }, "\(first.mapValues(\.count))")
        #expect(Set(orders.map { $0.prefix(2) }).count > 40)
        #expect(order(.max, of: set) == order(.max, of: set))
        #expect(set.choose(.decisionStatus, draw: .max)?.name == "warm/decision-status")
    }

    /// Whoever wrote templates wants them used.
    @Test func theUsersOwnComeFirstInEveryDraw() throws {
        let own = try TemporaryFolder()
        try own.write("thank-you-mine.txt", "Subject: S\n\nA\n")
        let set = try load(own: own)
        #expect((1...20).allSatisfy { order($0, of: set).first == "thank-you-mine" })
        #expect(order(1, of: set).count == 10)
    }

    @Test func theOrderIsDrawnFromTheApplicantAndTheOrganisation() throws {
        func draw(_ sender: String, _ organisation: String) throws -> UInt64 {
            TemplateSet.draw(for: try NameAndAddress(sender), at: organisation)
        }
        let ada = try draw("Ada Example <ada@example.net>", "City Library")
        #expect(try draw("Ada Example <ADA@example.net>", "  city  LIBRARY ") == ada)
        #expect(try draw("Ada Example <ada@example.net>", "BBC") != ada)
        let set = try load(own: nil)
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
        let set = try load(own: nil)
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
        let set = try load(own: nil)
        let template = try set.choose(.thankYou, draw: 77).required()
        let again = try set.template(named: template.name, draw: 77).required()
        #expect(again.compose(Sample.facts()) == template.compose(Sample.facts()))
        #expect(set.template(named: "warm/thank-you-99", draw: 77) == nil)
    }

    @Test func whatTheUserWroteIsJoinedToNothing() throws {
        let own = try TemporaryFolder()
        let text =
            "Subject: S\n\nA {{role}}\n\n{{#talkingPoint}}\nabout {{talkingPoint}}\n{{/talkingPoint}}\nB {{employer}}\n"
        try own.write("en-GB/warm/thank-you-1.txt", text)
        let set = try load(own: own)
        for draw in 1...20 as ClosedRange<UInt64> {
            let template = try set.template(named: "warm/thank-you-1", draw: draw).required()
            #expect(
                template.compose(Sample.facts()).body
                    == "A Data Engineer\n\nabout the open-data portal\nB the Acme Data Labs team\n")
            let other = try set.template(named: "warm/thank-you-2", draw: draw).required().compose(
                Sample.facts())
            #expect(!other.body.contains("about the open-data portal\n"))
        }
    }

    @Test func cardsOfOnePanelHaveDifferentWordsToo() throws {
        let set = try load(own: nil)
        var used: Set<String> = ["thank-you-1"]
        for expected in (1...6).map({ "warm/thank-you-card-\($0)" }) {
            #expect(set.choose(.thankYouCard, besides: used)?.name == expected)
            used.insert(expected)
        }
        #expect(set.choose(.thankYouCard, besides: used) == nil)
    }

    @Test(arguments: [Variant.decisionStatus, .feedbackRequest])
    func whatExistsOnceInARecruitmentMayBeWordedTheSameInAnother(variant: Variant) throws {
        let set = try load(own: nil)
        #expect(set.choose(variant, besides: [variant.rawValue])?.name == "warm/\(variant.rawValue)")
        let own = try TemporaryFolder()
        try own.write("\(variant.rawValue)-other.txt", "Subject: S\n\nA\n")
        let more = try load(own: own)
        #expect(more.choose(variant, besides: [variant.rawValue])?.name == "\(variant.rawValue)-other")
    }
}
