import Etiquette
import Foundation
import GRDB

/// What changes about a message while it stays where it is in its life.
extension LedgerTransaction {
    /// Notes of a message that is on its way, or in doubt, that a fact in it was mended.
    package func markOutdated(_ id: Message.ID) throws {
        try run("UPDATE message SET outdated = 1 WHERE id = ?", [id])
    }

    /// Whether that was noted.
    package func isOutdated(_ id: Message.ID) throws -> Bool {
        try row("SELECT 1 FROM message WHERE id = ? AND outdated", [id]) != nil
    }

    /// Moves the due time of a message that has not been handed over.
    package func reschedule(_ id: Message.ID, due: Date) throws {
        try run("UPDATE message SET due = ?, nextAttempt = NULL WHERE id = ?", [due.milliseconds, id])
    }

    /// Sends the decision-status message or the feedback request of a recruitment to somebody else.
    package func readdress(_ id: Message.ID, to recipient: Person.ID) throws {
        try run("UPDATE message SET recipient = ? WHERE id = ?", [recipient, id])
    }

    /// Makes an email of the draft of a card.
    package func turnIntoEmail(_ id: Message.ID) throws {
        try run("UPDATE message SET channel = 'email' WHERE id = ? AND state = 'draft'", [id])
    }

    /// Says of a queued message why it did not go; it stays queued.
    package func explain(_ id: Message.ID, by reason: Reason) throws {
        try run(
            """
            UPDATE message SET reasonCode = ?, reasonMoment = ?, reasonDetail = ? WHERE id = ? AND state = 'queued'
            """, [reason.code.rawValue, reason.moment?.milliseconds, reason.detail, id])
    }

    /// Leaves a message `queued` but not before `nextAttempt`: its server is down, it was not tried itself.
    package func postpone(
        _ id: Message.ID, until nextAttempt: Date, because detail: String?, _ code: Reason.Code = .deferred
    ) throws {
        try run(
            "UPDATE message SET nextAttempt = ?1, reasonCode = ?4, reasonMoment = ?1, reasonDetail = ?2 WHERE id = ?3",
            [nextAttempt.milliseconds, detail, id, code.rawValue])
    }
}
