import Text

/// Something in an answer that the user may want to read first. It never decides anything: no program should say
/// that a person has been rejected.
package struct Suggestion: Equatable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case rejection, offer
        /// They name a day, or will do so.
        case date
        /// Only thanks for the note.
        case courtesy
    }

    package let kind: Kind
    /// The phrase that it was found by.
    package let phrase: String
    /// The sentence that it stands in, fit to be shown.
    package let sentence: String
}

/// Looks for what sounds like a decision.
package struct Suggestions: Sendable {
    private let phrases: MailPhrases

    package init(phrases: MailPhrases) { self.phrases = phrases }

    /// The most sentences that are looked at.
    static let most = 400

    /// The first of each kind, in the order of the text.
    /// - Parameter text: what is new in a mail; quotations are not theirs to be judged by.
    package func find(in text: String) -> [Suggestion] {
        // Most mails hold nothing of the kind, and need not be parted into sentences.
        guard !phrases.suggestions.matches(in: NormalText(text)).isEmpty else { return [] }
        var found: [Suggestion] = []
        for sentence in Sentences.of(text, in: .mail).prefix(Self.most) {
            let matches = phrases.suggestions.matches(in: NormalText(sentence))
            for kind in Suggestion.Kind.allCases where !found.contains(where: { $0.kind == kind }) {
                guard let match = kind.sounds.lazy.compactMap({ matches[$0] }).first else { continue }
                found.append(
                    Suggestion(
                        kind: kind, phrase: match.phrase, sentence: String(sentence.singleSpaced.prefix(400)))
                )
            }
        }
        return found
    }
}

extension Suggestion.Kind {
    fileprivate var sounds: [MailPhrases.Sound] {
        switch self {
        case .rejection: [.rejection]
        case .offer: [.offer]
        case .date: [.date, .time]
        case .courtesy: [.courtesy]
        }
    }
}
