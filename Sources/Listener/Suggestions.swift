/// Something in an answer that the user may want to read first. It never decides anything: no program should say
/// that a person has been rejected.
public struct Suggestion: Equatable, Sendable {
    /// What an answer may sound like.
    public enum Kind: String, Sendable, CaseIterable {
        case rejection, offer
        /// They name a day, or will do so.
        case date
        /// Only thanks for the note.
        case courtesy
    }

    /// What it sounds like.
    public let kind: Kind
    /// The phrase that it was found by.
    public let phrase: String
    /// The sentence that it stands in, fit to be shown.
    public let sentence: String
}

/// Looks for what sounds like a decision.
public struct Suggestions: Sendable {
    private let phrases: Phrases

    /// Takes the phrases to look for.
    public init(phrases: Phrases) {
        self.phrases = phrases
    }

    /// The most sentences that are looked at.
    static let most = 400

    /// The first of each kind, in the order of the text.
    /// - Parameter text: what is new in a mail; quotations are not theirs to be judged by.
    public func find(in text: String) -> [Suggestion] {
        var found: [Suggestion] = []
        for sentence in Sentences.of(text).prefix(Self.most) {
            let matches = phrases.suggestions.matches(in: NormalText(sentence))
            for kind in Suggestion.Kind.allCases where !found.contains(where: { $0.kind == kind }) {
                guard let match = matches[kind] else { continue }
                found.append(
                    Suggestion(kind: kind, phrase: match.phrase, sentence: String(sentence.prefix(400))))
            }
        }
        return found
    }
}

/// The sentences of a text, line breaks inside them mended.
enum Sentences {
    static func of(_ text: String) -> [String] {
        var sentences: [String] = []
        for paragraph in text.split(separator: "\n\n") {
            var current = ""
            for character in paragraph {
                current.append(character == "\n" ? " " : character)
                // A sign that is part of a number, as in "5.1." or "10.30", is followed by no space.
                let ends =
                    "!?。！？".contains(character)
                    || (character == " " || character == "\n") && endsSentence(current)
                if ends { add(&current, to: &sentences) }
            }
            add(&current, to: &sentences)
        }
        return sentences
    }

    /// A full stop behind a word, not behind a number ("bis 5. Januar") and not behind an initial.
    private static func endsSentence(_ text: String) -> Bool {
        let tail = text.dropLast().suffix(4)
        guard tail.last == "." else { return false }
        let letters = tail.dropLast().reversed().prefix { $0.isLetter || $0 == ")" }
        return letters.count >= 3
    }

    private static func add(_ current: inout String, to sentences: inout [String]) {
        let words = current.split(whereSeparator: \.isWhitespace)
        if !words.isEmpty { sentences.append(words.joined(separator: " ")) }
        current = ""
    }
}
