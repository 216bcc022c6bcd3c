import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@Suite("where a number is wanted, a name does") struct LookupTests {
    private let running: RunningApplication
    private let first: Recorded
    private let second: Recorded

    init() throws {
        running = try RunningApplication()
        first = try running.add(Told(panel: [Told.jane, Told.sam], contact: Told.hana))
        second = try running.add(
            Told(
                organisation: "City Library", role: "Archivist", ended: "2026-11-18 10:00",
                panel: ["Zoë Ray <zoe@example.com>"]))
    }

    @Test func aNumberIsANumber() throws {
        #expect(try running.desk.number(of: "2", as: .message) == 2)
        #expect(try running.desk.number(of: "99", as: .recruitment) == 99)
    }

    @Test func organisationRoleAndPersonMeanAnInterviewAndItsJob() throws {
        for text in ["city library", "ARCHIVIST", "zoe ray", "ray lib", "zoe"] {
            #expect(try running.desk.number(of: text, as: .recruitment) == second.recruitment.rawValue)
            #expect(try running.desk.number(of: text, as: .interview) == second.interview.rawValue)
        }
        #expect(try running.desk.number(of: "hana", as: .recruitment) == first.recruitment.rawValue)
    }

    @Test func aMessageIsMeantByWhomItGoesTo() throws {
        #expect(try running.desk.number(of: "okafor", as: .message) == first.messages[0].rawValue)
        #expect(try running.desk.number(of: "sam council", as: .message) == first.messages[1].rawValue)
    }

    @Test("what lists call a message means it, too")
    func aMessageIsMeantByItsSort() throws {
        for (text, message) in [
            ("question archivist", second.messages[1]), ("thank-you zoe", second.messages[0]),
            ("the question about the decision example council", first.messages[2]),
            ("decision-status archivist", second.messages[1]), ("jane thank you", first.messages[0]),
        ] {
            #expect(try running.desk.number(of: text, as: .message) == message.rawValue, "\(text)")
        }
        for text in ["card", "feedback"] {
            #expect(throws: DeskProblem.nothingCalled(.message, text)) {
                try running.desk.number(of: text, as: .message)
            }
        }
    }

    @Test func severalAreListed() throws {
        do {
            _ = try running.desk.number(of: "example council", as: .message)
            Issue.record("one was taken")
        } catch DeskProblem.severalCalled(let text, let found) {
            #expect(text == "example council")
            #expect(found.map(\.number) == first.messages.map(\.rawValue).sorted())
        }
    }

    @Test("the beginning of a word may be somebody's who is not on record: it is asked about, be it of one")
    func whatOnlyBeginsSoIsNotTaken() throws {
        for (text, wanted) in [
            ("zo", Wanted.recruitment), ("a", .interview), ("archiv", .interview), ("zo", .person),
        ] {
            do {
                _ = try running.desk.number(of: text, as: wanted)
                Issue.record("one was taken for \(text)")
            } catch DeskProblem.severalCalled(let called, let found) {
                #expect(called == text && !found.isEmpty)
            }
        }
        #expect(throws: DeskProblem.self) {
            try running.desk.hear(
                .replied(courtesy: false), in: first.recruitment, from: "han", at: at("2026-11-20T10:00:00Z"))
        }
    }

    @Test func whatIsLikelyIsMeantOfSeveral() throws {
        _ = try running.desk.hold([first.messages[1]], at: at("2026-11-17T18:00:00Z"))
        let held = try running.desk.number(of: "example council", as: .message) {
            if case .message(let message, _) = $0 { message.state == .held } else { false }
        }
        #expect(held == first.messages[1].rawValue)
    }

    @Test(arguments: Wanted.allCases)
    func nothingIsCalledSo(wanted: Wanted) {
        #expect(throws: DeskProblem.nothingCalled(wanted, "nowhere")) {
            try running.desk.number(of: "nowhere", as: wanted)
        }
    }

    @Test func whoBroughtTheNewsIsLookedForInTheJobFirst() throws {
        try running.add(
            Told(
                organisation: "Third Council", ended: "2026-11-19 10:00",
                panel: ["Hana Lee <hana@example.net>"]))
        let heard = try running.desk.hear(
            .replied(courtesy: false), in: first.recruitment, from: "hana", at: at("2026-11-20T10:00:00Z"))
        #expect(heard.contact.person.address?.text == "hana.lee@example.org")
    }

    @Test func aChoiceTakesPlacesInTheList() throws {
        let found = try running.desk.people().map { Called.person($0) }
        let one = CalledDialogue(found, called: "e", takesSeveral: false)
        let question = try #require(one.nextQuestion(after: Answers()))
        #expect(try one.answer(to: question, typed: "2", after: Answers()) == [found[1]])
        #expect(try one.answer(to: question, typed: "", after: Answers()).isEmpty)
        for typed in ["0", "9", "1 2", "x"] {
            #expect(throws: AnswerProblem.notNumbers(limit: found.count)) {
                try one.answer(to: question, typed: typed, after: Answers())
            }
        }
        let many = CalledDialogue(found, called: "e", takesSeveral: true)
        let several = try #require(many.nextQuestion(after: Answers()))
        #expect(try many.answer(to: several, typed: "1, 2", after: Answers()) == Array(found.prefix(2)))
    }
}
