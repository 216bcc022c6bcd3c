import Etiquette
import Foundation
import GRDB

/// The steps in the life of a message, each once and all of them here. The schema refuses any that its diagram does not have.
extension LedgerTransaction {
    /// Makes a message a draft again in the words that it has.
    package func redraft(_ message: Message) throws {
        try redraft(message.id, subject: message.subject, body: message.body, template: message.template)
    }

    /// Gives a message new words and makes it a draft again: what was approved before is void, and the next
    /// approval gets another Message-ID. Where something was given to a server under the one before, the schema keeps it,
    /// so that late answers find their message.
    package func redraft(_ id: Message.ID, subject: String, body: String, template: String?) throws {
        try run(
            """
            UPDATE message SET state = 'draft', subject = ?, body = ?, template = ?,
                revision = revision + (messageID IS NOT NULL), messageID = NULL, approved = NULL, frozen = NULL, digest = NULL,
                nextAttempt = NULL, reasonCode = NULL, reasonMoment = NULL, reasonDetail = NULL,
                heldCode = NULL, heldMoment = NULL, heldDetail = NULL, outdated = 0
            WHERE id = ?
            """, [subject, body, template, id])
        // What the user set aside was said of the old words and their time; waived findings stay waived.
        try run(
            "DELETE FROM waiver WHERE message = ? AND code IN ('late', 'replied', 'possible-reply', 'any-news', 'not-thanked', 'planned', 'wrote-yourself', 'invited-again')",
            [id])
    }

    /// From `draft` to `queued`, with the text frozen.
    ///
    /// - Parameter asksFirst: where no mailbox is read, the user is asked before a question goes.
    package func approve(
        _ id: Message.ID, frozen: Frozen?, asksFirst: Bool = false, at now: Date
    ) throws {
        try run(
            """
            UPDATE message SET state = 'queued', approved = ?, frozen = ?, digest = ?, messageID = ?, asksFirst = ?,
                reasonCode = NULL
            WHERE id = ?
            """,
            [
                now.milliseconds, frozen.map { Data($0.bytes) }, frozen?.digest, frozen?.messageID,
                asksFirst, id,
            ])
    }

    /// From `draft` or `queued` to `held`.
    package func hold(_ id: Message.ID, because reason: Reason) throws {
        try move(id, to: .held, because: reason)
    }

    /// From `held` to `queued`, or to `draft` where it was never approved.
    package func release(_ id: Message.ID) throws {
        try run(
            """
            UPDATE message SET state = CASE WHEN approved IS NULL THEN 'draft' ELSE 'queued' END,
                reasonCode = NULL, reasonMoment = NULL, reasonDetail = NULL
            WHERE id = ?
            """, [id])
    }

    /// Calls a message off that has not left; what was approved, and why it was held, is kept in case this is
    /// taken back.
    package func cancel(_ id: Message.ID, because reason: Reason?) throws {
        let before = try message(id)
        try move(id, to: .cancelled, because: reason)
        guard before.state == .held, let held = before.reason else { return }
        try run(
            "UPDATE message SET heldCode = ?, heldMoment = ?, heldDetail = ? WHERE id = ?",
            [held.code.rawValue, held.moment?.milliseconds, held.detail, id])
    }

