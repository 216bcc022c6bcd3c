/// Something in an answer that the user may want to read first. It never decides anything: no program should say
/// that a person has been rejected.
package struct Suggestion: Equatable, Sendable {
    /// What an answer may sound like.
    package enum Kind: String, Sendable, CaseIterable {
        case rejection, offer
        /// They name a day, or will do so.
        case date
        /// Only thanks for the note.
        case courtesy
    }

    /// What it sounds like.
    package let kind: Kind
    /// The phrase that it was found by.
    package let phrase: String
    /// The sentence that it stands in, fit to be shown.
    package let sentence: String
}

/// Looks for what sounds like a decision.
package struct Suggestions: Sendable {
    private let phrases: Phrases

    /// Takes the phrases to look for.
    package init(phrases: Phrases) {
        self.phrases = phrases
    }

    /// The most sentences that are looked at.
    static let most = 400

    /// The first of each kind, in the order of the text.
    /// - Parameter text: what is new in a mail; quotations are not theirs to be judged by.
    package func find(in text: String) -> [Suggestion] {
        // Most mails hold nothing of the kind, and need not be parted into sentences.
        guard !phrases.suggestions.matches(in: NormalText(text)).isEmpty else { return [] }
        var found: [Suggestion] = []
        for sentence in Sentences.of(text).prefix(Self.most) {
            let matches = phrases.suggestions.matches(in: NormalText(sentence))
            for kind in Suggestion.Kind.allCases where !found.contains(where: { $0.kind == kind }) {
                guard let match = kind.sounds.lazy.compactMap({ matches[$0] }).first else { continue }
                found.append(
                    Suggestion(kind: kind, phrase: match.phrase, sentence: String(sentence.prefix(400))))
            }
        }
        return found
    }
}

extension Suggestion.Kind {
    fileprivate var sounds: [Phrases.Sound] {
        switch self {
        case .rejection: [.rejection]
        case .offer: [.offer]
        case .date: [.date, .time]
        case .courtesy: [.courtesy]
        }
    }
}

/// The sentences of a text, line breaks inside them mended.
enum Sentences {
    static func of(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        var sentences: [String] = []
        var start = 0
        for index in bytes.indices where ends(bytes, at: index) {
            add(bytes[start...index], to: &sentences)
            start = index + 1
        }
        add(bytes[start...], to: &sentences)
        return sentences
    }

    /// A sign that is part of a number, as in "5.1." or "10.30", is followed by no space.
    private static func ends(_ bytes: [UInt8], at index: Int) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "!"), UInt8(ascii: "?"): true
        case 0x82: index > 1 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE3  // 。
        case 0x81, 0x9F: index > 1 && bytes[index - 1] == 0xBC && bytes[index - 2] == 0xEF  // ！？
        case 0x20: endsSentence(bytes[..<index])
        case 0x0A:
            index + 1 < bytes.count && bytes[index + 1] == 0x0A || endsSentence(bytes[..<index])
        default: false
        }
    }

    /// A full stop behind a word, not behind a number ("bis 5. Januar") and not behind an initial.
    private static func endsSentence(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.last == UInt8(ascii: ".") else { return false }
        var letters = 0
        for byte in bytes.dropLast().suffix(12).reversed() {
            guard byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: ")") else {
                break
            }
            // What continues a character is no character.
            if byte & 0xC0 != 0x80 { letters += 1 }
        }
        return letters >= 3
    }

    private static func add(_ bytes: ArraySlice<UInt8>, to sentences: inout [String]) {
        let words = bytes.split { $0 <= 0x20 }
        guard !words.isEmpty else { return }
        sentences.append(String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self))
    }
}
