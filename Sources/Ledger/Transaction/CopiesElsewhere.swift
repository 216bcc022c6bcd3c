import Etiquette
import Foundation
import GRDB

/// What is known of a message when its copy is looked for in the Sent folder before it leaves: from another copy of this
/// ledger, or from a later state of it, it may have left already.
package struct SoughtCopy: Equatable, Sendable {
    package let message: Message
    /// A copy from before this moment is another mail's: the interview was not over.
    package let since: Date
    /// The email that it would answer.
    package let answered: LetterThread?
    /// Names under which it left from this very ledger, and what became of that is known.
    package let departed: Set<String>
    /// The user was told of a mail that looks like it, and wants it sent.
    package let isReleased: Bool
}

/// A copy of a message that lies in the Sent folder though this ledger has not sent it.
package struct FoundCopy: Equatable, Sendable {
    /// Its Message-ID, without angle brackets, where it has one.
    package let messageID: String?
    /// As it lies there, and left.
    package let bytes: [UInt8]
    package let subject: String
    /// Its Date.
    package let left: Date
    /// It bears a name of this message; else it only went to the same address with the same subject.
    package let isCertain: Bool

    package init(messageID: String?, bytes: [UInt8], subject: String, left: Date, isCertain: Bool) {
        self.messageID = messageID
        self.bytes = bytes
        self.subject = subject
        self.left = left
        self.isCertain = isCertain
    }
}

/// What a look into the Sent folder came to.
package enum SentFolderLook: Equatable, Sendable {
    /// The copies that lie there; of all other messages that were asked about, none does.
    case searched([Message.ID: FoundCopy])
    /// It could not be searched, and why, in words.
    case unsearched(String)
    /// The mailbox has no such folder, and none was named: nothing can lie there. In words.
    case noFolder(String)
}

extension LedgerTransaction {
    package func soughtCopies(of ids: [Message.ID]) throws -> [SoughtCopy] {
        try outgoing(ids).filter { $0.message.channel == .email }.map { outgoing in
            let id = outgoing.message.id
            return SoughtCopy(
                message: outgoing.message, since: outgoing.circumstances.interviewEnded,
                answered: outgoing.answered, departed: try departedNames(of: id),
                isReleased: outgoing.circumstances.waived.contains(.copyFound))
        }
    }

    /// Every name that a message of this ledger has or had.
    package func allNames() throws -> Set<String> {
        Set(
            try rows(
                "SELECT messageID FROM message WHERE messageID IS NOT NULL UNION SELECT messageID FROM messageAlias"
            ).map { $0[0] })
    }

    private func departedNames(of id: Message.ID) throws -> Set<String> {
        Set(
            try rows(
                """
                SELECT messageID FROM messageAlias WHERE message = ?1
                    AND EXISTS (SELECT 1 FROM attempt WHERE message = ?1 AND bytes IS NOT NULL)
                """, [id]
            ).map { $0["messageID"] as String })
    }

    /// From `queued` to `sent`, with the contact and the bytes of the copy: it left from elsewhere. The copy is where it
    /// belongs, and says nothing about what the provider does.
    package func sentElsewhere(_ id: Message.ID, _ copy: FoundCopy, at now: Date) throws {
        let left = min(copy.left, now)
        try handOver(id, dispatched: copy.bytes, subject: copy.subject, at: left)
        try sent(
            id,
            Attempt(
                started: left, ended: left, outcome: .sent, code: nil, reply: "a copy lay in the Sent folder")
        )
        if let name = copy.messageID { try addAlias(name, of: id) }
        try run(
            """
            INSERT OR IGNORE INTO copy (message, revision, state)
            SELECT id, revision, 'found' FROM message WHERE id = ?
            """, [id])
    }

    /// Gives an approved message that is held another name, in the same words; the one before stays known, since a mail
    /// may have arrived under it from elsewhere.
    package func rename(_ message: Message, _ frozen: Frozen, at now: Date) throws {
        guard let reason = message.reason, let before = message.messageID else { return }
        try approve(message.id, frozen: frozen, at: now)
        try hold(message.id, because: reason)
        try addAlias(before, of: message.id)
    }
}