    /// Takes a cancelling back: to `queued` with its frozen text where it was approved, else to `draft`; and to
    /// `held` where it was held before.
    package func restore(_ id: Message.ID) throws {
        let row = try row(
            "SELECT approved, frozen, digest, heldCode, heldMoment, heldDetail FROM message WHERE id = ?", id,
            of: .message)
        try run(
            """
            UPDATE message SET state = 'draft', approved = NULL, frozen = NULL, digest = NULL, heldCode = NULL,
                heldMoment = NULL, heldDetail = NULL, reasonCode = NULL, reasonMoment = NULL, reasonDetail = NULL
            WHERE id = ?
            """, [id])
        if let approved: Int64 = row["approved"] {
            try run(
                "UPDATE message SET state = 'queued', approved = ?, frozen = ?, digest = ? WHERE id = ?",
                [approved, row["frozen"] as Data?, row["digest"] as String?, id])
        }
        if let code: Reason.Code = try row.optionalValue("heldCode") {
            try hold(id, because: Reason(code, moment: row.moment("heldMoment"), detail: row["heldDetail"]))
        }
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
            """, [subject, id])
    }

    /// From `handedOver` to `sent`, with its contact.
    package func sent(_ id: Message.ID, _ attempt: Attempt) throws {
        try close(attempt, of: id)
        try leave(id, at: attempt.started, detail: attempt.reply)
    }

    /// From `unconfirmed` to `sent`, with its contact at the time when the body left.
    ///
    /// - Parameter proof: how that is known; of what was opened by hand the log says that instead.
    package func sent(_ id: Message.ID, at time: Date, by proof: ProofOfSending) throws {
        guard try message(id).reason?.code == .opened else {
            return try leave(id, at: time, detail: proof.rawValue)
        }
        // The user's own mail program keeps its own copy: none is owed.
        try run(
            "INSERT OR IGNORE INTO copy (message, revision, state) SELECT id, revision, 'left' FROM message WHERE id = ?",
            [id])
        try leave(id, at: time, detail: ProofOfSending.byHand.rawValue)
    }

    private func leave(_ id: Message.ID, at time: Date, detail: String?) throws {
        try move(id, to: .sent, because: nil)
        try run(Self.contactOfSent, [id, time.milliseconds, detail])
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

    /// From `queued` to `unconfirmed` in one step: the user has it before a mail program of their own, and whether they send
    /// it nobody else knows.
    package func openByHand(_ id: Message.ID, dispatched: [UInt8], subject: String, at now: Date) throws {
        try handOver(id, dispatched: dispatched, subject: subject, at: now)
        try close(
            Attempt(started: now, ended: now, outcome: .unconfirmed, code: nil, reply: Self.openedByHand),
            of: id)
        try move(id, to: .unconfirmed, because: Reason(.opened, moment: now))
    }

    /// What such an attempt has in place of a server's reply.
    package static let openedByHand = "opened for you to send"

    /// Records a try that never reached the message; it stays `queued`.
    package func stopped(_ id: Message.ID, _ attempt: Attempt) throws { try close(attempt, of: id) }

    /// Back to `queued`, to be tried again at the next run: it was handed over, and then nothing was said.
    package func takenBack(_ id: Message.ID, _ attempt: Attempt) throws {
        try close(attempt, of: id)
        try move(id, to: .queued, because: nil)
    }

    /// A card that was posted: from `queued` (or `held`) to `sent`.
    package func posted(_ id: Message.ID) throws { try move(id, to: .sent, because: nil) }

    /// From `sent`, or `cancelled`, back to `draft`: the user had said that it was done, and it was not. By way of `bounced`,
    /// the one state that leads back from `sent`.
    package func takeBack(_ message: Message) throws {
        if message.state == .sent {
            try move(message.id, to: .bounced, because: Reason(.bouncedForNow))
        }
        try redraft(message)
    }

    /// A doubtful delivery that did not happen: from `unconfirmed` to `held`.
    package func notDelivered(_ id: Message.ID, because reason: Reason) throws {
        try move(id, to: .held, because: reason)
    }

    /// From `sent` to `bounced`: it came back.
    func bounced(_ id: Message.ID, because reason: Reason) throws {
        try move(id, to: .bounced, because: reason)
    }

    /// Holds whatever another copy may have sent: all that was to go, the drafts too, since they may have been
    /// approved there, and what a further step of the user could put back into the queue unseen. What the user
    /// stopped on purpose stays so: who releases all that is not in the Sent folder must not let it go.
    ///
    /// - Returns: how many are held.
    func holdEverything(at now: Date) throws -> Int {
        let codes = [Reason.Code.otherLedger, .byUser, .notDelivered].map(\.rawValue)
        let arguments: StatementArguments = [codes[0], codes[1], now.milliseconds, codes[2]]
        try run(
            """
            UPDATE message SET heldCode = ?1, heldMoment = ?3, heldDetail = NULL
            WHERE state = 'cancelled' AND heldCode IS NOT ?2 AND heldCode IS NOT ?4
            """, arguments)
        try run(
            """
            UPDATE message SET state = 'held', nextAttempt = NULL, reasonCode = ?1, reasonMoment = ?3,
                reasonDetail = NULL
            WHERE state IN ('draft', 'queued') OR state = 'held' AND reasonCode <> ?2 AND reasonCode <> ?4
            """, arguments)
        try dateStops(before: now)
        return try row("SELECT count(*) AS held FROM message WHERE state = 'held'")?["held"] ?? 0
    }

    /// What was stopped elsewhere, by a clock that was ahead, was stopped before the adoption nevertheless.
    private func dateStops(before now: Date) throws {
        let arguments: StatementArguments = [
            now.milliseconds, Reason.Code.byUser.rawValue, Reason.Code.notDelivered.rawValue,
        ]
        try run(
            """
            UPDATE message SET reasonMoment = min(reasonMoment, ?1)
            WHERE state = 'held' AND (reasonCode = ?2 OR reasonCode = ?3)
            """, arguments)
        try run(
            "UPDATE message SET heldMoment = min(heldMoment, ?1) WHERE heldCode = ?2 OR heldCode = ?3",
            arguments)
    }

    func move(_ id: Message.ID, to state: MessageState, because reason: Reason?) throws {
        try run(
            """
            UPDATE message SET state = ?, nextAttempt = NULL, reasonCode = ?, reasonMoment = ?, reasonDetail = ?
            WHERE id = ?
            """, [state.rawValue, reason?.code.rawValue, reason?.moment?.milliseconds, reason?.detail, id])
    }
}
