import Etiquette
import Foundation
import GRDB

/// The copy of a message that was sent, as long as it is neither in the Sent folder nor left to the provider.
package struct OwedCopy: Equatable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        /// It is to be looked for, and appended where it is not there. Leaves by `appending`, `found` or `left`.
        case owed
        /// It is about to be appended: perhaps it lies there. Leaves by `filed` or `left`, or goes back to `owed`.
        case appending
        /// We have put it there.
        case filed
        /// It lay there before we put it there: the provider has filed it.
        case found
        /// None is wanted, or the provider sees to it.
        case left
    }

    package let message: Message.ID
    package let revision: Int
    /// What it looks like in a mailbox.
    package let look: CopyLook
    /// `owed` or `appending`.
    package let state: State
    /// How many times it was looked for or tried in vain.
    package let attempts: Int
    /// Before this moment nobody touches it; nil where nobody has looked yet.
    package let nextAttempt: Date?
    /// Why it is not there yet, in words.
    package let detail: String?
}

/// By what the copy of a message is told from other mails.
package struct CopyLook: Equatable, Sendable {
    /// Without angle brackets, as it left us.
    package let messageID: String
    package let address: String
    /// As it went, `Re:` included.
    package let subject: String
    /// When the body left; its Date says the same, in whole seconds.
    package let left: Date
    /// Its words, where the user opened it then, and sends it some time after that, under a Message-ID of their mail
    /// program.
    package var textByHand: String?

    /// Nothing but the words tells it from another note to the same person.
    package var isByHand: Bool { textByHand != nil }
}

extension LedgerTransaction {
    /// A contact has the time of the try with which its message left, and the tries are gone through in an index: the log
    /// has none by time.
    static let owedCopies = """
        SELECT message.id AS id, message.revision AS revision, message.messageID AS messageID, sentAddress,
            sentSubject, contact.time AS started, copy.state AS copyState, copy.attempts AS attempts,
            copy.nextAttempt AS nextLook, copy.detail AS why
        FROM (SELECT DISTINCT message AS tried FROM attempt WHERE started > ?1)
            CROSS JOIN contact ON contact.message = tried AND contact.direction = 'out' AND contact.message IS NOT NULL
            JOIN message ON message.id = tried
            LEFT JOIN copy ON copy.message = message.id AND copy.revision = message.revision
        WHERE contact.time > ?1 AND contact.outcome = 'sent' AND contact.messageID = message.messageID
            AND message.state = 'sent' AND coalesce(copy.state, 'owed') IN ('owed', 'appending')
        ORDER BY contact.time, message.id
        """

    /// The copies of what was sent after a moment that are not settled, oldest first.
    package func owedCopies(sentAfter moment: Date) throws -> [OwedCopy] {
        try rows(Self.owedCopies, [moment.milliseconds]).map { row in
            OwedCopy(
                message: row["id"], revision: row["revision"], look: look(row),
                state: try row.optionalValue("copyState") ?? .owed, attempts: row["attempts"] ?? 0,
                nextAttempt: row.moment("nextLook"), detail: row["why"])
        }
    }

    /// What may lie in the Sent folder as a proof: messages in doubt that left after a moment.
    package func doubtful(leftAfter moment: Date) throws -> [(message: Message.ID, look: CopyLook)] {
        try rows(
            """
            SELECT message.id AS id, messageID, sentAddress, sentSubject, max(started) AS started,
                CASE WHEN reasonCode = ?2 THEN body END AS textByHand
            FROM message JOIN attempt ON attempt.message = message.id
            WHERE state = 'unconfirmed' AND \(Self.isOpen) GROUP BY message.id HAVING max(started) > ?1 ORDER BY message.id
            """, [moment.milliseconds, Reason.Code.opened.rawValue]
        ).map { row in
            var look = look(row)
            look.textByHand = row["textByHand"]
            return (row["id"], look)
        }
    }

