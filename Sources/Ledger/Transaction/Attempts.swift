import Etiquette
import Foundation
import GRDB

/// One try to deliver a message.
package struct Attempt: Equatable, Sendable {
    /// How it ended; design of the outcomes in README.md.
    package enum Outcome: String, Sendable, CaseIterable {
        case sent, deferred, refused, unconfirmed
        /// The run ended before the message was given: login, certificate, sender refused.
        case stopped
    }

    /// When the body left, or when the try began where it never did.
    package let started: Date
    /// Both absent while the body is on its way, or after a crash until the next sender starts.
    package let ended: Date?
    /// As the table of README.md has it.
    package let outcome: Outcome?
    /// The server's reply code, where it gave one.
    package let code: Int?
    /// The server's words, or what happened instead of an answer.
    package let reply: String?

    /// As the ledger keeps it.
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
        var attempts: [Message.ID: [Attempt]] = [:]
        let asked = Numbers(ids)
        try each(
            """
            SELECT message, started, ended, outcome, code, reply FROM attempt WHERE message IN (\(Numbers.list))
            ORDER BY message, id
            """, asked.value
        ) { row in
            attempts[Identifier(rawValue: row[0]), default: []].append(
                Attempt(
                    started: Date(milliseconds: row[1]),
                    ended: (row[2] as Int64?).map(Date.init(milliseconds:)),
                    outcome: try (row[3] as String?).map(Attempt.Outcome.init(ledger:)), code: row[4],
                    reply: row[5]))
        }
        return attempts
    }

    /// From `queued` to `handedOver`, before the first byte of the body leaves; opens the attempt.
    ///
    /// - Parameter subject: as it goes, `Re:` included.
    package func handOver(_ id: Message.ID, dispatched: [UInt8], subject: String, at now: Date) throws {
        let attempt = Attempt(started: now, ended: nil, outcome: nil, code: nil, reply: nil)
        try begin(attempt, of: id, with: dispatched)
        try run(
            """
            UPDATE message SET state = 'handedOver', sentSubject = ?, nextAttempt = NULL,
                (sentName, sentAddress) = (SELECT name, address FROM person WHERE id = recipient),
                reasonCode = NULL, reasonMoment = NULL, reasonDetail = NULL
            WHERE id = ?
            """, [subject, id.rawValue])
    }

    /// From `handedOver` to `sent`, with its contact.
    package func sent(_ id: Message.ID, _ attempt: Attempt) throws {
        try close(attempt, of: id)
        try sent(id, at: attempt.started, detail: attempt.reply)
    }

    /// From `handedOver` or `unconfirmed` to `sent`, with its contact at the time when the body left.
    package func sent(_ id: Message.ID, at time: Date, detail: String?) throws {
        try move(id, to: .sent, because: nil)
        try run(Self.contactOfSent, [id.rawValue, time.milliseconds, detail])
    }

    /// One statement, with a look at the message for each of its facts: an INSERT from a SELECT makes SQLite build a table
    /// of its own for what it selects, and to fetch them first takes longer than the entry.
    private static let contactOfSent = {
        func fact(_ column: String) -> String { "(SELECT \(column) FROM message WHERE id = ?1)" }
        return """
            INSERT INTO contact (time, direction, channel, person, name, address, recruitment, message, kind, subject,
                messageID, outcome, detail, answering, agency)
            VALUES (?2, 'out', 'email', \(fact("recipient")), \(fact("sentName")), \(fact("sentAddress")),
                \(fact("recruitment")), ?1, \(fact("kind")), \(fact("sentSubject")), \(fact("messageID")), 'sent', ?3, 0,
                EXISTS (SELECT 1 FROM interview WHERE viaAgency AND contact = \(fact("recipient"))))
            """
    }()

    /// Back to `queued`, to be tried again at `nextAttempt`.
    package func deferred(_ id: Message.ID, _ attempt: Attempt, nextAttempt: Date) throws {
        try close(attempt, of: id)
        try move(id, to: .queued, because: nil)
        try postpone(id, until: nextAttempt, because: attempt.reply)
    }

    /// To `refused`, with the server's own words.
    package func refused(_ id: Message.ID, _ attempt: Attempt) throws {
        try close(attempt, of: id)
        try move(id, to: .refused, because: Reason(.refused, moment: attempt.ended, detail: attempt.reply))
    }

    /// From `handedOver` to `unconfirmed`: perhaps delivered.
    package func unconfirmed(_ id: Message.ID, _ attempt: Attempt) throws {
        try close(attempt, of: id)
        try move(
            id, to: .unconfirmed, because: Reason(.unconfirmed, moment: attempt.ended, detail: attempt.reply))
    }

    /// Records a try that never reached the message; it stays `queued`.
    package func stopped(_ id: Message.ID, _ attempt: Attempt) throws {
        try close(attempt, of: id)
    }

    /// Back to `queued`, to be tried again at the next run: it was handed over, and then nothing was said.
    package func takenBack(_ id: Message.ID, _ attempt: Attempt) throws {
        try close(attempt, of: id)
        try move(id, to: .queued, because: nil)
    }

    /// Leaves a message `queued` but not before `nextAttempt`: its server is down, it was not tried itself.
    package func postpone(
        _ id: Message.ID, until nextAttempt: Date, because detail: String?, _ code: Reason.Code = .deferred
    ) throws {
        try run(
            "UPDATE message SET nextAttempt = ?1, reasonCode = ?4, reasonMoment = ?1, reasonDetail = ?2 WHERE id = ?3",
            [nextAttempt.milliseconds, detail, id.rawValue, code.rawValue])
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
    private func close(_ attempt: Attempt, of id: Message.ID) throws {
        // By its number: where an UPDATE could meet several rows, SQLite makes a table of its own for them.
        try run(
            """
            UPDATE attempt SET ended = ?, outcome = ?, code = ?, reply = ?
            WHERE id = (SELECT id FROM attempt WHERE message = ? AND ended IS NULL)
            """,
            [
                attempt.ended?.milliseconds, attempt.outcome?.rawValue, attempt.code, attempt.reply,
                id.rawValue,
            ])
        guard database.changesCount == 0 else { return }
        try begin(attempt, of: id)
    }

    /// - Parameter bytes: with which the body is given; nil where it never was.
    private func begin(_ attempt: Attempt, of id: Message.ID, with bytes: [UInt8]? = nil) throws {
        try run(
            """
            INSERT INTO attempt (message, started, ended, outcome, code, reply, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                id.rawValue, attempt.started.milliseconds, attempt.ended?.milliseconds,
                attempt.outcome?.rawValue, attempt.code, attempt.reply, bytes.map { Data($0) },
            ])
    }
}
