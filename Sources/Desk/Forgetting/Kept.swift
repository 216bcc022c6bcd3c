import Etiquette
import Foundation
import Ledger

/// What is kept of a person besides their history.
package struct Kept: Equatable, Sendable {
    /// Bytes that left, of a message to them.
    package struct Sent: Equatable, Sendable {
        package let message: Message.ID
        package let bytes: [UInt8]
    }

    /// Every spelling of their name that was met.
    package let spellings: [SeenName]
    /// Why mail to them came back.
    package let failure: AddressFailure?
    package let sent: [Sent]
    /// What was noted of their mail.
    package let mails: [HeardMail]
    /// Letters to others that tell of them.
    package let mentions: [Message]
}

extension Desk {
    /// Everything else that is kept of a person: what a forgetting would take away, and no history has.
    package func kept(of person: Person.ID) throws -> Kept {
        try ledger.read { transaction in
            let known = try transaction.person(person)
            return Kept(
                spellings: try transaction.seenNames(of: person),
                failure: try transaction.addressFailure(of: person),
                sent: try transaction.messages(to: person).compactMap { message in
                    try transaction.dispatched(message.id).map { Kept.Sent(message: message.id, bytes: $0) }
                },
                mails: try transaction.mails(of: person),
                mentions: known.isForgotten
                    ? [] : try transaction.letters(telling: known, besides: [sender.name]))
        }
    }
}
