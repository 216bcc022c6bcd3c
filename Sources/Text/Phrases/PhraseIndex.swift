/// Many phrases, found in one pass over a text: the one matcher, of proofreading, of mail and of invitations.
package struct PhraseIndex<Label: Sendable>: Sendable {
    /// Where the words of a text end.
    package enum WordEnds: Sendable {
        /// Each word of a text is followed by a space or a line end, as in `TokenizedText.folded`.
        case spaces
        /// Running text of any language, as in `NormalText`: a letter or digit of ASCII behind another goes on with its
        /// word. Languages that write without spaces, and those that join their particles, are so served.
        case latin
    }

    /// A phrase that stands in a text.
    package struct Match: Sendable {
        package let label: Label
        /// As it was given.
        package let phrase: String
        /// Where in the text it begins.
        package let offset: Int
        /// How many words it has, as `PhrasePattern` parts them.
        package let words: Int
    }

    private struct Entry: Sendable {
        let label: Label
        let phrase: String
        let first: [UInt8]
        /// The first word may go on behind `first`.
        let isBeginning: Bool
        let rest: [PhrasePattern.Word]
    }

    /// Phrases that begin with one word. For the two words behind it a bit for each hash that they may have: most phrases
    /// are passed by these, without a look at them.
    private struct Bucket: Sendable {
        var entries: [Entry] = []
        var second: [UInt64] = []
        var third: [UInt64] = []

        mutating func append(_ entry: Entry) {
            entries.append(entry)
            second.append(entry.rest.first?.bits ?? .max)
            third.append(entry.rest.dropFirst().first?.bits ?? .max)
        }
    }

    private let ends: WordEnds
    /// Those that begin with the same pair of bytes lie together; nothing lies in the first place.
    private var entries: [[Entry]] = [[]]
    /// The place in `entries` of each pair of bytes: most places of a text are passed by this. Empty where none is wanted.
    private var places: [UInt16] = []
    /// Patterns with a whole word for their first, by its hash, where words end with spaces.
    private var whole: [UInt64: Bucket] = [:]

    /// Phrases as they stand, white space and case aside.
    package init(_ phrases: [(Label, [String])], ends: WordEnds = .latin) {
        self.ends = ends
        for (label, list) in phrases {
            for phrase in list { add(PhrasePattern(literal: phrase), phrase, label) }
        }
    }

    /// Patterns, found in texts whose words end so. One that begins with any word would be found everywhere, and is found
    /// nowhere.
    package init(_ patterns: [(Label, PhrasePattern)], ends: WordEnds) {
        self.ends = ends
        // Of two that are equally long, that with a whole word for its first is meant.
        for isBeginning in [false, true] {
            for (label, pattern) in patterns where pattern.words.first?.isBeginning == isBeginning {
                add(pattern, "", label)
            }
        }
    }

    private mutating func add(_ pattern: PhrasePattern, _ phrase: String, _ label: Label) {
        guard let word = pattern.words.first else { return }
        for first in word.beginnings where !first.isEmpty {
            let entry = Entry(
                label: label, phrase: phrase, first: first, isBeginning: word.isBeginning,
                rest: Array(pattern.words.dropFirst()))
            if ends == .spaces, phrase.isEmpty, !word.isBeginning {
                whole[WordHash.of(first), default: Bucket()].append(entry)
                continue
            }
            for second in first.count > 1 ? [first[1]] : [0x20, 0x0A] { add(entry, first[0], second) }
        }
    }

    private mutating func add(_ entry: Entry, _ first: UInt8, _ second: UInt8) {
        let key = Int(first) << 8 | Int(second)
        if places.isEmpty { places = [UInt16](repeating: 0, count: 65_536) }
        if places[key] == 0 {
            // A folded text has no capitals, so that there are fewer pairs than places.
            places[key] = UInt16(entries.count)
            entries.append([])
        }
        entries[Int(places[key])].append(entry)
    }

    /// The longest phrase, in words, that begins at a word of the text, of those that are meant.
    package func longest(
        at offset: Int, in text: [UInt8], where isMeant: (Label) -> Bool = { _ in true }
    ) -> Match? {
        let second = offset + 1 < text.count ? text[offset + 1] : 0x20
        let place = places.isEmpty ? 0 : Int(places[Int(text[offset]) << 8 | Int(second)])
        return text.withUnsafeBufferPointer { text in
            var best: Match?
            func take(_ entry: Entry) {
                guard entry.rest.count >= best?.words ?? 0, stands(entry, in: text, at: offset),
                    isMeant(entry.label)
                else { return }
                best = Match(
                    label: entry.label, phrase: entry.phrase, offset: offset, words: entry.rest.count + 1)
            }
            let end = Self.wordEnd(in: text, from: offset)
            if !whole.isEmpty, let bucket = whole[WordHash.of(text[offset..<end])] {
                let (second, next) = Self.bit(ofWordAt: end + 1, in: text)
                let (third, _) = Self.bit(ofWordAt: next + 1, in: text)
                for index in bucket.second.indices
                where bucket.second[index] & second != 0 && bucket.third[index] & third != 0 {
                    take(bucket.entries[index])
                }
            }
            for entry in entries[place] { take(entry) }
            return best
        }
    }

    /// That of its hash, and where the word ends; all of them behind the end of the text, where no phrase goes on.
    private static func bit(
        ofWordAt start: Int, in text: UnsafeBufferPointer<UInt8>
    ) -> (bit: UInt64, end: Int) {
        guard start < text.count else { return (.max, start) }
        let end = wordEnd(in: text, from: start)
        return (1 << (WordHash.of(text[start..<end]) & 63), end)
    }

    private func stands(_ entry: Entry, in text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        guard var end = Self.end(of: entry.first, in: text, at: offset) else { return false }
        if entry.isBeginning { end = Self.wordEnd(in: text, from: end) }
        guard isWordEnd(end, in: text) else { return false }
        for word in entry.rest {
            // A phrase reaches over no end of a sentence, which is a line end.
            guard end < text.count, text[end] == 0x20, let next = self.end(of: word, in: text, at: end + 1)
            else { return false }
            end = next
        }
        return true
    }

    private func end(
        of word: PhrasePattern.Word, in text: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> Int? {
        switch word {
        case .any, .amount:
            let end = Self.wordEnd(in: text, from: start)
            return end > start ? end : nil
        case .beginning(let letters):
            return Self.end(of: letters, in: text, at: start).map { Self.wordEnd(in: text, from: $0) }
        case .ending(let letters):
            let end = Self.wordEnd(in: text, from: start)
            let isThere =
                end - letters.count > start && Self.end(of: letters, in: text, at: end - letters.count) == end
            return isThere ? end : nil
        case .choices(let choices):
            return choices.lazy.compactMap { Self.end(of: $0, in: text, at: start) }
                .first { isWordEnd($0, in: text) }
        }
    }

    private static func end(
        of letters: [UInt8], in text: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> Int? {
        guard start + letters.count <= text.count else { return nil }
        var index = start
        for byte in letters {
            if text[index] != byte { return nil }
            index += 1
        }
        return index
    }

    private static func wordEnd(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var end = start
        while end < text.count, text[end] != 0x20, text[end] != 0x0A { end += 1 }
        return end
    }

    private func isWordEnd(_ index: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard index < text.count else { return true }
        return switch ends {
        case .spaces: text[index] == 0x20 || text[index] == 0x0A
        case .latin: !(Self.isWord(text[index - 1]) && Self.isWord(text[index]))
        }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }
}

extension PhraseIndex where Label: Hashable {
    /// The first match of every label, wherever a word may begin.
    package func matches(in text: NormalText) -> [Label: Match] {
        text.bytes.withUnsafeBufferPointer { bytes in
            places.withUnsafeBufferPointer { places in matches(in: bytes, places) }
        }
    }

    private func matches(
        in bytes: UnsafeBufferPointer<UInt8>, _ places: UnsafeBufferPointer<UInt16>
    ) -> [Label: Match] {
        var found: [Label: Match] = [:]
        guard var last = bytes.first, !places.isEmpty else { return found }
        var isInside = false
        for offset in 1..<max(bytes.count, 1) {
            let byte = bytes[offset]
            let place = places[Int(last) << 8 | Int(byte)]
            let isWord = ends == .latin ? Self.isWord(last) : last != 0x20 && last != 0x0A
            // What begins with a letter or digit does not begin inside of a word.
            if place != 0, !(isInside && isWord) {
                for entry in entries[Int(place)] where stands(entry, in: bytes, at: offset - 1) {
                    guard found[entry.label] == nil else { continue }
                    found[entry.label] = Match(
                        label: entry.label, phrase: entry.phrase, offset: offset - 1,
                        words: entry.rest.count + 1)
                }
            }
            isInside = isWord
            last = byte
        }
        return found
    }
}

extension PhrasePattern.Word {
    /// A bit for each hash that it may have.
    fileprivate var bits: UInt64 {
        guard case .choices(let choices) = self else { return .max }
        return choices.reduce(0) { $0 | 1 << (WordHash.of($1) & 63) }
    }
}
