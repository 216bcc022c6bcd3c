/// Finds the word that a mistyped one was meant to be.
enum NearestWord {
    /// The nearest of `words`, if it is near enough: the same but for case, hyphens and underscores, or at most
    /// two slips of the finger away (one in a short word).
    static func of(_ text: String, among words: [String]) -> String? {
        guard text.unicodeScalars.count <= 40 else { return nil }
        let typed = plain(text)
        let ranked = words.map { (word: $0, slips: slips(from: typed, to: plain($0))) }
        guard let best = ranked.min(by: { $0.slips < $1.slips }) else { return nil }
        return best.slips <= (typed.count <= 4 ? 1 : 2) ? best.word : nil
    }

    private static func plain(_ text: String) -> [Character] {
        text.lowercased().filter { $0 != "_" && $0 != "-" }.map(\.self)
    }

    /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
    static func slips(from left: [Character], to right: [Character]) -> Int {
        var rows = [Array(0...right.count)]
        for (row, character) in left.enumerated() {
            var next = [row + 1]
            for (column, other) in right.enumerated() {
                var least = min(
                    rows[row][column + 1] + 1, next[column] + 1,
                    rows[row][column] + (character == other ? 0 : 1))
                if row > 0, column > 0, character == right[column - 1], left[row - 1] == other {
                    least = min(least, rows[row - 1][column - 1] + 1)
                }
                next.append(least)
            }
            rows.append(next)
        }
        return rows[left.count][right.count]
    }
}
