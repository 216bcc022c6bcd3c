import Etiquette
import Fixtures
import Foundation
import Ledger
import Mail
import Sender
import Testing

/// When the next message could go, and how the notes to one panel are spread.
@Suite struct DepartureTests {
    private let post: Post

    init() throws { post = try Post() }

    private func next(spread: TimeInterval = 0) throws -> Date? {
        try post.sender({ $0.spread = spread }) { ScriptedTransport() }.nextDeparture()
    }

    @Test func whereNothingIsQueuedThereIsNone() throws {
        #expect(try next() == nil)
        _ = try post.interview(["Bo Lind=the archive"])
        // The card goes by post; the question about the decision has nobody to go to.
        #expect(try next() == nil)
    }

    @Test(arguments: [
        // Not due; due; due and closed; the wait of a server.
        ("2026-11-18T10:00:00Z", "2026-11-18T15:00:00Z"), ("2026-11-18T15:00:00Z", "2026-11-18T15:00:00Z"),
        ("2026-11-18T16:00:00Z", "2026-11-18T16:00:00Z"), ("2026-11-18T19:00:00Z", "2026-11-19T08:00:00Z"),
    ])
    func itIsTheDueTimeOrWhenTheRulesLetItGo(now: String, expected: String) throws {
        try post.interview()
        post.now = at(now)
        #expect(try next() == at(expected))
    }

    @Test func whatAServerDeferredIsTriedAgainThen() throws {
        try post.interview()
        try post.send(by: ScriptedTransport(.deferred(scope: .message, Answer.greylisted, Answer.answered)))
        #expect(try next() == post.now + 60)
    }

    @Test func whatIsToBeHeldWantsARunNow() throws {
        try post.interview()
        post.now = at("2026-11-20T16:00:00Z")
        #expect(try next() == post.now)
    }

    @Test func theNotesToOnePanelAreSpread() throws {
        let notes = try post.interview([Post.jane, Post.sam, Post.ines]).messages.prefix(3)
        let other = try post.interview([Post.hana + "=the annexe"], organisation: "Another Council").messages[
            0]
        let transport = ScriptedTransport()
        func run() throws -> [Message.ID] {
            try post.sender(by: transport) {
                $0.spread = 20
                $0.connections = 4
            }.sendDue().sent
        }
        #expect(try run() == [notes[0], other])
        #expect(try next(spread: 20) == post.now + 20)
        post.now += 19.999
        #expect(try run().isEmpty)
        post.now += 0.001
        #expect(try run() == [notes[1]])
        post.now += 20
        #expect(try run() == [notes[2]])
    }

    @Test func whatIsHeldBesideThemKeepsNoNoteBack() throws {
        try post.interview(
            [Post.hana + "=the annexe"], ended: "2026-11-14 15:00", organisation: "Another Council")
        let notes = try post.interview([Post.jane, Post.sam]).messages
        let report = try post.sender({ $0.spread = 20 }) { ScriptedTransport() }.sendDue()
        #expect(report.held.count == 1 && report.sent == [notes[0]])
    }

    @Test func withoutASpreadTheyGoTogether() throws {
        let notes = try post.interview([Post.jane, Post.sam, Post.ines]).messages.prefix(3)
        #expect(try post.send(by: ScriptedTransport()).sent == Array(notes))
    }
}
