import Etiquette
import Text

/// The phrases of several lists, found in one walk over the words of a text.
struct ListedPhrases: Sendable {
    /// Where a phrase stands.
    struct Match {
        let code: Finding.Code
        let phrase: WordList.Phrase
        /// Of the words.
        let words: Range<Int>
    }

    private let all: [(code: Finding.Code, phrase: WordList.Phrase)]
    /// By their places in `all`.
    private let index: PhraseIndex<Int>

    init(_ lists: [WordList]) {
        all = lists.flatMap { list in list.phrases.map { (list.code, $0) } }
        index = PhraseIndex(all.enumerated().map { ($0, $1.phrase.pattern) }, ends: .spaces)
    }

    /// Every phrase for messages of a kind, in the order of the text; of two that overlap the later one,
    /// of two that begin together the longer.
    func matches(in page: TokenizedText, kind: FollowUp.Kind) -> [Match] {
        var found: [Match] = []
        var end = 0
        for word in page.words.indices {
            guard let match = longest(at: word, in: page, kind), match.words.upperBound > end else {
                continue
            }
            if word < end {
                // What is right as it stands says nothing of what began before it.
                guard match.phrase.fix != WordList.asItStands else { continue }
                found.removeLast()
            }
            end = match.words.upperBound
            found.append(match)
        }
        return found
    }

    /// The longest with which a text begins.
    func beginning(of page: TokenizedText) -> Match? { page.words.isEmpty ? nil : longest(at: 0, in: page) }

    /// Whether one of them stands anywhere.
    func stand(in page: TokenizedText, kind: FollowUp.Kind) -> Bool {
        page.words.indices.contains { longest(at: $0, in: page, kind) != nil }
    }

    /// - Parameter kind: of the message; nil where it does not matter.
    private func longest(at word: Int, in page: TokenizedText, _ kind: FollowUp.Kind? = nil) -> Match? {
        let found = index.longest(at: page.words[word].folded.lowerBound, in: page.folded) { label in
            let phrase = all[label].phrase
            let isMeant = kind.map { phrase.kinds.contains($0) } ?? true
            return isMeant && phrase.pattern.amounts.allSatisfy { page.isAmount(at: word + $0) }
                && stands(phrase.pattern, at: word, in: page)
        }
        return found.map { found in
            let (code, phrase) = all[found.label]
            return Match(code: code, phrase: phrase, words: word..<(word + found.words))
        }
    }

    /// Whether it begins and ends with a sentence, where it has to.
    private func stands(_ pattern: PhrasePattern, at word: Int, in page: TokenizedText) -> Bool {
        guard !pattern.beginsSentence || page.words[word].traits.contains(.startsSentence) else {
            return false
        }
        let end = word + pattern.words.count
        return !pattern.endsSentence || end == page.words.count
            || page.words[end].traits.contains(.startsSentence)
    }
}
