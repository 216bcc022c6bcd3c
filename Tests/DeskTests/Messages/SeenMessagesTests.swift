import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Testing

@Suite("What is decided about a message counts for the text that was seen, and for no other")
struct SeenMessagesTests {
    private let running: RunningApplication
    private let id: Message.ID
    private let now = at("2026-11-17T18:00:00Z")

    init() throws {
        running = try RunningApplication()
        id = try running.add(approving: false).messages[0]
    }

    /// Every decision about one message, with what was seen of it.
    private static let decisions: [String: @Sendable (Desk, Message.ID, Seen, Date) throws -> Void] = [
        "approve": { desk, id, seen, now in
            _ = try desk.approve([id], ignoring: [], seen: [id: seen], at: now)
        },
        "hold": { desk, id, seen, now in _ = try desk.hold([id], seen: [id: seen], at: now) },
        "cancel": { desk, id, seen, now in _ = try desk.cancel([id], seen: [id: seen], at: now) },
        "edit": { desk, id, seen, _ in _ = try desk.edit(id, subject: "Mine", body: nil, seen: seen) },
        "ignore": { desk, id, seen, now in _ = try desk.ignore([.length], in: id, seen: seen, at: now) },
        "posted": { desk, id, seen, now in _ = try desk.posted(id, seen: seen, at: now) },
    ]

    @Test("it is done with the text that was seen", arguments: decisions.keys.sorted())
    func same(name: String) throws {
        let decide = try #require(Self.decisions[name])
        try decide(running.desk, id, Seen(try running.message(id)), now)
    }

    @Test("with another text nothing is done, and the one of now is told", arguments: decisions.keys.sorted())
    func other(name: String) throws {
        let decide = try #require(Self.decisions[name])
        let seen = Seen(try running.message(id))
        let changed = try running.desk.edit(id, subject: "Another subject", body: nil).message
        #expect(throws: DeskProblem.changedMeanwhile(changed)) {
            try decide(running.desk, id, seen, now)
        }
        #expect(try running.message(id) == changed)
    }

    @Test("of several, one that is another text stops them all")
    func several() throws {
        let all = try running.desk.queue(all: false, at: now).map(\.message)
        try #require(all.count > 1)
        let seen = Dictionary(uniqueKeysWithValues: all.map { ($0.id, Seen($0)) })
        _ = try running.desk.edit(all[1].id, subject: "Another subject", body: nil)
        #expect(throws: DeskProblem.self) {
            try running.desk.cancel(all.map(\.id), seen: seen, at: now)
        }
        #expect(try running.desk.states(of: all.map(\.id)).values.allSatisfy { $0 == .draft })
    }

    @Test("the same words in a new revision, or to somebody who is called otherwise, are another text")
    func revision() throws {
        let before = try running.message(id)
        _ = try running.desk.approve([id], ignoring: [], at: now)
        #expect(Seen(before).isText(of: try running.message(id)))
        let again = try running.desk.edit(id, subject: "Another subject", body: nil).message
        _ = try running.desk.edit(id, subject: before.subject, body: nil)
        #expect(again.revision > before.revision)
        #expect(!Seen(before).isText(of: try running.message(id)))
    }

    @Test("what would be found in the user's own words is told, and nothing changed")
    func proofread() throws {
        let before = try running.message(id)
        let review = try running.desk.proofread(id, subject: "Thanks", body: "Dear {{name}},\n")
        #expect(!review.blocking.isEmpty)
        #expect(review.message.subject == "Thanks")
        #expect(try running.message(id) == before)
    }

    @Test("a reason is set aside only where it is the one that was seen")
    func reason() throws {
        let desk = running.desk
        _ = try desk.hold([id], at: now)
        let seen = Seen(try running.message(id))
        _ = try desk.release([id], seen: [id: seen], at: now)
        _ = try desk.hold([id], at: now + 60)
        let other = try running.message(id)
        #expect(throws: DeskProblem.changedMeanwhile(other)) {
            try desk.release([id], seen: [id: seen], at: now)
        }
        #expect(try running.message(id) == other)
        // What stops it counts for the text, whatever has become of it.
        _ = try desk.cancel([id], seen: [id: seen], at: now)
    }
}
