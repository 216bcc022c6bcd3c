import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@Suite("two-weeks: nobody is asked who has left the house, as a machine says") struct LeavingTests {
    private let running: RunningApplication
    private let recorded: Recorded
    private let box: Letterbox
    private static let now = at("2026-11-20T10:00:00Z")

    /// Two on the panel, Hana to ask; the interview ended on 17 November.
    init() throws {
        running = try RunningApplication()
        recorded = try running.add(Told(panel: [Told.jane, Told.sam], contact: Told.hana))
        box = Letterbox(running: running)
    }

    private var thanks: Message.ID { recorded.messages[0] }
    private var question: Message.ID { recorded.messages[2] }

    private func leaving(
        of message: Message.ID, key: String = "<l1@example.org>", at time: String = "2026-11-20T09:00:00Z"
    ) throws -> MailFact {
        let person = try running.message(message).recipient.id
        var fact = box.fact(.automatic, [recorded.recruitment], from: person, at: time, key: key)
        fact.sort = "left"
        fact.words = "I no longer work here."
        return fact
    }

    @Test func theQuestionToThemIsHeldAndTheUserTold() throws {
        let noted = try box.note(leaving(of: question))
        #expect(noted[0].changed.map(\.id) == [question] && noted[0].contact?.outcome == .automatic)
        #expect(try running.state(question) == .held)
        #expect(try running.message(question).reason?.code == .left)
        let advice = try running.desk.advise(at: Self.now)
        #expect(advice.first?.code == .left && advice.first?.interview?.id == recorded.interview)
        #expect(advice.first?.mail?.heard.fact.words == "I no longer work here.")
        #expect(!advice.contains { $0.code == .settle })
    }

    @Test func itIsNotHeldForSomebodyElseWhoHasLeft() throws {
        let noted = try box.note(leaving(of: thanks))
        #expect(noted[0].changed.isEmpty && noted[0].mail.open.isEmpty)
        #expect(try running.state(question) == .queued)
        #expect(try !running.desk.advise(at: Self.now).contains { $0.code == .left })
    }

    @Test func whatAnUnknownAddressSaysIsAboutTheOneWhoWasWrittenTo() throws {
        try running.end(thanks, as: .sent, at: at("2026-11-18T15:00:00Z"))
        var fact = box.fact(.automatic, [], answering: thanks, address: "office@elsewhere.test", name: "")
        fact.sort = "left"
        let noted = try box.note(fact)
        #expect(try noted[0].mail.fact.person == running.message(thanks).recipient.id)
    }

    @Test func whoeverSetsTheMailAsideAsksAllTheSame() throws {
        try box.note(leaving(of: question))
        _ = try running.desk.dismiss(nil, in: recorded.recruitment, at: Self.now)
        #expect(try running.state(question) == .queued)
        #expect(try !running.desk.advise(at: Self.now).contains { $0.code == .left })
    }

    @Test func aReleaseHoldsUntilTheNextSuchMail() throws {
        try box.note(leaving(of: question))
        _ = try running.desk.release([question], at: Self.now)
        #expect(try running.state(question) == .queued)
        try box.note(
            leaving(of: question, key: "<l2@example.org>", at: "2026-11-20T10:30:00Z"),
            at: "2026-11-20T11:00:00Z")
        #expect(try running.state(question) == .held)
    }

    @Test func somebodyElseMayBeAsked() throws {
        try box.note(leaving(of: question))
        var changes = InterviewChanges()
        changes.contact = try NameAndAddress("Pat Doe <pat.doe@example.org>")
        _ = try running.desk.edit(recorded.interview, changes, at: Self.now)
        let message = try running.message(question)
        #expect(message.recipient.name == "Pat Doe" && message.state == .draft)
        #expect(try !running.desk.advise(at: Self.now).contains { $0.code == .left })
        _ = try running.desk.approve([question], ignoring: [], at: Self.now)
        #expect(try running.state(question) == .queued)
    }
}
