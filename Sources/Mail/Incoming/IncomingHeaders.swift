import Foundation
import Text

/// The header of an incoming mail, read within bounds and fit to be shown. Nothing in it is to be trusted: who wrote
/// the mail wrote this too.
package struct IncomingHeaders: Equatable, Sendable {
    /// The address that errors go to (RFC 5321 4.4).
    package enum ReturnPath: Equatable, Sendable {
        /// `<>`, or `MAILER-DAEMON` in its place: written by a machine that wants no answer (RFC 5321 4.5.5).
        case null
        case address(String)
    }

    private let fields: HeaderFields
    /// From; the first such header, where there are several.
    package let from: [IncomingAddress]
    /// Who sent it for the author (RFC 5322 3.6.2).
    package let sender: [IncomingAddress]
    /// Where answers are to go.
    package let replyTo: [IncomingAddress]
    /// To whom it is written.
    package let to: [IncomingAddress]
    /// Who gets a copy.
    package let cc: [IncomingAddress]
    /// Empty where there is none.
    package let subject: String
    /// When it was written, as its sender claims.
    package let date: Date?
    /// Without angle brackets.
    package let messageID: String?
    /// Without angle brackets.
    package let inReplyTo: [String]
    /// Without angle brackets, oldest first.
    package let references: [String]
    /// As the last server noted it; absent where it noted none.
    package let returnPath: ReturnPath?
    /// What the body is; plain text where nothing is said.
    package let contentType: ContentType

    /// Reads the header of a mail; a body behind it is not looked at.
    package init(parsing bytes: [UInt8]) {
        self.init(HeaderFields(of: bytes))
    }

    init(_ fields: HeaderFields) {
        self.fields = fields
        func addresses(_ name: String) -> [IncomingAddress] {
            fields.first(name).map(AddressReader.addresses) ?? []
        }
        from = addresses("from")
        sender = addresses("sender")
        replyTo = addresses("reply-to")
        to = addresses("to")
        cc = addresses("cc")
        subject = fields.first("subject").map { ShownText.line(EncodedWordReader.text($0)) } ?? ""
        date = fields.first("date").flatMap { MailDate.date(ShownText.line(Charset.text($0, charset: nil))) }
        messageID = fields.messageID
        inReplyTo = fields.ids("in-reply-to")
        references = fields.ids("references")
        returnPath = fields.first("return-path").flatMap(Self.returnPath)
        contentType = fields.first("content-type").map { ContentType($0) } ?? .plain
    }

    /// The first value of a header, decoded and fit to be shown; nil where it is missing.
    /// - Parameter name: in lower case.
    package func value(_ name: String) -> String? {
        fields.first(name).map { ShownText.line(EncodedWordReader.text($0)) }
    }

    /// Whether such a header stands there, be it empty.
    package func has(_ name: String) -> Bool { fields.first(name) != nil }

    /// The names of all headers, in lower case, in their order.
    package var names: [String] { fields.fields.map(\.name) }

    /// More than one From header or author: readers disagree on who that is.
    package var isSenderDoubtful: Bool { fields.values("from").count > 1 || from.count > 1 }

    /// The addresses in all headers of one name, which is to be in lower case.
    package func addresses(in name: String) -> [IncomingAddress] {
        fields.values(name).prefix(5).flatMap(AddressReader.addresses)
    }

    private static func returnPath(_ value: [UInt8]) -> ReturnPath? {
        let text = ShownText.line(Charset.text(value, charset: nil)).filter { !$0.isWhitespace }
        let address = text.filter { $0 != "<" && $0 != ">" }.lowercased()
        // Some servers write the daemon's own name for nobody.
        if text == "<>" || address.prefix(while: { $0 != "@" }) == "mailer-daemon" { return .null }
        return address.isEmpty ? nil : .address(address)
    }
}
