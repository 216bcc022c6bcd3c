/// A text taken down in one go: its words, and the marks between them that a check looks for. Every check reads this,
/// so that a message is gone over once.
struct TokenizedText: Sendable {
    /// The text as it stands, in UTF-8.
    let bytes: [UInt8]
    /// The words in small letters and with straight apostrophes, one behind the other.
    private(set) var folded: [UInt8] = []
    /// In their order.
    private(set) var words: [Word] = []
    /// In their order.
    private(set) var marks: [Mark] = []

    /// Letters and digits with the apostrophes between them; a hyphen parts two words.
    struct Word: Sendable {
        /// Where it stands in `bytes`.
        var range: Range<Int>
        /// Where it stands in `folded`.
        var folded: Range<Int>
        /// Of what stands in `folded`.
        var hash: UInt64
        var traits: Traits
    }

    /// What a check wants to know of a word without looking at its letters.
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt16

        /// The first of a sentence or line.
        static let startsSentence = Self(rawValue: 1)
        /// The first of a paragraph.
        static let startsParagraph = Self(rawValue: 2)
        /// Nothing but spaces, or one line end, between it and the word before.
        static let followsSpace = Self(rawValue: 4)
        /// The first after white space, whatever marks stand between.
        static let startsChunk = Self(rawValue: 8)
        /// A hyphen joins it to the word before.
        static let followsHyphen = Self(rawValue: 16)
        static let hasCapital = Self(rawValue: 32)
        static let hasSmall = Self(rawValue: 64)
        /// A capital stands behind another letter.
        static let hasInnerCapital = Self(rawValue: 128)
        static let hasDigit = Self(rawValue: 256)
        /// Letters of another script than the Latin one.
        static let isForeign = Self(rawValue: 512)
        /// Part of an address, a link, a path or a handle.
        static let isCode = Self(rawValue: 1024)
    }

    /// Something between words.
    struct Mark: Sendable {
        enum Kind: Sendable {
            case exclamation, straightDouble, curlyDouble, straightSingle, curlySingle
            case spaces, emoji, question
            /// The beginning of a link or an address.
            case link
        }

        let kind: Kind
        /// Where it stands in `bytes`.
        let range: Range<Int>
    }

    init(_ text: String) {
        var text = text
        bytes = text.withUTF8 { Array($0) }
        var scanner = PageScanner(count: bytes.count)
        bytes.withUnsafeBufferPointer { scanner.scan($0) }
        (folded, words, marks) = (scanner.folded, scanner.words, scanner.marks)
    }

    /// A word in small letters.
    func text(_ word: Word) -> String { String(decoding: folded[word.folded], as: UTF8.self) }

    /// A word as it stands.
    func original(_ word: Word) -> String { String(decoding: bytes[word.range], as: UTF8.self) }

    /// Where some words stand, with what is between them.
    func place(_ part: Finding.Part, words range: Range<Int>) -> Finding.Place {
        let (first, last) = (words[range.lowerBound], words[range.upperBound - 1])
        return Finding.Place(part, first.range.lowerBound..<last.range.upperBound, of: bytes)
    }

    /// The words of another page wherever they stand in a row, whatever their case and the marks between them.
    func occurrences(of other: TokenizedText) -> [Range<Int>] {
        guard let first = other.words.first else { return [] }
        let count = other.words.count
        var found: [Range<Int>] = []
        for start in words.indices.dropLast(count - 1) where words[start].hash == first.hash {
            let rest = 1..<count
            if rest.allSatisfy({ words[start + $0].hash == other.words[$0].hash }) {
                found.append(start..<(start + count))
            }
        }
        return found
    }
}

/// Of the words that are compared: FNV-1a, with the bits mixed once more. Two words of one language never share one in
/// practice: half of 2^64 stands behind it, and a finding is all that hangs on it.
struct WordHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    mutating func take(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    /// Of a word in small letters with straight apostrophes.
    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = WordHash()
        for byte in bytes { hash.take(byte) }
        return hash.value
    }

    static func of(_ text: some StringProtocol) -> UInt64 { of(text.utf8) }
}
