/// A phrase as it is looked for, word by word.
package struct PhrasePattern: Equatable, Sendable {
    /// What a word of the text has to be. Letters are in the form of the text that is looked through.
    package enum Word: Equatable, Sendable {
        /// One of these.
        case choices([[UInt8]])
        case beginning([UInt8])
        case ending([UInt8])
        case any
        /// One of any kind, of which who looks for the phrase has to see that it is a sum of money (`amounts`).
        case amount

        /// With what such a word may begin.
        var beginnings: [[UInt8]] {
            switch self {
            case .choices(let choices): choices
            case .beginning(let letters): [letters]
            case .any, .amount, .ending: []
            }
        }

        var isBeginning: Bool {
            if case .beginning = self { true } else { false }
        }
    }

    package let words: [Word]
    /// Nothing of the sentence stands before it, or behind it.
    package private(set) var beginsSentence = false
    package private(set) var endsSentence = false

    /// A phrase that stands for itself, spaces and marks included, in a `NormalText`.
    init(literal phrase: String) { words = [.choices([NormalText(phrase).bytes])] }

    private init(words: [Word], beginsSentence: Bool, endsSentence: Bool) {
        (self.words, self.beginsSentence, self.endsSentence) = (words, beginsSentence, endsSentence)
    }

    /// Those that a line of a list describes, for the words of a `TokenizedText`: `a|b` is either word, `(a)` one that may
    /// be missing, `begin*` a word with that beginning of three letters or more, `*ing` one with that ending, `…` one word of
    /// any kind, `£` a sum of any currency, `@things` the words to which a list has given that name; `^` is the beginning or
    /// the end of a sentence. None where its form is not this. It can't begin with `*ing`, `…` or `£`.
    package static func all(in line: Substring, named: [Substring: Substring] = [:]) -> [PhrasePattern] {
        var all: [[Word]] = [[]]
        // Cut and looked at as bytes: there are thousands of such lines, and a start waits for them.
        var tokens = line.utf8.split(separator: UInt8(ascii: " "))[...]
        let begins = tokens.first.map(isEdge) ?? false
        let ends = tokens.count > 1 && (tokens.last.map(isEdge) ?? false)
        tokens = tokens.dropFirst(begins ? 1 : 0).dropLast(ends ? 1 : 0)
        for token in tokens {
            let isOptional = token.first == UInt8(ascii: "(") && token.last == UInt8(ascii: ")")
            guard let plain = plain(isOptional ? token.dropFirst().dropLast() : token, named: named),
                let words = words(plain)
            else { return [] }
            if isOptional {
                all += all.map { $0 + words }
            } else {
                for index in all.indices { all[index] += words }
            }
        }
        return all.filter { !$0.isEmpty }.map {
            PhrasePattern(words: $0, beginsSentence: begins, endsSentence: ends)
        }
    }

    private static func isSmallLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }

    private static func isEdge(_ token: Substring.UTF8View) -> Bool { token.elementsEqual("^".utf8) }

    /// With the words that a name behind `@` stands for; nil where nothing has that name.
    private static func plain(
        _ token: Substring.UTF8View, named: [Substring: Substring]
    ) -> Substring.UTF8View? {
        let at = UInt8(ascii: "@")
        guard token.contains(at) else { return token }
        let choices = choices(of: token).map { choice in
            choice.first == at ? named[Substring(choice.dropFirst())] : Substring(choice)
        }
        return choices.contains(nil) ? nil : choices.compactMap(\.self).joined(separator: "|")[...].utf8
    }

    private static func choices(of token: Substring.UTF8View) -> [Substring.UTF8View] {
        token.split(separator: UInt8(ascii: "|"))
    }

    private static func words(_ token: Substring.UTF8View) -> [Word]? {
        if token.isEmpty { return nil }
        // What most are, one word in small letters, the scanner would leave as it is.
        if token.allSatisfy(isSmallLetter) { return [.choices([Array(token)])] }
        if token.elementsEqual("…".utf8) { return [.any] }
        if token.elementsEqual("£".utf8) { return [.amount] }
        if token.last == UInt8(ascii: "*") {
            let beginning = folded(token.dropLast())
            return beginning.count == 1 && beginning[0].count > 2 ? [.beginning(beginning[0])] : nil
        }
        if token.first == UInt8(ascii: "*") {
            let ending = Substring(token.dropFirst()).lowercased()
            return ending.isEmpty ? nil : [.ending(Array(ending.utf8))]
        }
        let choices = choices(of: token).map(folded)
        if choices.count == 1 { return choices[0].isEmpty ? nil : choices[0].map { .choices([$0]) } }
        guard choices.allSatisfy({ $0.count == 1 }) else { return nil }
        return [.choices(choices.flatMap(\.self))]
    }

    private static func folded(_ token: Substring.UTF8View) -> [[UInt8]] {
        if !token.isEmpty, token.allSatisfy(isSmallLetter) { return [Array(token)] }
        let text = TokenizedText(String(Substring(token)))
        return text.words.map { Array(text.folded[$0.folded]) }
    }

    /// Which of its words are sums of money.
    package var amounts: [Int] { words.indices.filter { words[$0] == .amount } }

    /// The word of a pattern that is nothing but one word without choice.
    package var onlyWord: [UInt8]? { onlyChoices.first }

    /// Those of which a pattern takes any, where it is nothing but one word.
    package var onlyChoices: [[UInt8]] {
        guard words.count == 1, case .choices(let choices) = words[0] else { return [] }
        return choices
    }
}
