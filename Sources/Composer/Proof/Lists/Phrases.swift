import Etiquette

/// The phrases of several lists, found in one walk over the words of a text.
struct Phrases: Sendable {
    /// Where a phrase stands.
    struct Match {
        let code: Finding.Code
        let phrase: WordList.Phrase
        /// Of the words.
        let words: Range<Int>
    }

    private var all: [(code: Finding.Code, phrase: WordList.Phrase)] = []
    /// The phrases by the hash of their first word, or by the first three bytes of its beginning.
    private var byWord: [UInt64: [Int]] = [:]
    private var byBeginning: [UInt32: [Int]] = [:]

    init(_ lists: [WordList]) {
        for list in lists {
            for phrase in list.phrases { add(phrase, list.code) }
        }
    }

    private mutating func add(_ phrase: WordList.Phrase, _ code: Finding.Code) {
        switch phrase.elements[0] {
        case .word(let hashes): for hash in hashes { byWord[hash, default: []].append(all.count) }
        case .beginning(let bytes): byBeginning[Self.key(bytes[...]), default: []].append(all.count)
        // A phrase of any words would be found everywhere.
        case .any: return
        }
        all.append((code, phrase))
    }

    /// Every phrase for messages of a kind, in the order of the text; of two that overlap the later one,
    /// of two that begin together the longer.
    func matches(in page: Page, kind: FollowUp.Kind) -> [Match] {
        var found: [Match] = []
        var end = 0
        for index in page.words.indices {
            guard let match = longest(at: index, in: page, kind: kind), match.words.upperBound > end else {
                continue
            }
            if match.words.lowerBound < end { found.removeLast() }
            end = match.words.upperBound
            found.append(match)
        }
        return found
    }

    /// Whether one of them stands anywhere.
    func stand(in page: Page, kind: FollowUp.Kind) -> Bool {
        page.words.indices.contains { longest(at: $0, in: page, kind: kind) != nil }
    }

    private func longest(at index: Int, in page: Page, kind: FollowUp.Kind) -> Match? {
        let word = page.words[index]
        var best: Match?
        func consider(_ candidates: [Int]?) {
            for candidate in candidates ?? [] {
                let (code, phrase) = all[candidate]
                let end = index + phrase.elements.count
                guard end > best?.words.upperBound ?? index, phrase.kinds.contains(kind),
                    stands(phrase, at: index, in: page)
                else { continue }
                best = Match(code: code, phrase: phrase, words: index..<end)
            }
        }
        consider(byWord[word.hash])
        if !byBeginning.isEmpty, word.folded.count > 2 {
            consider(byBeginning[Self.key(page.folded[word.folded])])
        }
        return best
    }

    /// A phrase reaches over no end of a sentence.
    private func stands(_ phrase: WordList.Phrase, at index: Int, in page: Page) -> Bool {
        guard index + phrase.elements.count <= page.words.count else { return false }
        for (offset, element) in phrase.elements.enumerated() {
            let word = page.words[index + offset]
            if offset > 0, word.traits.contains(.startsSentence) { return false }
            switch element {
            case .word(let hashes): if !hashes.contains(word.hash) { return false }
            case .beginning(let bytes): if !page.folded[word.folded].starts(with: bytes) { return false }
            case .any: break
            }
        }
        return true
    }

    private static func key(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
    }
}
