/// What stands in a response: atoms, strings, lists.
indirect enum IMAPValue: Equatable {
    /// A bare word; `BODY[HEADER]<0>` is one.
    case atom(String)
    /// Quoted, or a literal.
    case string([UInt8])
    case list([IMAPValue])

    /// NIL (RFC 3501 4.5) is an atom too.
    var isNothing: Bool { if case .atom(let text) = self { text.uppercased() == "NIL" } else { false } }

    /// The bytes of a string or of an atom that stands for one.
    var bytes: [UInt8]? {
        switch self {
        case .string(let bytes): bytes
        case .atom(let text): isNothing ? nil : Array(text.utf8)
        case .list: nil
        }
    }

    var text: String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

    var number: UInt32? { if case .atom(let text) = self { UInt32(text) } else { nil } }
}

/// Reads the values of a response, one after the other.
struct IMAPScanner {
    private static let deepest = 20

    private let parts: [IMAPResponse.Part]
    private var part = 0
    private var text: [UInt8] = []
    private var next = 0

    init(_ response: IMAPResponse) {
        parts = response.parts
        if case .text(let bytes)? = parts.first { text = bytes }
    }

    /// All values up to the end; nil where they are not what a server may say.
    mutating func values() -> [IMAPValue]? { values(until: nil, depth: 0) }

    private mutating func values(until end: UInt8?, depth: Int) -> [IMAPValue]? {
        guard depth <= Self.deepest else { return nil }
        var values: [IMAPValue] = []
        while true {
            while peek == 0x20 || peek == 0x09 { next += 1 }
            guard let byte = peek else {
                guard let literal = literal() else { return end == nil && part >= parts.count ? values : nil }
                values.append(.string(literal))
                continue
            }
            if byte == end {
                next += 1
                return values
            }
            guard let value = value(byte, depth) else { return nil }
            values.append(value)
        }
    }

    private var peek: UInt8? { next < text.count ? text[next] : nil }

    private mutating func value(_ byte: UInt8, _ depth: Int) -> IMAPValue? {
        switch byte {
        case UInt8(ascii: "("):
            next += 1
            return values(until: UInt8(ascii: ")"), depth: depth + 1).map { .list($0) }
        case UInt8(ascii: ")"): return nil
        case UInt8(ascii: "\""):
            next += 1
            return quoted().map { .string($0) }
        default: return .atom(atom())
        }
    }

    private mutating func quoted() -> [UInt8]? {
        var bytes: [UInt8] = []
        while let byte = peek {
            next += 1
            if byte == UInt8(ascii: "\"") { return bytes }
            if byte == UInt8(ascii: "\\") {
                guard let escaped = peek else { return nil }
                bytes.append(escaped)
                next += 1
            } else {
                bytes.append(byte)
            }
        }
        return nil
    }

    /// Up to a space or parenthesis; inside brackets those belong to it.
    private mutating func atom() -> String {
        let start = next
        var isBracketed = false
        while let byte = peek {
            if byte == UInt8(ascii: "[") { isBracketed = true }
            if byte == UInt8(ascii: "]") { isBracketed = false }
            if !isBracketed, byte == 0x20 || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") { break }
            next += 1
        }
        return String(decoding: text[start..<next], as: UTF8.self)
    }

    /// At the end of a piece of text: the literal that follows, and on to the text behind it.
    private mutating func literal() -> [UInt8]? {
        part += 1
        guard part < parts.count, case .literal(let bytes) = parts[part] else { return nil }
        part += 1
        text = []
        next = 0
        if part < parts.count, case .text(let bytes) = parts[part] { text = bytes }
        return bytes
    }
}
