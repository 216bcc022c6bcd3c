/// Text that is ASCII for the most part, made 7-bit (RFC 2045 6.7).
enum QuotedPrintable {
    /// The longest line, the equals sign of a soft line break included (rule 5).
    private static let longestLine = 76

    /// Text with LF, as lines that end in CRLF.
    static func encoded(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        var column = 0
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\n") {
                result += [0x0D, 0x0A]
                column = 0
                continue
            }
            let endsLine = index + 1 == bytes.count || bytes[index + 1] == UInt8(ascii: "\n")
            let piece = isPlain(byte, endsLine: endsLine) ? [byte] : escaped(byte)
            // A soft line break needs a place of its own, unless the line ends here anyway.
            if column + piece.count > (endsLine ? longestLine : longestLine - 1) {
                result += [UInt8(ascii: "="), 0x0D, 0x0A]
                column = 0
            }
            result += piece
            column += piece.count
        }
        return result
    }

    /// White space at the end of a line would be lost (rule 3).
    private static func isPlain(_ byte: UInt8, endsLine: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"): !endsLine
        case UInt8(ascii: "="): false
        default: (0x21...0x7E).contains(byte)
        }
    }

    /// `=E2` (rule 1).
    static func escaped(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
    }
}
