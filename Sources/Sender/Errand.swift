import Etiquette
import Foundation
import Ledger
import Mail
import Synchronization

/// A message that etiquette lets go, on its way to a connection, with all that was read ahead for it.
final class Errand: Sendable {
    let outgoing: Outgoing
    let envelope: Envelope
    /// When the facts were read; whatever changed since makes them stale.
    let reading: Reading
    private let read = Mutex<Result<FrozenLetter, Dispatch.Unreadable>?>(nil)

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

    /// What was approved; read once, by whoever asks first.
    func letter() throws(Dispatch.Unreadable) -> FrozenLetter {
        try read.withLock { read in
            let letter =
                read ?? Result { () throws(Dispatch.Unreadable) in try Dispatch.letter(of: outgoing) }
            read = letter
            return letter
        }.get()
    }
    var recipient: Person.ID { outgoing.message.recipient.id }
}

/// The bytes that leave, and what they were made of.
struct Dispatch: Sendable {
    let letter: FrozenLetter
    let bytes: [UInt8]
    /// As it goes, `Re:` included.
    let subject: String

    /// Makes the message as it leaves at a moment.
    ///
    /// - Parameter letter: what was approved, where somebody has read it already.
    /// - Throws: `Unreadable` where what was approved can't be read any more, or may not go on the wire.
    init(_ outgoing: Outgoing, _ letter: FrozenLetter? = nil, at moment: Date) throws(Unreadable) {
        let letter = if let letter { letter } else { try Self.letter(of: outgoing) }
        let thread = outgoing.answered.map {
            LetterThread(messageID: $0.messageID, references: $0.thread, subject: $0.subject)
        }
        do {
            bytes = try letter.dispatch(
                date: moment, zone: outgoing.circumstances.zone, answering: thread)
        } catch {
            throw Unreadable(detail: "\(error)")
        }
        self.letter = letter
        subject = thread?.reply(to: letter.subject) ?? letter.subject
        // Looked at before it is written down: what a transport would not put on the wire is not handed over.
        if let fault = WireForm.fault(in: bytes) { throw Unreadable(detail: "\(fault)") }
    }

    static func letter(of outgoing: Outgoing) throws(Unreadable) -> FrozenLetter {
        guard let frozen = outgoing.frozen else { throw Unreadable(detail: "it is missing") }
        do {
            return try FrozenLetter(frozen)
        } catch {
            throw Unreadable(detail: "\(error)")
        }
    }

    /// What was approved is damaged.
    struct Unreadable: Error {
        let detail: String
    }
}
