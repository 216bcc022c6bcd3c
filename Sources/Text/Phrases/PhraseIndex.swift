/// A text as phrases are looked for in it: lower case, white space collapsed, apostrophes and dashes of one kind.
package struct NormalText {
    package let bytes: [UInt8]

    package init(_ text: some StringProtocol) {
        // The common case, and many times as fast.
        bytes =
            text.utf8.allSatisfy { $0 < 0x80 }
            ? Self.normal(text.utf8) : Self.normal(text.lowercased().unicodeScalars)
    }

    /// Whether another text stands in this one, as whole words.
    package func holds(_ other: NormalText) -> Bool {
        let (space, mine) = ([UInt8(0x20)], [0x20] + bytes + [0x20])
        return mine.firstRange(of: space + other.bytes + space) != nil
    }

    private static func normal(_ text: some Sequence<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.underestimatedCount)
        for byte in text {
            switch byte {
            case 0x09, 0x0A, 0x0D, 0x20: if bytes.last != 0x20 { bytes.append(0x20) }
            case 0x60: bytes.append(UInt8(ascii: "'"))
            case 0x41...0x5A: bytes.append(byte | 0x20)
            default: bytes.append(byte)
            }
        }
        return bytes
    }

    private static func normal(_ text: String.UnicodeScalarView) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in text {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x3000: if bytes.last != 0x20 { bytes.append(0x20) }
            case 0x2018, 0x2019, 0xB4, 0x60: bytes.append(UInt8(ascii: "'"))
            case 0x2010, 0x2011, 0x2013, 0x2014: bytes.append(UInt8(ascii: "-"))
            case 0xFF1A: bytes.append(UInt8(ascii: ":"))
            case 0..<0x80: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        return bytes
    }
}

/// Many phrases, found in one pass over a text.
package struct PhraseIndex<Label: Hashable & Sendable>: Sendable {
    /// A phrase that stands in a text.
    package struct Match: Sendable {
        package let label: Label
        package let phrase: String
        /// Where in the normal text it begins.
        package let offset: Int
    }

    private struct Entry: Sendable {
        let label: Label
        let phrase: String
        let bytes: [UInt8]
    }

    /// Those that begin with the same pair of bytes lie together; nothing lies in the first place.
    private var entries: [[Entry]] = [[]]
    /// The place in `entries` of each pair of bytes: most places of a text are passed by this.
    private var places = [UInt16](repeating: 0, count: 65_536)

    package init(_ phrases: [(Label, [String])]) {
        for (label, list) in phrases {
            for phrase in list {
                let bytes = NormalText(phrase).bytes
                guard bytes.count >= 2 else { continue }
                add(Entry(label: label, phrase: phrase, bytes: bytes))
            }
        }
    }

    private mutating func add(_ entry: Entry) {
        let key = Int(entry.bytes[0]) << 8 | Int(entry.bytes[1])
        if places[key] == 0 {
            // A normal text has no capitals, so that there are fewer pairs than places.
            places[key] = UInt16(entries.count)
            entries.append([])
        }
        entries[Int(places[key])].append(entry)
    }

    /// The first match of every label.
    package func matches(in text: NormalText) -> [Label: Match] {
        text.bytes.withUnsafeBufferPointer { bytes in
            places.withUnsafeBufferPointer { places in matches(in: bytes, places) }
        }
    }

    private func matches(
        in bytes: UnsafeBufferPointer<UInt8>, _ places: UnsafeBufferPointer<UInt16>
    ) -> [Label: Match] {
        var found: [Label: Match] = [:]
        guard var last = bytes.first else { return found }
        var isInside = false
        for offset in 1..<max(bytes.count, 1) {
            let byte = bytes[offset]
            let place = places[Int(last) << 8 | Int(byte)]
            // What begins with a letter or digit does not begin inside of a word.
            let isWord = Self.isWord(last)
            if place != 0, !(isInside && isWord) {
                for entry in entries[Int(place)] where Self.stands(entry.bytes, in: bytes, at: offset - 1) {
                    guard found[entry.label] == nil else { continue }
                    found[entry.label] = Match(label: entry.label, phrase: entry.phrase, offset: offset - 1)
                }
            }
            isInside = isWord
            last = byte
        }
        return found
    }

    /// As whole words: no letter or digit of ASCII goes on behind it; nor before it, which the caller has seen to.
    private static func stands(_ phrase: [UInt8], in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool
    {
        let end = offset + phrase.count
        guard end <= text.count else { return false }
        var index = offset
        for byte in phrase {
            if text[index] != byte { return false }
            index += 1
        }
        if isWord(phrase[phrase.count - 1]), end < text.count, isWord(text[end]) { return false }
        return true
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }
}
