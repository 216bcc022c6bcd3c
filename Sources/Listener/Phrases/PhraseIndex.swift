/// A text as phrases are looked for in it: lower case, white space collapsed, apostrophes and dashes of one kind.
struct NormalText {
    let bytes: [UInt8]

    init(_ text: some StringProtocol) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.lowercased().unicodeScalars {
            switch scalar {
            case " ", "\n", "\t", "\r", "\u{A0}", "\u{3000}": if bytes.last != 0x20 { bytes.append(0x20) }
            case "\u{2019}", "\u{2018}", "\u{B4}", "`": bytes.append(UInt8(ascii: "'"))
            case "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}": bytes.append(UInt8(ascii: "-"))
            case "\u{FF1A}": bytes.append(UInt8(ascii: ":"))
            default: bytes.append(contentsOf: Unicode.UTF8.encode(scalar).map { Array($0) } ?? [])
            }
        }
        self.bytes = bytes
    }

    func hasPrefix(_ other: NormalText) -> Bool { bytes.starts(with: other.bytes) }
}

/// Many phrases, found in one pass over a text.
struct PhraseIndex<Label: Hashable & Sendable>: Sendable {
    /// A phrase that stands in a text.
    struct Match: Sendable {
        let label: Label
        let phrase: String
        /// Where in the normal text it begins.
        let offset: Int
    }

    private struct Entry: Sendable {
        let label: Label
        let phrase: String
        let bytes: [UInt8]
    }

    private var entries: [Int: [Entry]] = [:]
    /// Which pairs of bytes begin a phrase: most places of a text are passed by this.
    private var begins = [Bool](repeating: false, count: 65_536)

    init(_ phrases: [(Label, [String])]) {
        for (label, list) in phrases {
            for phrase in list {
                let bytes = NormalText(phrase).bytes
                guard bytes.count >= 2 else { continue }
                let key = Int(bytes[0]) << 8 | Int(bytes[1])
                entries[key, default: []].append(Entry(label: label, phrase: phrase, bytes: bytes))
                begins[key] = true
            }
        }
    }

    /// The first match of every label.
    func matches(in text: NormalText) -> [Label: Match] {
        var found: [Label: Match] = [:]
        let bytes = text.bytes
        guard bytes.count >= 2 else { return found }
        for offset in 0..<(bytes.count - 1) {
            let key = Int(bytes[offset]) << 8 | Int(bytes[offset + 1])
            guard begins[key] else { continue }
            for entry in entries[key, default: []] where found[entry.label] == nil {
                if Self.stands(entry.bytes, in: bytes, at: offset) {
                    found[entry.label] = Match(label: entry.label, phrase: entry.phrase, offset: offset)
                }
            }
        }
        return found
    }

    /// As whole words: no letter or digit of ASCII goes on before or behind it.
    private static func stands(_ phrase: [UInt8], in text: [UInt8], at offset: Int) -> Bool {
        let end = offset + phrase.count
        guard end <= text.count else { return false }
        for index in phrase.indices where text[offset + index] != phrase[index] { return false }
        if isWord(phrase[0]), offset > 0, isWord(text[offset - 1]) { return false }
        if isWord(phrase[phrase.count - 1]), end < text.count, isWord(text[end]) { return false }
        return true
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }
}
