/// The text of a JSON document (RFC 8259) while it is written.
final class JSONText {
    private(set) var bytes: [UInt8] = []

    /// A value as one document, each object's keys in the order of the alphabet.
    ///
    /// Not by Foundation's encoder: it builds a tree of everything first, and to tell of a message took it longer than to
    /// send one.
    /// - Throws: what a value throws while it describes itself, and `EncodingError` for a number that JSON has not.
    static func encode(_ value: some Encodable) throws -> [UInt8] {
        let text = JSONText()
        try JSONNode.write(value, to: text)
        return text.bytes
    }

    var count: Int { bytes.count }

    func append(_ word: String) {
        bytes += word.utf8
    }

    /// Puts the pieces that begin at these places, the last one at the end of the text, into another order, with a comma
    /// between them.
    func reorder(_ pieces: [Range<Int>]) {
        guard let start = pieces.map(\.lowerBound).min() else { return }
        var ordered: [UInt8] = []
        ordered.reserveCapacity(bytes.count - start + pieces.count)
        for piece in pieces {
            if !ordered.isEmpty { ordered.append(UInt8(ascii: ",")) }
            ordered += bytes[piece]
        }
        bytes.replaceSubrange(start..., with: ordered)
    }

    func quote(_ value: String) {
        var value = value
        bytes.append(UInt8(ascii: "\""))
        value.withUTF8 { escape($0) }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Quotation mark, reverse solidus and control characters (RFC 8259 section 7).
    private func escape(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for index in text.indices {
            let byte = text[index]
            guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
            bytes += text[start..<index]
            append(Self.escaped(byte))
            start = index + 1
        }
        bytes += text[start...]
    }

    private static func escaped(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "\""): #"\""#
        case UInt8(ascii: "\\"): #"\\"#
        case 0x08: #"\b"#
        case 0x09: #"\t"#
        case 0x0A: #"\n"#
        case 0x0C: #"\f"#
        case 0x0D: #"\r"#
        default: (byte < 0x10 ? #"\u000"# : #"\u00"#) + String(byte, radix: 16)
        }
    }
}