    /// What the copy of a message looks like that was sent under a Message-ID; nil where none was.
    package func copyLook(ofSent messageID: String) throws -> CopyLook? {
        try row(
            """
            SELECT message.messageID AS messageID, sentAddress, sentSubject, contact.time AS started
            FROM message JOIN contact ON contact.message = message.id
            WHERE message.messageID = ? AND contact.outcome = 'sent' AND contact.messageID = message.messageID
                AND sentAddress IS NOT NULL
            """, [messageID]
        ).map(look)
    }

    /// The copies that are still missing though something was tried, of what was sent in a span of time; oldest first.
    package func missingCopies(sentIn span: Range<Date>) throws -> [OwedCopy] {
        try owedCopies(sentAfter: span.lowerBound).filter {
            $0.detail != nil && $0.look.left < span.upperBound
        }
    }

    /// Why there is no copy of some messages yet; those of which there is one, or where nothing went wrong, are left out.
    package func copyTroubles(of messages: some Collection<Message.ID>) throws -> [Message.ID: String] {
        try rows(
            """
            SELECT copy.message, detail FROM copy
                JOIN message ON message.id = copy.message AND message.revision = copy.revision
            WHERE copy.message IN (\(Numbers.list)) AND detail IS NOT NULL
            """, Numbers(messages).value
        ).keyed { $0[1] }
    }

    private func look(_ row: Row) -> CopyLook {
        CopyLook(
            messageID: row["messageID"], address: row["sentAddress"], subject: row["sentSubject"],
            left: Date(milliseconds: row["started"]))
    }

    /// Takes the right to append a copy until a moment: for others it is as if it were not there till then.
    ///
    /// - Returns: the copy as it is now; nil where somebody else was faster, and nothing is to be appended.
    package func claim(_ copy: OwedCopy, until lease: Date) throws -> OwedCopy? {
        try run(
            """
            INSERT INTO copy (message, revision, state, nextAttempt) SELECT id, revision, 'appending', ?3 FROM message
            WHERE id = ?1 AND revision = ?2 AND state = 'sent'
            ON CONFLICT (message, revision) DO UPDATE SET state = 'appending', nextAttempt = ?3
                WHERE copy.state IN ('owed', 'appending') AND copy.nextAttempt = ?4
            """, [copy.message, copy.revision, lease.milliseconds, copy.nextAttempt?.milliseconds])
        guard database.changesCount == 1 else { return nil }
        return OwedCopy(
            message: copy.message, revision: copy.revision, look: copy.look, state: .appending,
            attempts: copy.attempts, nextAttempt: lease, detail: copy.detail)
    }

    /// Leaves a copy for later, unless somebody else has taken it meanwhile.
    ///
    /// - Parameter detail: why; nil where nothing is wrong.
    package func postpone(
        _ copy: OwedCopy, as state: OwedCopy.State, until next: Date, because detail: String?
    ) throws {
        try run(
            """
            INSERT INTO copy (message, revision, state, nextAttempt, attempts, detail) VALUES (?1, ?2, ?3, ?4, 1, ?5)
            ON CONFLICT (message, revision) DO UPDATE SET state = ?3, nextAttempt = ?4, attempts = attempts + 1,
                detail = ?5 WHERE copy.state IN ('owed', 'appending') AND copy.nextAttempt = ?6
            """,
            [
                copy.message, copy.revision, state.rawValue, next.milliseconds, detail,
                copy.nextAttempt?.milliseconds,
            ])
    }

    /// Ends it: `filed`, `found` or `left`. What is settled already stays as it is.
    package func settle(_ copy: OwedCopy, as state: OwedCopy.State) throws {
        try run(
            """
            INSERT INTO copy (message, revision, state) VALUES (?1, ?2, ?3)
            ON CONFLICT (message, revision) DO UPDATE SET state = ?3, nextAttempt = NULL, detail = NULL
                WHERE copy.state IN ('owed', 'appending')
            """, [copy.message, copy.revision, state.rawValue])
    }
}
