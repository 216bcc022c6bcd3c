/// The phrases of a `PhraseIndex`, each known by its place among those that were given.
struct PhraseTable: Sendable {
    /// Where a phrase stands: its place among those that were given, where it begins, and how many words it has.
    struct Place {
        let number: Int
        let offset: Int
        let words: Int
    }

    private struct Entry: Sendable {
        let number: Int
        let first: [UInt8]
        /// The first word may go on behind `first`.
        let isBeginning: Bool
        let rest: [PhrasePattern.Word]
    }

    /// Phrases that begin with the same pair of bytes. Nearly all of them are passed by a look at one number: the next
    /// eight bytes of the text.
    private struct Group: Sendable {
        var entries: [Entry] = []
        var heads: [Head] = []

        mutating func append(_ entry: Entry) {
            entries.append(entry)
            heads.append(Head(entry.first))
        }
    }

    /// What a phrase begins with, up to eight bytes, the first of them the lowest.
    private struct Head: Sendable {
        let bytes: UInt64
        let mask: UInt64

        init(_ first: [UInt8]) {
            bytes = first.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
            mask = first.count < 8 ? 1 << UInt64(8 * first.count) - 1 : .max
        }
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

    private let ends: PhraseWordEnds
    /// Nothing lies in the first of them.
    private var groups = [Group()]
    /// The place in `groups` of each pair of bytes: most places of a text are passed by this. Empty where none is wanted.
    private var places: [UInt16] = []
    /// Patterns with a whole word for their first, by its hash, where words end with spaces.
    private var whole: [UInt64: Bucket] = [:]

    init(ends: PhraseWordEnds) { self.ends = ends }

    /// - Parameter isPattern: its words are apart, and not one run of bytes with its spaces.
    mutating func add(_ pattern: PhrasePattern, number: Int, isPattern: Bool) {
        guard let word = pattern.words.first else { return }
        for first in word.beginnings where !first.isEmpty {
            let entry = Entry(
                number: number, first: first, isBeginning: word.isBeginning,
                rest: Array(pattern.words.dropFirst()))
            if ends == .spaces, isPattern, !word.isBeginning {
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
            places[key] = UInt16(groups.count)
            groups.append(Group())
        }
        groups[Int(places[key])].append(entry)
    }

    /// The longest phrase, in words, that begins at a word of the text, of those that are meant.
    func longest(at offset: Int, in text: [UInt8], where isMeant: (Int) -> Bool) -> Place? {
        let second = offset + 1 < text.count ? text[offset + 1] : 0x20
        let place = places.isEmpty ? 0 : Int(places[Int(text[offset]) << 8 | Int(second)])
        return text.withUnsafeBufferPointer { text in
            var best: Place?
            func take(_ entry: Entry) {
                guard entry.rest.count >= best?.words ?? 0, stands(entry, in: text, at: offset),
                    isMeant(entry.number)
                else { return }
                best = Place(number: entry.number, offset: offset, words: entry.rest.count + 1)
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
            forEach(of: place, at: offset, in: text, take)
            return best
        }
    }

    /// Every phrase that stands in a text, wherever a word may begin.
    func forEachPlace(in text: [UInt8], _ visit: (Place) -> Void) {
        guard !places.isEmpty else { return }
        text.withUnsafeBufferPointer { text in
            places.withUnsafeBufferPointer { places in
                var isInside = false
                for offset in text.indices.dropLast() {
                    let byte = text[offset]
                    let place = places[Int(byte) << 8 | Int(text[offset + 1])]
                    let isWord = ends == .latin ? Self.isWord(byte) : byte != 0x20 && byte != 0x0A
                    // What begins with a letter or digit does not begin inside of a word.
                    if place != 0, !(isInside && isWord) {
                        forEach(of: Int(place), at: offset, in: text) { entry in
                            guard stands(entry, in: text, at: offset) else { return }
                            visit(Place(number: entry.number, offset: offset, words: entry.rest.count + 1))
                        }
                    }
                    isInside = isWord
                }
            }
        }
    }

    /// The phrases of a group whose first bytes stand in the text.
    private func forEach(
        of place: Int, at offset: Int, in text: UnsafeBufferPointer<UInt8>, _ visit: (Entry) -> Void
    ) {
        guard place != 0 else { return }
        let next = Self.eightBytes(of: text, from: offset)
        groups[place].heads.withUnsafeBufferPointer { heads in
            for index in heads.indices where next & heads[index].mask == heads[index].bytes {
                visit(groups[place].entries[index])
            }
        }
    }

    /// The first of them the lowest, with zeros behind the end of the text.
    private static func eightBytes(of text: UnsafeBufferPointer<UInt8>, from offset: Int) -> UInt64 {
        if offset + 8 <= text.count {
            let bytes = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            return UInt64(littleEndian: bytes)
        }
        return text[offset...].reversed().reduce(0) { $0 << 8 | UInt64($1) }
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

extension PhrasePattern.Word {
    /// A bit for each hash that it may have.
    fileprivate var bits: UInt64 {
        guard case .choices(let choices) = self else { return .max }
        return choices.reduce(0) { $0 | 1 << (WordHash.of($1) & 63) }
    }
}
