import Etiquette
import Fixtures
import Foundation
import Testing

@testable import Ledger

/// What left the house belongs to the try with which it left: the schema keeps it, whoever writes.
@Suite struct AttemptTests {
    private let shelf: Shelf

    init() throws { shelf = try Shelf() }

    private static let left = [MessageState.handedOver, .sent, .unconfirmed, .bounced]

    private func message(in state: MessageState) throws -> Message.ID {
        try shelf.write { transaction in
            let id = try Story(transaction).draft(in: transaction)
            try transaction.bring(id, to: state)
            return id
        }
    }

    /// The bytes of every try, oldest first.
    private func record(_ id: Message.ID) throws -> [[UInt8]?] {
        try shelf.read { transaction in
            try transaction.rows("SELECT bytes FROM attempt WHERE message = ? ORDER BY id", [id.rawValue]).map
            {
                ($0["bytes"] as Data?).map(Array.init)
            }
        }
    }

    private func refuses(_ sql: String, _ id: Message.ID, saying words: String...) throws {
        let before = try record(id)
        let problem = #expect(throws: LedgerProblem.self, "\(sql)") { try shelf.run(sql, [id.rawValue]) }
        #expect(words.contains { problem == .refused(detail: $0) }, "\(String(describing: problem))")
        #expect(try record(id) == before)
    }

    @Test(
        arguments: left,
        [
            "UPDATE attempt SET bytes = x'43' WHERE message = ?",
            "UPDATE attempt SET bytes = NULL WHERE message = ?",
            "UPDATE attempt SET message = 2 WHERE message = ?",
            "UPDATE attempt SET started = 9 WHERE message = ?",
            "UPDATE attempt SET id = 9 WHERE message = ?",
            "UPDATE OR REPLACE attempt SET rowid = 9 WHERE message = ?",
            "REPLACE INTO attempt (id, message, started, bytes) "
                + "SELECT id, message, started, x'43' FROM attempt WHERE message = ?",
            "REPLACE INTO attempt (id, message, started, ended, outcome) "
                + "SELECT id, 2, 9, 9, 'stopped' FROM attempt WHERE message = ?",
            "INSERT INTO attempt (message, started, ended, outcome, bytes) VALUES (?, 9, 9, 'sent', x'43')",
        ])
    func theBytesThatLeftStayAsTheyWere(state: MessageState, change: String) throws {
        // SQLite does not say which of two promises speaks first.
        try refuses(
            change, message(in: state), saying: "what left the house stays as it was",
            state == .handedOver
                ? "one attempt is under way at a time" : "what left the house stays as it was")
    }

    @Test(arguments: left + [.refused])
    func theBytesThatLeftStayOnRecord(state: MessageState) throws {
        try refuses(
            "DELETE FROM attempt WHERE message = ?", message(in: state),
            saying: "what left the house stays on record")
    }

    /// A try that is over is not begun again, nor told otherwise.
    @Test(arguments: [MessageState.sent, .refused, .unconfirmed, .bounced], ["NULL", "'deferred'"])
    func whatCameOfATryStaysAsItWas(state: MessageState, outcome: String) throws {
        try refuses(
            "UPDATE attempt SET outcome = \(outcome), ended = CASE WHEN \(outcome) IS NULL THEN NULL ELSE ended END "
                + "WHERE message = ?", message(in: state), saying: "what left the house stays as it was")
    }

    /// Only what waits can leave.
    @Test(arguments: MessageState.allCases.filter { $0 != .queued && $0 != .handedOver })
    func aTryGivesTheBodyOfWhatIsQueued(state: MessageState) throws {
        try refuses(
            "INSERT INTO attempt (message, started, bytes) VALUES (?, 9, x'43')", message(in: state),
            saying: "what left the house stays as it was")
    }

    @Test func aTryThatGivesTheBodyIsUnderWayFirst() throws {
        try refuses(
            "INSERT INTO attempt (message, started, ended, outcome, bytes) VALUES (?, 9, 9, 'deferred', x'43')",
            message(in: .queued), saying: "what left the house stays as it was")
    }

    @Test(arguments: ["9, NULL, NULL, x'43'", "9, 9, 'stopped', NULL"])
    func oneTryIsUnderWayAtATime(values: String) throws {
        try refuses(
            "INSERT INTO attempt (message, started, ended, outcome, bytes) VALUES (?, \(values))",
            {
                // Queued again by hand: nothing but the open try stands in the way.
                let id = try message(in: .handedOver)
                try shelf.run("UPDATE message SET state = 'queued' WHERE id = ?", [id.rawValue])
                return id
            }(), saying: "one attempt is under way at a time")
    }

    /// Neither no try, nor one that is over, nor another message's.
    @Test func whatIsHandedOverIsOnRecord() throws {
        let (id, other) = try shelf.write { transaction in
            let story = try Story(transaction)
            return (try story.queued(in: transaction), try story.queued(to: story.sam, in: transaction))
        }
        let handOver = "UPDATE message SET state = 'handedOver' WHERE id = ?"
        try shelf.run("INSERT INTO attempt (message, started, bytes) VALUES (?, 9, x'43')", [other.rawValue])
        try refuses(handOver, id, saying: "what is handed over is on record")
        try shelf.run(
            "INSERT INTO attempt (message, started, ended, outcome) VALUES (?, 9, 9, 'stopped')",
            [id.rawValue])
        try refuses(handOver, id, saying: "what is handed over is on record")
        try shelf.run("INSERT INTO attempt (message, started, bytes) VALUES (?, 9, x'43')", [id.rawValue])
        try shelf.run(handOver, [id.rawValue])
        #expect(try record(id) == [nil, [0x43]])
    }

    @Test func eachTryKeepsTheBytesWithWhichItLeft() throws {
        let now = at("2026-11-18T15:00:00Z")
        let id = try message(in: .queued)
        func attempt(_ outcome: Attempt.Outcome) -> Attempt {
            Attempt(started: now, ended: now + 1, outcome: outcome, code: 451, reply: "451 later")
        }
        try shelf.write { transaction in
            try transaction.handOver(id, dispatched: [1], subject: "s", at: now)
            try transaction.deferred(id, attempt(.deferred), nextAttempt: now + 60)
            try transaction.deferred(id, attempt(.deferred), nextAttempt: now + 120)
        }
        #expect(try shelf.read { try $0.dispatched(id) } == [1])
        try shelf.write { transaction in
            try transaction.handOver(id, dispatched: [2], subject: "s", at: now)
            try transaction.sent(id, attempt(.sent))
        }
        #expect(try shelf.read { try $0.dispatched(id) } == [2])
        #expect(try record(id) == [[1], nil, [2]])
    }
}
