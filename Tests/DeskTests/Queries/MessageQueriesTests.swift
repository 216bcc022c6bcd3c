import Desk
import Etiquette
import Fixtures
import Foundation
import Testing

@Suite struct MessageQueriesTests {
    private let running: RunningApplication
    private let recorded: Recorded
    private let now = at("2026-11-17T18:00:00Z")

    init() throws {
        running = try RunningApplication()
        recorded = try running.add(Told(panel: [Told.jane, "Ann Bee=the print shop"]))
    }

    @Test func messagesAreFoundByTheirStates() throws {
        _ = try running.desk.hold([recorded.messages[0]], at: now)
        let states = try running.desk.states(of: recorded.messages)
        #expect(states.values.sorted { $0.rawValue < $1.rawValue } == [.held, .queued, .queued])
        #expect(try running.desk.messages(in: [.held]).map(\.id) == [recorded.messages[0]])
        #expect(try running.desk.messages(in: [.draft, .cancelled]).isEmpty)
        #expect(try running.desk.thanksToGo(in: recorded.recruitment) == [recorded.messages[1]])
    }

    @Test func theMailIsTheFrozenOneUntilItHasLeft() throws {
        let note = recorded.messages[0]
        #expect(try running.desk.bytes(of: note) == running.frozen(note))
        #expect(try running.desk.bytes(of: recorded.messages[1]) == nil, "a card has none")
        try running.end(note, as: .sent, at: now)
        let left = try #require(try running.desk.bytes(of: note))
        #expect(try left == running.ledger.read { try $0.dispatched(note) })
    }

    /// What waits for the name alone, and could be approved now.
    @Test func draftsWaitForANameThatIsInDoubt() throws {
        let doubted = try running.add(
            Told(organisation: "Name Council", panel: ["Jane Okafar <jane.okafor2@example.org>=the archive"]))
        let waiting = try running.desk.draftsAwaitingName(of: "Jane Okafar", at: now)
        let blocked = try running.desk.review(doubted.messages)
            .filter { $0.message.state == .draft && $0.blocking.contains { $0.code == .nameUnsettled } }
        #expect(waiting == blocked.map(\.message.id))
        #expect(try running.desk.draftsAwaitingName(of: "Ann Bee", at: now).isEmpty)
        #expect(
            try running.desk.draftsAwaitingName(of: "Jane Okafar", at: at("2026-11-01T10:00:00Z")).isEmpty)
    }
}
