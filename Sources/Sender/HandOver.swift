import Etiquette
import Foundation
import Ledger
import Mail

/// One message on its way out: judged for the last time and written down before its first byte leaves.
struct HandOver {
    let message: Message.ID
    let judge: Judge
    /// As the server was told it a moment ago.
    let envelope: Envelope

    /// Why a message that was due a moment ago is not sent after all.
    struct Withdrawn: Error {
        let verdict: Verdict
    }

    /// The bytes that leave now, and the subject that they bear.
    struct Parcel {
        let bytes: [UInt8]
        let subject: String
    }

    /// The last word of etiquette, and `handedOver` on disk as soon as the transaction ends.
    ///
    /// - Throws: `Withdrawn` where a cancelling, an answer or another change came first.
    func perform(in books: Books, at now: Date) throws -> Parcel {
        let message = try books.message(message)
        // Somebody else has moved it since this run began; there is nothing left to do.
        guard message.state == .queued else { throw Withdrawn(verdict: .send) }
        let circumstances = try books.circumstances(of: message)
        let verdict = judge.verdict(in: circumstances, at: now)
        guard verdict == .send else { throw Withdrawn(verdict: verdict) }
        let letter = try Self.letter(of: message, in: books)
        if let reason = Self.changeOfSender(letter, from: envelope.sender, at: now) {
            throw Withdrawn(verdict: .hold(reason))
        }
        try check(letter, for: message)
        let parcel = try Self.parcel(letter, message, zone: circumstances.zone, in: books, at: now)
        // Looked at before it is written down: what a transport would not put on the wire is not handed over.
        if let fault = WireForm.fault(in: parcel.bytes) { throw fault }
        try books.handOver(message.id, dispatched: parcel.bytes, subject: parcel.subject, at: now)
        return parcel
    }

    /// The message as it would leave at a moment; nothing is written.
    ///
    /// - Throws: `Withdrawn` where it was approved under another sender.
    static func preview(
        _ message: Message, zone: TimeZone, from sender: EmailAddress, in books: Books, at moment: Date
    ) throws -> Parcel {
        let letter = try letter(of: message, in: books)
        if let reason = changeOfSender(letter, from: sender, at: moment) {
            throw Withdrawn(verdict: .hold(reason))
        }
        return try parcel(letter, message, zone: zone, in: books, at: moment)
    }

    private static func changeOfSender(_ letter: FrozenLetter, from sender: EmailAddress, at now: Date)
        -> Reason?
    {
        let approved = letter.from.address
        return approved.key == sender.key ? nil : Reason(.senderChanged, moment: now, detail: approved.text)
    }

    /// Whoever is on the envelope is in the letter (rule `names-right`): an address that was mended while the
    /// server was being talked to is for the next run.
    private func check(_ letter: FrozenLetter, for message: Message) throws {
        guard letter.to.address.key == message.recipient.address?.key else {
            throw LedgerProblem.damaged(
                path: "", detail: "message \(message.id.rawValue) was approved for \(letter.to.address.text)")
        }
        guard letter.to.address.key == envelope.recipient.key else { throw Withdrawn(verdict: .send) }
    }

    private static func letter(of message: Message, in books: Books) throws -> FrozenLetter {
        guard let frozen = try books.frozen(message.id) else {
            throw LedgerProblem.damaged(
                path: "", detail: "message \(message.id.rawValue) is queued without its text")
        }
        return try FrozenLetter(frozen)
    }

    private static func parcel(
        _ letter: FrozenLetter, _ message: Message, zone: TimeZone, in books: Books, at now: Date
    ) throws -> Parcel {
        let thread = try books.answered(by: message).map {
            LetterThread(messageID: $0.messageID, subject: $0.subject)
        }
        return Parcel(
            bytes: try letter.dispatch(date: now, zone: zone, answering: thread),
            subject: thread?.reply(to: letter.subject) ?? letter.subject)
    }
}
