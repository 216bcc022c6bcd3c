import CGMime

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

    var gmime: GMimeContentEncoding {
        switch self {
        case .sevenBit: GMIME_CONTENT_ENCODING_7BIT
        case .quotedPrintable: GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE
        case .base64: GMIME_CONTENT_ENCODING_BASE64
        }
    }

    /// The bytes to encode; the last line is ended. Base64 hides line breaks from whoever converts them later, so
    /// that they must be CRLF inside (RFC 2045 6.8).
    func canonical(_ body: String) -> [UInt8] {
        let ended = body.hasSuffix("\n") ? body : body + "\n"
        guard self == .base64 else { return Array(ended.utf8) }
        return ended.utf8.flatMap { $0 == UInt8(ascii: "\n") ? [UInt8(ascii: "\r"), $0] : [$0] }
    }
}
