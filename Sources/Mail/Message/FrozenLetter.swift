import CGMime
import Etiquette
import Foundation

/// A letter as it was approved. Exactly these bytes are sent; the hand-over adds its few headers.
public struct FrozenLetter: Equatable, Sendable {
    /// The message as it was approved, CRLF, without Date.
    public let bytes: [UInt8]
    /// The one sender.
    public let from: Correspondent
    /// The one recipient.
    public let to: Correspondent
    /// Decoded.
    public let subject: String
    /// Text with LF.
    public let body: String
    /// Without angle brackets.
    public let messageID: String

    /// Reads what `Letter.frozen()` made.
    public init(_ bytes: [UInt8]) throws(LetterProblem) {
        try self.init(bytes, as: MIMEMessage(parsing: bytes))
    }

    private init(_ bytes: [UInt8], as message: MIMEMessage) throws(LetterProblem) {
        self.bytes = bytes
        let senders = try message.correspondents(GMIME_ADDRESS_TYPE_FROM)
        guard senders.count == 1 else { throw .notOneSender(senders.count) }
        from = senders[0]
        to = try Self.onlyRecipient(of: message)
        guard let subject = message.subject else { throw .empty(.subject) }
        self.subject = subject
        guard let messageID = message.messageID else { throw .empty(.messageID) }
        self.messageID = messageID
        guard let content = try message.content(),
            let text = String(validating: Self.withoutCR(content), as: UTF8.self)
        else { throw .notPlainText }
        body = text
    }

    /// CRLF turned into LF: among bytes, since a search in text weighs every character.
    private static func withoutCR(_ content: [UInt8]) -> [UInt8] {
        let (cr, lf) = (UInt8(ascii: "\r"), UInt8(ascii: "\n"))
        var text: [UInt8] = []
        text.reserveCapacity(content.count)
        for byte in content {
            if byte == lf, text.last == cr { text.removeLast() }
            text.append(byte)
        }
        return text
    }

    private static func onlyRecipient(of message: MIMEMessage) throws(LetterProblem) -> Correspondent {
        var recipients: [Correspondent] = []
        for type in [GMIME_ADDRESS_TYPE_TO, GMIME_ADDRESS_TYPE_CC, GMIME_ADDRESS_TYPE_BCC] {
            recipients += try message.correspondents(type)
        }
        guard recipients.count == 1 else { throw .notOneRecipient(recipients.count) }
        return recipients[0]
    }

    /// The message that leaves: `Date` is added, and for an answer `In-Reply-To`, `References` and `Re:`.
    /// Everything else stays as it was frozen, byte for byte.
    public func dispatch(
        date: Date, zone: TimeZone, answering thread: LetterThread? = nil
    ) throws(LetterProblem) -> [UInt8] {
        try stamped(MIMEMessage(parsing: bytes), date: date, zone: zone, answering: thread)
    }

    /// Reads what `Letter.frozen()` made, and makes of it the message that leaves: both of one reading, since the
    /// reading is most of the work.
    public static func opened(
        _ bytes: [UInt8], date: Date, zone: TimeZone, answering thread: LetterThread? = nil
    ) throws(LetterProblem) -> (letter: FrozenLetter, dispatch: [UInt8]) {
        let message = try MIMEMessage(parsing: bytes)
        let letter = try FrozenLetter(bytes, as: message)
        return (letter, try letter.stamped(message, date: date, zone: zone, answering: thread))
    }

    private func stamped(
        _ message: MIMEMessage, date: Date, zone: TimeZone, answering thread: LetterThread?
    ) throws(LetterProblem) -> [UInt8] {
        guard !message.isDated else { throw .alreadyDated }
        let seconds = date.timeIntervalSince1970.rounded(.down)
        guard let instant = Int(exactly: seconds) else { throw .dateOutOfRange }
        let offset = zone.secondsFromGMT(for: date) / 60
        try message.setDate(secondsSince1970: instant, offsetMinutes: Int32(offset))
        if let thread { try answer(thread, in: message) }
        return try message.serialized()
    }

    private func answer(_ thread: LetterThread, in message: MIMEMessage) throws(LetterProblem) {
        for id in thread.references + [thread.messageID] {
            guard !id.isEmpty else { throw .empty(.thread) }
            try refuseControls(in: id, .thread)
            try refuseBeyondASCII(in: id, .thread)
        }
        let reply = thread.reply(to: subject)
        try refuseControls(in: reply, .subject)
        message.setHeader("In-Reply-To", "<\(thread.messageID)>")
        message.setHeader("References", thread.referencesValue)
        if reply != subject { try message.setSubject(reply) }
    }
}
