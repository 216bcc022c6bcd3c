import Etiquette
import Foundation
import GRDB

/// One try to deliver a message.
package struct Attempt: Equatable, Sendable {
    /// How it ended; the outcomes are in docs/how-it-works.md.
    package enum Outcome: String, Sendable, CaseIterable {
        case sent, deferred, refused, unconfirmed
        /// The run ended before the message was given: login, certificate, sender refused.
        case stopped
    }

    /// When the body left, or when the try began where it never did.
    package let started: Date
    /// Both absent while the body is on its way, or after a crash until the next sender starts.
    package let ended: Date?
    /// As the table of docs/how-it-works.md has it.
    package let outcome: Outcome?
    /// The server's reply code, where it gave one.
    package let code: Int?
    /// The server's words, or what happened instead of an answer.
    package let reply: String?

    package init(started: Date, ended: Date?, outcome: Outcome?, code: Int?, reply: String?) {
        self.started = started
        self.ended = ended
        self.outcome = outcome
        self.code = code
        self.reply = reply
    }
}

extension LedgerTransaction {
    /// Every try to deliver a message, oldest first.
    package func attempts(of id: Message.ID) throws -> [Attempt] {
        try attempts(of: [id])[id] ?? []
    }

    /// The same of many; one that nobody has tried is left out.
    package func attempts(of ids: [Message.ID]) throws -> [Message.ID: [Attempt]] {
        try rows(
            """
            SELECT message, started, ended, outcome, code, reply FROM attempt WHERE message IN (\(Numbers.list))
            ORDER BY message, id
            """, Numbers(ids).value
        ).grouped { row in
            Attempt(
                started: Date(milliseconds: row[1]), ended: (row[2] as Int64?).map(Date.init(milliseconds:)),
                outcome: try (row[3] as String?).map(Attempt.Outcome.init(ledger:)), code: row[4],
                reply: row[5])
        }
    }

    /// First which tries there were, by the index alone: the table holds all that ever left.
    static let departures = """
        SELECT \(believed("started", of: "attempt")) AS started FROM attempt
        WHERE id IN (SELECT id FROM attempt WHERE started > ?1) AND \(believed("started", of: "attempt")) > ?1
            AND (ended IS NULL OR outcome IN ('sent', 'unconfirmed'))
        ORDER BY started
        """

    /// When messages left, or may have left, since a moment; oldest first.
    package func departures(since moment: Date) throws -> [Date] {
        try rows(Self.departures, [moment.milliseconds]).map { Date(milliseconds: $0["started"]) }
    }

    /// When a queued email is due or tried next, the earliest after a moment; hours, days and rules are the judge's
    /// business and may hold it back further.
    package func nextDeparture(after moment: Date) throws -> Date? {
        try row(
            """
            SELECT min(max(due, coalesce(nextAttempt, due))) AS time FROM message
            WHERE state = 'queued' AND \(Self.isOpen) AND channel = 'email' AND max(due, coalesce(nextAttempt, due)) > ?
            """, [moment.milliseconds]
        )?.moment("time")
    }

    /// How many tries in a row a server has deferred.
    package func deferrals(of id: Message.ID) throws -> Int {
        try attempts(of: id).reversed().prefix { $0.outcome == .deferred }.count
    }

    /// Ends the open attempt, or records one that was never opened.
    func close(_ attempt: Attempt, of id: Message.ID) throws {
        // By its number: where an UPDATE could meet several rows, SQLite makes a table of its own for them.
        try run(
            """
            UPDATE attempt SET ended = ?, outcome = ?, code = ?, reply = ?
            WHERE id = (SELECT id FROM attempt WHERE message = ? AND ended IS NULL)
            """, [attempt.ended?.milliseconds, attempt.outcome?.rawValue, attempt.code, attempt.reply, id])
        guard database.changesCount == 0 else { return }
        try begin(attempt, of: id)
    }

    /// - Parameter bytes: with which the body is given; nil where it never was.
    func begin(_ attempt: Attempt, of id: Message.ID, with bytes: [UInt8]? = nil) throws {
        try run(
            """
            INSERT INTO attempt (message, started, ended, outcome, code, reply, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                id, attempt.started.milliseconds, attempt.ended?.milliseconds,
                attempt.outcome?.rawValue, attempt.code, attempt.reply, bytes.map { Data($0) },
            ])
    }
}
