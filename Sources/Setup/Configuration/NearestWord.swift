import Text

/// Finds the word that a mistyped one was meant to be.
enum NearestWord {
    /// The nearest of `words`, if it is near enough: the same but for case, hyphens and underscores, or at most
    /// two slips of the finger away (one in a short word).
    static func of(_ text: String, among words: [String]) -> String? {
        guard text.unicodeScalars.count <= 40 else { return nil }
        let typed = plain(text)
        let ranked = words.map { (word: $0, slips: SpellingDistance.slips(typed, plain($0))) }
        guard let best = ranked.min(by: { $0.slips < $1.slips }) else { return nil }
        return best.slips <= (typed.count <= 4 ? 1 : 2) ? best.word : nil
    }

    private static func plain(_ text: String) -> [Character] {
        text.lowercased().filter { $0 != "_" && $0 != "-" }.map(\.self)
    }
}
