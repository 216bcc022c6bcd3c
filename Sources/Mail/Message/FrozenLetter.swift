import Etiquette
import Foundation

/// A letter as it was approved. Exactly these bytes are sent; the hand-over adds its few headers.
package struct FrozenLetter: Equatable, Sendable {
    /// The message as it was approved, CRLF, without Date.
    package let bytes: [UInt8]
    /// The one sender.
    package let from: Correspondent
    /// The one recipient.
    package let to: Correspondent
    /// Decoded.
    package let subject: String
    /// Text with LF.
    package let body: String
    /// Without angle brackets.
    package let messageID: String

    private let header: LetterHeader

    /// Reads what `Letter.frozen()` made.
    package init(_ bytes: [UInt8]) throws(LetterProblem) {
        let header = try LetterHeader(of: bytes)
        let senders = try header.correspondents(in: "from")
        guard senders.count == 1 else { throw .notOneSender(senders.count) }
        from = senders[0]
        to = try header.onlyRecipient
        guard let subject = header.value(of: "subject"), !subject.isEmpty else { throw .empty(.subject) }
        self.subject = EncodedWordReader.text(subject)
        guard let messageID = header.messageID else { throw .empty(.messageID) }
        self.messageID = messageID
        body = try header.text
        self.bytes = bytes
        self.header = header
    }

    /// The message that leaves: `Date` is added, and for an answer `In-Reply-To`, `References` and `Re:`.
    /// Everything else stays as it was frozen, byte for byte.
    package func dispatch(
        date: Date, zone: TimeZone, answering thread: LetterThread? = nil
    ) throws(LetterProblem) -> [UInt8] {
        guard header.value(of: "date") == nil else { throw .alreadyDated }
        let dated = try HeaderField.date(date, in: zone)
        guard let thread else { return header.message(adding: dated) }
        for id in thread.references + [thread.messageID] {
            guard !id.isEmpty else { throw .empty(.thread) }
            try refuseControls(in: id, .thread)
            try refuseBeyondASCII(in: id, .thread)
        }
        let reply = thread.reply(to: subject)
        try refuseControls(in: reply, .subject)
        return header.message(
            adding: dated + HeaderField.plain("In-Reply-To", "<\(thread.messageID)>")
                + HeaderField.plain("References", thread.referencesValue),
            subject: reply == subject ? nil : HeaderField.subject(reply))
    }
}

extension LetterHeader {
    fileprivate func correspondents(in name: String) throws(LetterProblem) -> [Correspondent] {
        guard let value = value(of: name) else { return [] }
        return try AddressReader.correspondents(in: value)
    }

    fileprivate var onlyRecipient: Correspondent {
        get throws(LetterProblem) {
            let recipients =
                try correspondents(in: "to") + correspondents(in: "cc") + correspondents(in: "bcc")
            guard recipients.count == 1 else { throw .notOneRecipient(recipients.count) }
            return recipients[0]
        }
    }

    /// Without angle brackets.
    fileprivate var messageID: String? {
        guard let value = value(of: "message-id"), value.count > 2, value.first == UInt8(ascii: "<"),
            value.last == UInt8(ascii: ">")
        else { return nil }
        return String(decoding: value.dropFirst().dropLast(), as: UTF8.self)
    }

    /// The content of a letter that is one text in UTF-8, with LF.
    fileprivate var text: String {
        get throws(LetterProblem) {
            let type = value(of: "content-type").map { String(decoding: $0, as: UTF8.self).lowercased() }
            let encoding = value(of: "content-transfer-encoding").map { String(decoding: $0, as: UTF8.self) }
            guard type?.hasPrefix("text/plain") != false,
                [nil, "7bit", "quoted-printable", "base64"].contains(encoding),
                let text = String(
                    validating: Self.withoutCR(
                        TransferEncoding.decoded(content, encoding ?? "", limit: content.count)),
                    as: UTF8.self)
            else { throw .notPlainText }
            return text
        }
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
}
