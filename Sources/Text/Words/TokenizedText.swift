/// A text taken down in one go: its words, and the marks between them that a check looks for. Every check reads this,
/// so that a message is gone over once.
package struct TokenizedText: Sendable {
    /// The text as it stands, in UTF-8.
    package let bytes: [UInt8]
    /// The words in small letters and with straight apostrophes, a space between them, and a line end before the first of
    /// a sentence.
    package private(set) var folded: [UInt8] = []
    package private(set) var words: [Word] = []
    package private(set) var marks: [Mark] = []

    /// Letters and digits with the apostrophes between them; a hyphen parts two words.
    package struct Word: Sendable {
        /// Where it stands in `bytes`.
        package var range: Range<Int>
        /// Where it stands in `folded`.
        package var folded: Range<Int>
        /// Of what stands in `folded`.
        package var hash: UInt64
        package var traits: Traits
    }

    /// What a check wants to know of a word without looking at its letters.
    package struct Traits: OptionSet, Sendable {
        package let rawValue: UInt16

        package init(rawValue: UInt16) { self.rawValue = rawValue }

        /// The first of a sentence or line.
        package static let startsSentence = Self(rawValue: 1)
        /// The first of a paragraph.
        package static let startsParagraph = Self(rawValue: 2)
        /// Nothing but spaces, or one line end, between it and the word before.
        package static let followsSpace = Self(rawValue: 4)
        /// The first after white space, whatever marks stand between.
        package static let startsChunk = Self(rawValue: 8)
        /// A hyphen joins it to the word before.
        package static let followsHyphen = Self(rawValue: 16)
        package static let hasCapital = Self(rawValue: 32)
        package static let hasSmall = Self(rawValue: 64)
        /// A capital stands behind another letter.
        package static let hasInnerCapital = Self(rawValue: 128)
        package static let hasDigit = Self(rawValue: 256)
        /// Letters of another script than the Latin one.
        package static let isForeign = Self(rawValue: 512)
        /// Part of an address, a link, a path or a handle.
        package static let isCode = Self(rawValue: 1024)
    }

    /// Something between words.
    package struct Mark: Sendable {
        package enum Kind: Sendable {
            case exclamation, straightDouble, curlyDouble, straightSingle, curlySingle
            case spaces, emoji, question
            /// The beginning of a link or an address.
            case link
        }

        package let kind: Kind
        /// Where it stands in `bytes`.
        package let range: Range<Int>
    }

    package init(_ text: String) {
        var text = text
        bytes = text.withUTF8 { Array($0) }
        var scanner = TextScanner(count: bytes.count, cut: .prose)
        bytes.withUnsafeBufferPointer { scanner.scan($0) }
        (folded, words, marks) = (scanner.folded, scanner.words, scanner.marks)
    }

    /// A word in small letters.
    package func text(_ word: Word) -> String { String(decoding: folded[word.folded], as: UTF8.self) }

    /// A word as it stands.
    package func original(_ word: Word) -> String { String(decoding: bytes[word.range], as: UTF8.self) }

    /// Whether a number has the sign of a currency before it: "£32,000".
    package func isAmount(at index: Int) -> Bool {
        guard words.indices.contains(index) else { return false }
        let word = words[index]
        guard word.traits.contains(.hasDigit) else { return false }
        let before = String(decoding: bytes[..<word.range.lowerBound].suffix(4), as: UTF8.self).unicodeScalars
        return before.reversed().first { $0 != " " }?.properties.generalCategory == .currencySymbol
    }

    /// The words of another page wherever they stand in a row, whatever their case and the marks between them.
    package func occurrences(of other: TokenizedText) -> [Range<Int>] {
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
package struct WordHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    mutating func take(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

    /// Of a word in small letters with straight apostrophes.
    package static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = WordHash()
        for byte in bytes { hash.take(byte) }
        return hash.value
    }

    package static func of(_ text: some StringProtocol) -> UInt64 { of(text.utf8) }
}
