import Desk
import Etiquette
import Fixtures
import Foundation
import Testing

/// What was recorded by mistake, or did not take place, decides about nobody and nothing where another interview does.
@Suite("an interview that does not count") struct CountingInterviewsTests {
    private let running: RunningApplication
    private let mistake: Recorded
    private static let later = at("2026-11-17T17:00:00Z")
    private static let again = at("2026-11-17T18:00:00Z")

    /// Of one meeting: told with the wrong hour, contact and day, and then as it was.
    init() throws {
        running = try RunningApplication()
        mistake = try running.add(
            Told(
                ended: "2026-11-17 14:00", contact: "Hana Wrong <hana@wrong.example>",
                decisionBy: "2027-01-20"))
    }

    enum Fate: CaseIterable { case deleted, calledOff }

    private func take(back fate: Fate) throws {
        switch fate {
        case .deleted: _ = try running.desk.deleteInterview(mistake.interview, at: Self.later)
        case .calledOff: _ = try running.desk.cancelInterview(mistake.interview, at: Self.later)
        }
    }

    private func question() throws -> Message {
        try #require(try running.message(.decisionStatus, in: mistake.recruitment))
    }

    @Test("its contact is not asked, and brings no news", arguments: Fate.allCases)
    func contact(fate: Fate) throws {
        try take(back: fate)
        _ = try running.add(Told(), at: Self.again)
        #expect(try question().recipient.name == "Jane Okafor")
        let heard = try running.desk.hear(
            .rejected, in: mistake.recruitment, from: nil,
            at: at("2026-11-20T12:00:00Z"))
        #expect(heard.contact.person.name == "Jane Okafor")
    }

    @Test("the day promised there moves no question", arguments: Fate.allCases)
    func promise(fate: Fate) throws {
        try take(back: fate)
        _ = try running.add(Told(), at: Self.again)
        #expect(try question().due < at("2026-12-03T00:00:00Z"))
    }

    @Test("where there is no other it still says whom to ask, and when", arguments: Fate.allCases)
    func alone(fate: Fate) throws {
        try take(back: fate)
        #expect(try question().recipient.name == "Hana Wrong")
    }

    @Test("a note to nobody is none to share: who was met is thanked", arguments: Fate.allCases)
    func shared(fate: Fate) throws {
        _ = try running.desk.cancel([mistake.messages[0]], at: Self.later)
        try take(back: fate)
        let right = try running.add(Told(), at: Self.again)
        let note = try running.message(right.messages[0])
        #expect(note.state == .queued && note.followUp.interview == right.interview)
    }

    @Test("who was thanked for it nevertheless is not thanked twice")
    func thanked() throws {
        try running.end(mistake.messages[0], as: .sent, at: Self.later)
        _ = try running.desk.cancelInterview(mistake.interview, at: Self.later)
        let right = try running.add(Told(), at: Self.again)
        #expect(right.messages.contains(mistake.messages[0]))
        #expect(
            try running.messages(of: mistake.recruitment).filter { $0.followUp.kind == .thankYou }.count == 1)
    }
}
