import Etiquette
import Text

/// The phrases of several lists, found in one walk over the words of a text. Laid out flat: the first word of most
/// phrases is looked for at every word of every message.
struct Phrases: Sendable {
    /// Where a phrase stands.
    struct Match {
        let code: Finding.Code
        let phrase: WordList.Phrase
        /// Of the words.
        let words: Range<Int>
    }

    /// A phrase as it is compared: where its words lie in `atoms`, and a bit for each kind that it is meant for.
    private struct Entry {
        let atoms: Range<Int>
        let kinds: UInt8
        let phrase: Int
    }

    /// A word as it is compared: any of these choices, or where there are none a beginning, or any word.
    private struct Atom {
        let hash: UInt64
        let choices: Range<Int>
        let beginning: Int
    }

    private var all: [(code: Finding.Code, phrase: WordList.Phrase)] = []
    private var atoms: [Atom] = []
    private var choices: [UInt64] = []
    private var beginnings: [[UInt8]] = []
    /// In the order of their first word, so that those of one word lie together.
    private var entries: [Entry] = []
    private var starts = HashedRanges()

    init(_ lists: [WordList]) {
        var byKey: [UInt64: [Entry]] = [:]
        for list in lists {
            for phrase in list.phrases {
                let entry = Entry(
                    atoms: lay(phrase.elements), kinds: Self.bits(phrase.kinds), phrase: all.count)
                for key in Self.keys(phrase.elements[0]) { byKey[key, default: []].append(entry) }
                all.append((list.code, phrase))
            }
        }
        starts = HashedRanges(count: byKey.count)
        for (key, found) in byKey {
            starts.insert(entries.count..<(entries.count + found.count), for: key)
            entries += found
        }
    }

    private mutating func lay(_ elements: [WordList.Element]) -> Range<Int> {
        let start = atoms.count
        for element in elements {
            switch element {
            case .word(let hashes):
                let place = choices.count..<(choices.count + hashes.count)
                choices += hashes
                atoms.append(Atom(hash: hashes[0], choices: place, beginning: -1))
            case .beginning(let bytes):
                atoms.append(Atom(hash: 0, choices: 0..<0, beginning: beginnings.count))
                beginnings.append(bytes)
            case .any: atoms.append(Atom(hash: 0, choices: 0..<0, beginning: -1))
            }
        }
        return start..<atoms.count
    }

    /// A phrase of any words would be found everywhere: one that begins so is found nowhere.
    private static func keys(_ element: WordList.Element) -> [UInt64] {
        switch element {
        case .word(let hashes): hashes
        case .beginning(let bytes): [WordHash.of(bytes.prefix(3)) ^ .max]
        case .any: []
        }
    }

    private static func bits(_ kinds: Set<FollowUp.Kind>) -> UInt8 { kinds.reduce(0) { $0 | bit($1) } }

    private static func bit(_ kind: FollowUp.Kind) -> UInt8 {
        switch kind {
        case .thankYou: 1
        case .decisionStatus: 2
        case .feedbackRequest: 4
        }
    }

    /// Every phrase for messages of a kind, in the order of the text; of two that overlap the later one,
    /// of two that begin together the longer.
    func matches(in page: TokenizedText, kind: FollowUp.Kind) -> [Match] {
        var found: [Match] = []
        var end = 0
        let bit = Self.bit(kind)
        for index in page.words.indices {
            guard let entry = longest(at: index, in: page, bit) else { continue }
            let words = index..<(index + entry.atoms.count)
            guard words.upperBound > end else { continue }
            if index < end { found.removeLast() }
            end = words.upperBound
            found.append(Match(code: all[entry.phrase].code, phrase: all[entry.phrase].phrase, words: words))
        }
        return found
    }

    /// The longest with which a text begins.
    func beginning(of page: TokenizedText) -> Match? {
        guard !page.words.isEmpty, let entry = longest(at: 0, in: page, .max) else { return nil }
        let found = all[entry.phrase]
        return Match(code: found.code, phrase: found.phrase, words: 0..<entry.atoms.count)
    }

    /// Whether one of them stands anywhere.
    func stand(in page: TokenizedText, kind: FollowUp.Kind) -> Bool {
        let bit = Self.bit(kind)
        return page.words.indices.contains { longest(at: $0, in: page, bit) != nil }
    }

    private func longest(at index: Int, in page: TokenizedText, _ kind: UInt8) -> Entry? {
        let word = page.words[index]
        var best = longest(of: starts[word.hash], at: index, in: page, kind, beating: nil)
        if !beginnings.isEmpty, word.folded.count > 2 {
            let key = WordHash.of(page.folded[word.folded.lowerBound..<(word.folded.lowerBound + 3)]) ^ .max
            best = longest(of: starts[key], at: index, in: page, kind, beating: best)
        }
        return best
    }

    private func longest(
        of candidates: Range<Int>, at index: Int, in page: TokenizedText, _ kind: UInt8, beating first: Entry?
    ) -> Entry? {
        var best = first
        for candidate in candidates {
            let entry = entries[candidate]
            guard entry.atoms.count > best?.atoms.count ?? 0, entry.kinds & kind != 0,
                stands(entry, at: index, in: page)
            else { continue }
            best = entry
        }
        return best
    }

    /// A phrase reaches over no end of a sentence.
    private func stands(_ entry: Entry, at index: Int, in page: TokenizedText) -> Bool {
        guard index + entry.atoms.count <= page.words.count else { return false }
        var place = index
        for atom in entry.atoms {
            let word = page.words[place]
            if place > index, word.traits.contains(.startsSentence) { return false }
            guard isMeant(by: atoms[atom], word, in: page) else { return false }
            place += 1
        }
        return true
    }

    private func isMeant(by atom: Atom, _ word: TokenizedText.Word, in page: TokenizedText) -> Bool {
        if atom.choices.isEmpty {
            return atom.beginning < 0 || page.folded[word.folded].starts(with: beginnings[atom.beginning])
        }
        if atom.hash == word.hash { return true }
        return atom.choices.count > 1 && choices[atom.choices].contains(word.hash)
    }
}

/// Ranges by hashes that are spread already: one look finds out that there is none.
struct HashedRanges: Sendable {
    private var slots: [(hash: UInt64, range: Range<Int>)] = [(0, 0..<0)]

    init(count: Int = 0) {
        var size = 1
        while size < count * 4 { size *= 2 }
        slots = Array(repeating: (0, 0..<0), count: size)
    }

    /// The range is not empty.
    mutating func insert(_ range: Range<Int>, for hash: UInt64) {
        slots[slot(of: hash)] = (hash, range)
    }

    /// Empty where nothing was kept.
    subscript(hash: UInt64) -> Range<Int> { slots[slot(of: hash)].range }

    private func slot(of hash: UInt64) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while !slots[slot].range.isEmpty, slots[slot].hash != hash { slot = (slot + 1) & mask }
        return slot
    }
}
