import Etiquette
import Foundation
import GRDB

/// The steps in the life of a message. The schema refuses any that its diagram does not have.
extension LedgerTransaction {
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
            """, [subject, body, template, id.rawValue])
        // What the user set aside was said of the old words and their time; waived findings stay waived.
        try run(
            "DELETE FROM waiver WHERE message = ? AND code IN ('late', 'replied', 'possible-reply', 'not-thanked', 'planned')",
            [id.rawValue])
    }

    /// Notes of a message that is on its way, or in doubt, that a fact in it was mended.
    package func markOutdated(_ id: Message.ID) throws {
        try run("UPDATE message SET outdated = 1 WHERE id = ?", [id.rawValue])
    }

    /// Whether that was noted.
    package func isOutdated(_ id: Message.ID) throws -> Bool {
        try row("SELECT 1 FROM message WHERE id = ? AND outdated", [id.rawValue]) != nil
    }

    /// Moves the due time of a message that has not been handed over.
    package func reschedule(_ id: Message.ID, due: Date) throws {
        try run(
            "UPDATE message SET due = ?, nextAttempt = NULL WHERE id = ?", [due.milliseconds, id.rawValue])
    }

    /// Sends the decision-status message or the feedback request of a recruitment to somebody else.
    package func readdress(_ id: Message.ID, to recipient: Person.ID) throws {
        try run("UPDATE message SET recipient = ? WHERE id = ?", [recipient.rawValue, id.rawValue])
    }

    /// Makes an email of the draft of a card.
    package func turnIntoEmail(_ id: Message.ID) throws {
        try run("UPDATE message SET channel = 'email' WHERE id = ? AND state = 'draft'", [id.rawValue])
    }

    /// What approval freezes: the text as it will go, and the Message-ID in it. A card has neither.
    package struct Frozen: Equatable, Sendable {
        /// As `FrozenLetter` reads them: everything but the Date.
        package let bytes: [UInt8]
        /// Without angle brackets.
        package let messageID: String
        /// SHA-256 of the bytes, in hexadecimal digits; nil where nobody has taken one.
        package let digest: String?

        /// All of one letter.
        package init(bytes: [UInt8], messageID: String, digest: String? = nil) {
            self.bytes = bytes
            self.messageID = messageID
            self.digest = digest
        }
    }

    /// From `draft` to `queued`, with the text frozen.
    package func approve(_ id: Message.ID, frozen: Frozen?, at now: Date) throws {
        try run(
            """
            UPDATE message SET state = 'queued', approved = ?, frozen = ?, digest = ?, messageID = ?, reasonCode = NULL
            WHERE id = ?
            """,
            [
                now.milliseconds, frozen.map { Data($0.bytes) }, frozen?.digest, frozen?.messageID,
                id.rawValue,
            ])
    }

    /// The frozen text of an approved email.
    package func frozen(_ id: Message.ID) throws -> [UInt8]? {
        try row("SELECT frozen FROM message WHERE id = ?", [id.rawValue]).flatMap {
            ($0["frozen"] as Data?).map(Array.init)
        }
    }

    /// The bytes that were handed over, the newest where that happened several times.
    package func dispatched(_ id: Message.ID) throws -> [UInt8]? {
        try newestBytes(of: id, where: "true")
    }

    /// Of these the newest that left, or may have, since the message got the words that it has; nil where none did.
    package func dispatchedAsItIs(_ id: Message.ID) throws -> [UInt8]? {
        try newestBytes(of: id, where: "\(Self.stateAfterLeaving) OR started > approved")
    }

    private func newestBytes(of id: Message.ID, where condition: String) throws -> [UInt8]? {
        try row(
            """
            SELECT bytes FROM attempt JOIN message ON message.id = attempt.message
            WHERE message.id = ? AND bytes IS NOT NULL AND (\(condition)) ORDER BY attempt.id DESC LIMIT 1
            """, [id.rawValue]
        )
        .map { Array($0["bytes"] as Data) }
    }

    /// From `draft` or `queued` to `held`.
    package func hold(_ id: Message.ID, because reason: Reason) throws {
        try move(id, to: .held, because: reason)
    }

    /// Says of a queued message why it did not go; it stays queued.
    package func explain(_ id: Message.ID, by reason: Reason) throws {
        try run(
            """
            UPDATE message SET reasonCode = ?, reasonMoment = ?, reasonDetail = ? WHERE id = ? AND state = 'queued'
            """, [reason.code.rawValue, reason.moment?.milliseconds, reason.detail, id.rawValue])
    }

    /// From `held` to `queued`, or to `draft` where it was never approved.
    package func release(_ id: Message.ID) throws {
        try run(
            """
            UPDATE message SET state = CASE WHEN approved IS NULL THEN 'draft' ELSE 'queued' END,
                reasonCode = NULL, reasonMoment = NULL, reasonDetail = NULL
            WHERE id = ?
            """, [id.rawValue])
    }

    /// Calls a message off that has not left; what was approved, and why it was held, is kept in case this is
    /// taken back.
    package func cancel(_ id: Message.ID, because reason: Reason?) throws {
        let before = try message(id)
        try move(id, to: .cancelled, because: reason)
        guard before.state == .held, let held = before.reason else { return }
        try run(
            "UPDATE message SET heldCode = ?, heldMoment = ?, heldDetail = ? WHERE id = ?",
            [held.code.rawValue, held.moment?.milliseconds, held.detail, id.rawValue])
    }

    /// Takes a cancelling back: to `queued` with its frozen text where it was approved, else to `draft`; and to
    /// `held` where it was held before.
    package func restore(_ id: Message.ID) throws {
        guard
            let row = try row(
                "SELECT approved, frozen, digest, heldCode, heldMoment, heldDetail FROM message WHERE id = ?",
                [id.rawValue])
        else { throw LedgerProblem.noSuch(.message, number: id.rawValue) }
        try run(
            """
            UPDATE message SET state = 'draft', approved = NULL, frozen = NULL, digest = NULL, heldCode = NULL,
                heldMoment = NULL, heldDetail = NULL, reasonCode = NULL, reasonMoment = NULL, reasonDetail = NULL
            WHERE id = ?
            """, [id.rawValue])
        if let approved: Int64 = row["approved"] {
            try run(
                "UPDATE message SET state = 'queued', approved = ?, frozen = ?, digest = ? WHERE id = ?",
                [approved, row["frozen"] as Data?, row["digest"] as String?, id.rawValue])
        }
        if let code: Reason.Code = try row.optionalValue("heldCode") {
            try hold(id, because: Reason(code, moment: row.moment("heldMoment"), detail: row["heldDetail"]))
        }
    }

    /// A card that was posted: from `queued` (or `held`) to `sent`.
    package func posted(_ id: Message.ID) throws {
        try move(id, to: .sent, because: nil)
    }

    /// A doubtful delivery that did not happen: from `unconfirmed` to `held`.
    package func notDelivered(_ id: Message.ID, because reason: Reason) throws {
        try move(id, to: .held, because: reason)
    }

    /// Records that the user sets a reason, or a finding, aside for this message.
    package func waive(_ code: String, for id: Message.ID, at now: Date) throws {
        try run(
            """
            INSERT INTO waiver (message, code, time) VALUES (?1, ?2, ?3)
            ON CONFLICT (message, code) DO UPDATE SET time = ?3
            """, [id.rawValue, code, now.milliseconds])
    }

    /// The codes of reasons and findings that were set aside.
    package func waivers(of id: Message.ID) throws -> [String] {
        try rows("SELECT code FROM waiver WHERE message = ? ORDER BY code", [id.rawValue]).map { $0["code"] }
    }

    func move(_ id: Message.ID, to state: MessageState, because reason: Reason?) throws {
        try run(
            """
            UPDATE message SET state = ?, nextAttempt = NULL, reasonCode = ?, reasonMoment = ?, reasonDetail = ?
            WHERE id = ?
            """,
            [
                state.rawValue, reason?.code.rawValue, reason?.moment?.milliseconds, reason?.detail,
                id.rawValue,
            ])
    }
}
