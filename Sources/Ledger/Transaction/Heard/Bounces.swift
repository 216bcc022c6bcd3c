import Etiquette
import Foundation
import GRDB

/// An address that mail came back from.
package struct AddressFailure: Equatable, Sendable {
    package let person: Person.ID
    /// As it was written to.
    package let address: String
    package let time: Date
    /// For good, else only for now.
    package let isPermanent: Bool
    /// Such as `unknown-mailbox`.
    package let reason: String
    /// The words of the mail system.
    package let words: String?
}

extension LedgerTransaction {
    /// From `sent` or `unconfirmed` to `bounced`, with an entry in the contact log that takes the contact of the message
    /// back: nobody was written to. A notice about a revision that was written anew since changes nothing.
    ///
    /// - Returns: the entry; nil where there was nothing to take back.
    package func bounced(
        _ message: Message, _ failure: MailFact.Failure, _ mail: MailFact.Mail
    ) throws -> Contact.ID? {
        if let id = failure.returnedID, try isFormer(id, of: message.id) { return nil }
        if message.state == .unconfirmed {
            // A notice is proof that it left.
            let left = try attempts(of: message.id).last?.started ?? mail.time
            try sent(message.id, at: left, by: .returned)
        }
        guard try self.message(message.id).state == .sent, let contact = try standingContact(of: message.id)
        else { return nil }
        try bounced(
            message.id,
            because: Reason(
                failure.isPermanent ? .bounced : .bouncedForNow, moment: mail.time,
                detail: failure.words ?? failure.reason))
        var entry = Entry(
            time: mail.time, direction: .in, channel: .email, person: message.recipient,
            recruitment: message.followUp.recruitment, outcome: .bounced, message: message.id,
            kind: message.followUp.kind, detail: failure.words ?? failure.reason, undoes: contact)
        entry.subject = mail.subject
        entry.messageID = mail.messageID
        let id = try add(entry)
        try markFailing(message.recipient, failure, at: mail.time)
        return id
    }

    /// The entry that says that a message was sent, unless it was taken back.
    private func standingContact(of message: Message.ID) throws -> Contact.ID? {
        try row(
            """
            SELECT id FROM contact WHERE message = ? AND direction = 'out' AND outcome = 'sent'
                AND \(Self.stands)
            """, [message])?["id"]
    }

    private func markFailing(_ person: Person, _ failure: MailFact.Failure, at time: Date) throws {
        try run(
            """
            INSERT INTO addressFailure (person, address, time, permanent, reason, words) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (person) DO UPDATE SET address = ?2, time = ?3, permanent = ?4, reason = ?5, words = ?6
            """,
            [
                person.id, person.address?.text ?? failure.address, time.milliseconds,
                failure.isPermanent, failure.reason, failure.words,
            ])
    }

    /// Why mail to a person came back, where the address is still the same.
    package func addressFailure(of person: Person.ID) throws -> AddressFailure? {
        try row("SELECT * FROM addressFailure WHERE person = ?", [person]).map { row in
            AddressFailure(
                person: person, address: row["address"], time: Date(milliseconds: row["time"]),
                isPermanent: row["permanent"], reason: row["reason"], words: row["words"])
        }
    }

    /// Somebody has another address now, or has written.
    package func forgetFailure(of person: Person.ID) throws {
        try run("DELETE FROM addressFailure WHERE person = ?", [person])
    }
}
