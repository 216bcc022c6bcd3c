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

    /// Quotation mark, reverse solidus and control characters (RFC 8259 section 7); and what a terminal obeys or nobody sees:
    /// the C1 controls, marks of direction, what joins or has no width.
    private func escape(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            let isPlain =
                byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
            // Of what is written in two bytes and more, few beginnings can be one of those.
            let hidden = isPlain || byte < 0x80 ? nil : Self.hidden(in: text, at: index)
            guard hidden != nil || !isPlain && byte < 0x80 else {
                index += 1
                continue
            }
            bytes += text[start..<index]
            append(hidden.map(Self.escaped) ?? Self.escaped(byte))
            index += hidden?.utf8.count ?? 1
            start = index
        }
        bytes += text[start...]
    }

    /// The character that begins there, if it is not to be seen as it is.
    private static func hidden(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Unicode.Scalar? {
        let length =
            switch text[index] {
            case 0xC2, 0xD8, 0xDC: 2
            case 0xE1, 0xE2, 0xE3, 0xEF: 3
            case 0xF0, 0xF3: 4
            default: 0
            }
        guard length > 0, index + length <= text.count,
            let scalar = String(decoding: text[index..<(index + length)], as: UTF8.self).unicodeScalars.first
        else { return nil }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: scalar
        default: nil
        }
    }

    /// As UTF-16 has it, which is how JSON escapes (RFC 8259 section 7).
    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
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
        default: escaped(Unicode.Scalar(byte))
        }
    }
}
