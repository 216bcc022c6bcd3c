import Etiquette
import Foundation
import Ledger
import Mail
import Synchronization

/// A message that etiquette lets go, on its way to a connection, with all that was read ahead for it.
final class OutboundMessage: Sendable {
    let outgoing: Outgoing
    let envelope: Envelope
    /// When the facts were read; whatever changed since makes them stale.
    let reading: Reading
    private let made = Mutex<(second: Int64, dispatch: Result<Dispatch, Dispatch.Unreadable>)?>(nil)

    init(_ outgoing: Outgoing, _ envelope: Envelope, _ reading: Reading) {
        self.outgoing = outgoing
        self.envelope = envelope
        self.reading = reading
    }

    /// A moment in the life of the ledger.
    struct Reading: Equatable, Sendable {
        /// How often somebody else had changed the ledger.
        var foreignChanges: Int
        /// How often this run had changed something that could matter to a later message to the same person.
        var ownChanges: Int
    }

    var id: Message.ID { outgoing.message.id }

    var recipient: Person.ID { outgoing.message.recipient.id }

    /// The message as it leaves at a moment. It is made once a second at most: no Date tells more (RFC 5322 3.3).
    func dispatch(at moment: Date) throws(Dispatch.Unreadable) -> Dispatch {
        let second = Int64(moment.timeIntervalSince1970.rounded(.down))
        return try made.withLock { made in
            if let made, made.second == second { return made.dispatch }
            let dispatch = Result { () throws(Dispatch.Unreadable) in try Dispatch(outgoing, at: moment) }
            made = (second, dispatch)
            return dispatch
        }.get()
    }
}

/// The bytes that leave, and what they were made of. A class, since it is handed about more often than it is made.
final class Dispatch: Sendable {
    let letter: FrozenLetter
    let bytes: [UInt8]
    /// As it goes, `Re:` included.
    let subject: String

    /// Makes the message as it leaves at a moment.
    ///
    /// - Throws: `Unreadable` where what was approved can't be read any more, or may not go on the wire.
    init(_ outgoing: Outgoing, at moment: Date) throws(Unreadable) {
        guard let frozen = outgoing.frozen else { throw Unreadable(detail: "it is missing") }
        do {
            letter = try FrozenLetter(frozen)
            guard Self.isAsApproved(letter, outgoing) else { throw Unreadable(detail: Unreadable.changed) }
            bytes = try letter.dispatch(
                date: moment, zone: outgoing.circumstances.zone, answering: outgoing.answered)
        } catch let error as Unreadable {
            throw error
        } catch {
            throw Unreadable(detail: "\(error)")
        }
        subject = outgoing.answered?.reply(to: letter.subject) ?? letter.subject
        // Looked at before it is written down: what a transport would not put on the wire is not handed over.
        if let fault = WireForm.fault(in: bytes) { throw Unreadable(detail: "\(fault)") }
    }

    /// Whether the letter is still the one that was approved, to the last bit. One from before there were digests has
    /// only the words beside it with which it was worded, and these must be its own.
    private static func isAsApproved(_ letter: FrozenLetter, _ outgoing: Outgoing) -> Bool {
        let message = outgoing.message
        guard letter.messageID == message.messageID else { return false }
        guard let digest = outgoing.digest else {
            return letter.body == message.body && letter.subject == message.subject
        }
        return Digest.sha256(letter.bytes) == digest
    }

    /// What was approved is damaged.
    struct Unreadable: Error {
        /// It can be read, and is not what was approved.
        static let changed = "changed"

        let detail: String
    }
}
