import Composer
import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing
import Text

@Suite(
    "names-right: a name that no letter says so keeps every message to that person a draft until it is settled"
)
struct NameFormSettlingTests {
    private let running: RunningApplication
    private static let later = at("2026-11-17T18:00:00Z")

    init() throws { running = try RunningApplication() }

    private func codes(_ id: Message.ID) throws -> [Finding.Code] {
        try running.desk.review([id]).flatMap(\.blocking).map(\.code)
    }

    private func add(_ name: String, at address: String = "jane.okafor@example.org") throws -> Message.ID {
        try running.add(Told(panel: ["\(name) <\(address)>=the lift"])).messages[0]
    }

    @Test(arguments: [
        "OKAFOR, Jane", "JANE OKAFOR", "jane okafor", "Dr Jane Okafor", "Jane Okafor, PhD", "HR Northgate",
        "J.",
        "Recruitment Team", "Jane Okafor (HR)",
    ])
    func itBlocksAtEveryApproval(name: String) throws {
        let note = try add("\"\(name)\"")
        #expect(try running.state(note) == .draft)
        #expect(try codes(note).contains(.nameForm))
        let review = try #require(try running.desk.approve([note], ignoring: [], at: Self.later).first)
        #expect(review.message.state == .draft && review.blocking.map(\.code).contains(.nameForm))
        #expect(throws: DeskProblem.cannotBeIgnored(code: "name-form")) {
            try running.desk.approve([note], ignoring: ["name-form"], at: Self.later)
        }
    }

    @Test(
        "as long as it is open, it is what to do today, and not to approve what it blocks",
        arguments: [
            ("JANE OKAFOR", "jane.okafor@example.org", Advice.Code.name), ("J.", "j@example.org", .name),
            ("HR Northgate", "hr@northgate.example", .name), ("Jane Okafor", "jane@localhost", .address),
        ])
    func itIsAdvised(name: String, address: String, code: Advice.Code) throws {
        let note = try add("\"\(name)\"", at: address)
        let advice = try running.desk.advise(at: Self.later)
        let open = advice.filter { $0.people.map(\.name) == [name] }
        #expect(open.map(\.code) == [code] && code.needsUser)
        #expect(!advice.contains { $0.message?.id == note && $0.code == .approve })
        _ = try running.desk.verify(["1"], at: Self.later)
        let settled = try running.desk.advise(at: Self.later)
        #expect(!settled.contains { $0.code == code })
        #expect(settled.contains { $0.message?.id == note && $0.code == .approve })
    }

    @Test("a key too many is no name", arguments: ["y", "Yes", "n", "no", "Y"])
    func aKeyTooMany(typed: String) throws {
        _ = try add("JANE OKAFOR")
        let dialogue = NameDialogue([try running.desk.nameStanding(of: "1")])
        let question = try #require(dialogue.nextQuestion(after: Answers()))
        #expect(throws: AnswerProblem.notAChoice) {
            try dialogue.answer(to: question, typed: typed, after: Answers())
        }
    }

    @Test func itIsVerifiedOnceForThePerson() throws {
        let note = try add("JANE OKAFOR")
        let standing = try running.desk.nameStanding(of: "1")
        #expect(standing.isOpen && standing.spellings == ["JANE OKAFOR", "Jane Okafor"])
        _ = try running.desk.verify(["1"], at: Self.later)
        #expect(try codes(note).isEmpty)
        try running.approve([note])
        #expect(try running.state(note) == .queued)
        #expect(try !running.desk.nameStanding(of: "1").isOpen)
    }

    @Test func toSayHowTheyAreGreetedSettlesIt() throws {
        let note = try add("Dr Jane Okafor")
        _ = try running.desk.edit(
            "1", PersonChanges(name: nil, address: nil, salutation: "Dr Okafor"), at: Self.later)
        #expect(try codes(note).isEmpty)
    }

    @Test func anotherNameInDoubtSettlesNothing() throws {
        let note = try add("JANE OKAFOR")
        try running.mend("1", name: "OKAFOR, Jane")
        #expect(try codes(note) == [.nameForm])
        try running.mend("1", name: "Jane Okafor")
        #expect(try codes(note).isEmpty)
    }

    @Test func whatIsTypedInAnswerIsSettled() throws {
        let note = try add("jane okafor")
        let standing = try running.desk.nameStanding(of: "1")
        try running.desk.settle(standing, as: .name("jane okaFor"), at: Self.later)
        #expect(try codes(note).isEmpty)
    }

    @Test func theDraftsThatWaitForItAreNamed() throws {
        let note = try add("JANE OKAFOR")
        #expect(try running.desk.draftsAwaitingName(of: "1", at: Self.later).contains(note))
    }

    @Test func anAddressWithoutADotIsAskedAboutOnce() throws {
        let note = try add("Jane Okafor", at: "jane.okafor@northgate")
        #expect(try codes(note) == [.addressForm])
        #expect(try running.desk.nameStanding(of: "1").isOpen)
        _ = try running.desk.verify(["1"], at: Self.later)
        #expect(try codes(note).isEmpty)
        _ = try running.desk.edit(
            "1", PersonChanges(name: nil, address: EmailAddress("jane.okafor@southgate"), salutation: nil),
            at: Self.later)
        #expect(try codes(note) == [.addressForm])
    }

    @Test func whatWasLetInOnceHindersNoOtherCorrection() throws {
        let recorded = try running.add()
        try running.ledger.write { try $0.rename(recorded.recruitment, organisation: "TBC", role: "…") }
        var changes = InterviewChanges()
        changes.decisionBy = Day("2026-12-10")
        _ = try running.desk.edit(recorded.interview, changes, at: Self.later)
        changes.role = "..."
        #expect(throws: InputProblem.gap(.role, value: "...")) {
            try running.desk.edit(recorded.interview, changes, at: Self.later)
        }
    }
}
