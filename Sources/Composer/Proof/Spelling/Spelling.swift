import Synchronization
import Text

/// Looks up every word of a message. What the dictionary said of a word is remembered as long as the program runs: the
/// messages of one person have few words.
final class Spelling: Sendable {
    /// How many words of a message get a suggestion: each costs as much as reading a hundred messages, and where more
    /// are unknown nobody reads them all.
    static let suggestionLimit = 10
    /// How many suggestions are remembered.
    private static let remembered = 1000

    /// The most words that are remembered; beyond it the table begins anew.
    private static let wordLimit = 200_000

    private struct State {
        /// Nil before the first word, then the dictionary where it could be read.
        var dictionary: HunspellDictionary??
        /// What the dictionary said of words as they stand, by their hashes.
        var verdicts: [UInt64: Bool] = [:]
        var suggestions: [String: String?] = [:]
    }

    private let files: DictionaryFiles
    private let state = Mutex(State())

    init(_ files: DictionaryFiles) { self.files = files }

    /// The indices of the words that are not right; none where the dictionary can't be read.
    ///
    /// - Parameters:
    ///   - known: the hashes of words that are right whatever the dictionary says; always the same ones.
    ///   - isKnown: whether a word is right in this message: asked of what the dictionary lacks.
    func misspelt(
        in page: TokenizedText, known: Set<UInt64>, isKnown: (TokenizedText.Word) -> Bool
    ) -> [Int] {
        state.withLock { unknown(in: page, besides: known, &$0) }.filter { !isKnown(page.words[$0]) }
    }

    private func unknown(
        in page: TokenizedText, besides right: Set<UInt64>, _ state: inout State
    ) -> [Int] {
        var unknown: [Int] = []
        for (index, word) in page.words.enumerated() where word.isSpelt {
            let letters = WordHash.of(page.bytes[word.range])
            let known = state.verdicts[letters]
            guard known != true, let dictionary = dictionary(&state) else { continue }
            let isRight = known ?? judge(word, in: page, besides: right, dictionary)
            if known == nil {
                if state.verdicts.count >= Self.wordLimit { state.verdicts = [:] }
                state.verdicts[letters] = isRight
            }
            if !isRight, !Self.isCompound(around: index, in: page, dictionary) { unknown.append(index) }
        }
        return unknown
    }

    /// Reads the dictionary, unless it was read.
    func readDictionary() {
        state.withLock { _ = dictionary(&$0) }
    }

    /// Whether the dictionary has a word just so, in small letters or with its capital.
    func knows(_ word: String) -> Bool { state.withLock { dictionary(&$0)?.knows(word) ?? false } }

    /// What was probably meant by a word; asked of `suggestionLimit` words of a message at most.
    func suggestion(for word: String) -> String? {
        state.withLock { state in
            if let known = state.suggestions[word] { return known }
            guard let dictionary = dictionary(&state) else { return nil }
            if state.suggestions.count >= Self.remembered { state.suggestions = [:] }
            let suggestion = dictionary.suggestion(for: word)
            state.suggestions[word] = .some(suggestion)
            return suggestion
        }
    }

    private func dictionary(_ state: inout State) -> HunspellDictionary? {
        if let tried = state.dictionary { return tried }
        let dictionary = HunspellDictionary(files)
        state.dictionary = .some(dictionary)
        return dictionary
    }

    private func judge(
        _ word: TokenizedText.Word, in page: TokenizedText, besides known: Set<UInt64>,
        _ dictionary: HunspellDictionary
    ) -> Bool {
        if known.contains(word.hash) || word.possessor(in: page).map(known.contains) ?? false { return true }
        if dictionary.knows(page.plain(word)) { return true }
        // "GitHub" is somebody's name for something, "THanks" a finger that stayed on the key.
        return word.traits.contains(.hasInnerCapital) && !dictionary.knows(page.text(word))
    }

    /// Half of a word with a hyphen that is right as a whole: the "co" of "co-operate".
    private static func isCompound(
        around index: Int, in page: TokenizedText, _ dictionary: HunspellDictionary
    ) -> Bool {
        let words = page.words
        var (first, last) = (index, index)
        while first > 0, words[first].traits.contains(.followsHyphen) { first -= 1 }
        while last + 1 < words.count, words[last + 1].traits.contains(.followsHyphen) { last += 1 }
        guard first < last else { return false }
        return dictionary.knows(words[first...last].map(page.plain).joined(separator: "-"))
    }
}

extension TokenizedText.Word {
    /// A word that a dictionary of a Latin language can know: no number, no address, no abbreviation in capitals.
    fileprivate var isSpelt: Bool {
        folded.count > 1 && traits.isDisjoint(with: [.isCode, .isForeign, .hasDigit])
            && traits.contains(.hasSmall)
    }

    /// The hash of "Okafor" in "Okafor's".
    func possessor(in page: TokenizedText) -> UInt64? {
        let letters = page.folded[folded]
        return letters.suffix(2).elementsEqual("'s".utf8) ? WordHash.of(letters.dropLast(2)) : nil
    }
}

extension TokenizedText {
    /// A word with its capitals and straight apostrophes.
    fileprivate func plain(_ word: Word) -> String {
        let text = original(word)
        return text.utf8.count == word.folded.count ? text : text.replacing("\u{2019}", with: "'")
    }
}
