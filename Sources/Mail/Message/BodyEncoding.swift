import Foundation

/// How a body becomes 7-bit (RFC 2045 section 6). Servers that do not speak 8BITMIME exist, and libcurl
/// would send 8-bit text to them all the same.
enum BodyEncoding: Equatable {
    /// As it is: ASCII in lines that fit a terminal.
    case sevenBit
    case quotedPrintable
    /// Shorter than quoted-printable where most of the text is not ASCII.
    case base64

    /// The longest line that goes as it is (RFC 5322 2.1.1 recommends 78).
    static let longestLine = 78

    init(for body: String) {
        // Among octets: a code point begins with one that does not continue another (RFC 3629 section 3).
        let count = body.utf8.count { $0 & 0xC0 != 0x80 }
        let foreign = body.utf8.count { $0 >= 0xC0 }
        if foreign * 2 > count {
            self = .base64
        } else if foreign == 0
            && body.utf8.split(separator: UInt8(ascii: "\n")).allSatisfy({ $0.count <= Self.longestLine })
        {
            self = .sevenBit
        } else {
            self = .quotedPrintable
        }
    }

    /// As the field Content-Transfer-Encoding names it (RFC 2045 6.1).
    var name: String {
        switch self {
        case .sevenBit: "7bit"
        case .quotedPrintable: "quoted-printable"
        case .base64: "base64"
        }
    }

    /// The body as it goes on the wire; every line ends in CRLF, the last one, too.
    ///
    /// - Parameter body: text with LF.
    func encoded(_ body: String) -> [UInt8] {
        let ended = body.hasSuffix("\n") ? body : body + "\n"
        switch self {
        case .sevenBit: return Self.withCRLF(ended)
        case .quotedPrintable: return QuotedPrintable.encoded(ended)
        case .base64:
            // Base64 hides line breaks from whoever converts them later, so that they are CRLF inside (RFC 2045 6.8).
            let text = Data(Self.withCRLF(ended)).base64EncodedString(options: [
                .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
            ])
            return Array(text.utf8) + [0x0D, 0x0A]
        }
    }

    private static func withCRLF(_ text: String) -> [UInt8] {
        text.utf8.flatMap { $0 == UInt8(ascii: "\n") ? [UInt8(ascii: "\r"), $0] : [$0] }
    }
}
