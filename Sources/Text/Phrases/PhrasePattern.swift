/// A phrase as it is looked for, word by word.
package struct PhrasePattern: Equatable, Sendable {
    /// What a word of the text has to be. Letters are in the form of the text that is looked through.
    package enum Word: Equatable, Sendable {
        /// One of these.
        case choices([[UInt8]])
        case beginning([UInt8])
        case any

        /// With what such a word may begin.
        var beginnings: [[UInt8]] {
            switch self {
            case .choices(let choices): choices
            case .beginning(let letters): [letters]
            case .any: []
            }
        }

        var isBeginning: Bool {
            if case .beginning = self { true } else { false }
        }
    }

    package let words: [Word]

    /// A phrase that stands for itself, spaces and marks included, in a `NormalText`.
    init(literal phrase: String) { words = [.choices([NormalText(phrase).bytes])] }

    private init(words: [Word]) { self.words = words }

    /// Those that a line of a list describes, for the words of a `TokenizedText`: `a|b` is either word, `(a)` one that may
    /// be missing, `begin*` a word with that beginning of three letters or more, `…` one word of any kind. None where its
    /// form is not this.
    package static func all(in line: Substring) -> [PhrasePattern] {
        var all: [[Word]] = [[]]
        for token in line.split(separator: " ") {
            let isOptional = token.hasPrefix("(") && token.hasSuffix(")")
            guard let words = words(isOptional ? token.dropFirst().dropLast() : token) else { return [] }
            all = (isOptional ? all : []) + all.map { $0 + words }
        }
        return all.filter { !$0.isEmpty }.map { PhrasePattern(words: $0) }
    }

    private static func words(_ token: Substring) -> [Word]? {
        if token == "…" { return [.any] }
        if token.hasSuffix("*") {
            let beginning = folded(token.dropLast())
            return beginning.count == 1 && beginning[0].count > 2 ? [.beginning(beginning[0])] : nil
        }
        let choices = token.split(separator: "|").map(folded)
        if choices.count == 1 { return choices[0].isEmpty ? nil : choices[0].map { .choices([$0]) } }
        guard choices.allSatisfy({ $0.count == 1 }) else { return nil }
        return [.choices(choices.flatMap(\.self))]
    }

    private static func folded(_ token: Substring) -> [[UInt8]] {
        let text = TokenizedText(String(token))
        return text.words.map { Array(text.folded[$0.folded]) }
    }

    /// The word of a pattern that is nothing but one word without choice.
    package var onlyWord: [UInt8]? {
        guard words.count == 1, case .choices(let choices) = words[0] else { return nil }
        return choices.first
    }
}
