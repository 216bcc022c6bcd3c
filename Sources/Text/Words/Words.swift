import Foundation

/// Text cut into words: runs of letters, marks and digits. Texts are compared in Unicode NFC with straight apostrophes,
/// plain hyphens and single spaces.
package struct Words: Sendable {
    /// The form in which texts are compared, in UTF-8.
    package let bytes: [UInt8]
    /// Where the words stand in `bytes`.
    package let ranges: [Range<Int>]

    /// Cuts a text of any language.
    package init(_ text: String, cut: WordCut = .names) {
        let bytes = Self.normal(text)
        var scanner = TextScanner(count: bytes.count, cut: cut)
        bytes.withUnsafeBufferPointer { scanner.scan($0) }
        self.bytes = bytes
        ranges = scanner.words.map(\.range)
    }

    private static func normal(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in composed(text).unicodeScalars {
            let plain = scalar.plain
            if plain == " ", bytes.last == UInt8(ascii: " ") { continue }
            if plain.isASCII {
                bytes.append(UInt8(plain.value))
            } else {
                bytes += UTF8.encode(plain) ?? .init()
            }
        }
        return bytes
    }

    /// The words of a text, in its order.
    package static func tokens(of text: String) -> [String] { Words(text).texts }

    /// Under what a name is looked up: its first two words, or its only one. Two, because a thousand names may
    /// begin with `The` or `Jane`. Nil for a name without letters and digits.
    package static func key(of name: String) -> String? {
        let words = tokens(of: name).prefix(2)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// Every key under which a name that occurs in one of these texts could be kept, whether by one word or by two.
    package static func keys(of texts: [[String]]) -> Set<String> {
        var keys = Set<String>(minimumCapacity: texts.reduce(0) { $0 + 2 * $1.count })
        for words in texts {
            keys.formUnion(words)
            for (first, second) in zip(words, words.dropFirst()) { keys.insert(first + " " + second) }
        }
        return keys
    }

    /// The words, in their order.
    package var texts: [String] { ranges.map { String(decoding: bytes[$0], as: UTF8.self) } }

    /// The bytes of `name` wherever it stands as whole words. A full stop or bracket around the name is not
    /// part of it, what stands between its words is.
    package func occurrences(of name: Words) -> [Range<Int>] {
        ranges.indices.compactMap { occurrence(of: name, atWord: $0) }
    }

    /// The bytes of `name`, if it stands at this word of the text.
    package func occurrence(of name: Words, atWord word: Int) -> Range<Int>? {
        let lastWord = word + name.ranges.count - 1
        guard let first = name.ranges.first, let last = name.ranges.last, lastWord < ranges.count else {
            return nil
        }
        // The name ends where a word of the text ends: "Jane Oka" does not stand in "Jane Okafor".
        let place = ranges[word].lowerBound..<ranges[lastWord].upperBound
        let core = first.lowerBound..<last.upperBound
        guard place.count == core.count, bytes[place.lowerBound] == name.bytes[core.lowerBound] else {
            return nil
        }
        return bytes[place] == name.bytes[core] ? place : nil
    }

    /// NFC. Without a combining mark, or a letter that has another composed form, a text is composed as it stands.
    private static func composed(_ text: String) -> String {
        text.unicodeScalars.allSatisfy(isComposed) ? text : text.precomposedStringWithCanonicalMapping
    }

    /// Blocks of which every character has NFC_Quick_Check=Yes (Unicode Standard Annex 15) and is no mark: Latin with
    /// Vietnamese, Cyrillic, general punctuation, Han. The list need not be complete.
    package static func isComposed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x300, 0x400...0x482, 0x1E00...0x1EFF, 0x2010...0x2027, 0x4E00...0x9FFF: true
        default: false
        }
    }
}
