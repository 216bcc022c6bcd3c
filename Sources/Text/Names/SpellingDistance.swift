/// How many slips of the pen lie between two words: a letter too many, too few, another one, or two neighbours that
/// changed places (the optimal string alignment distance).
package enum SpellingDistance {
    /// How many slips two words may have between them and still be meant as one: two in long words, one in short ones.
    static func allowed(_ one: Int, _ other: Int) -> Int { max(one, other) < 6 ? 1 : 2 }

    /// The number of slips; nil where there are more than are allowed between words of these lengths.
    package static func near<Letter: Equatable>(
        _ one: some Collection<Letter>, _ other: some Collection<Letter>
    )
        -> Int?
    {
        let (one, other) = (Array(one), Array(other))
        let allowed = allowed(one.count, other.count)
        guard abs(one.count - other.count) <= allowed, !one.isEmpty, !other.isEmpty else { return nil }
        let slips = slips(one, other)
        return slips <= allowed ? slips : nil
    }

    /// The number of slips between any two words, in time that grows with the product of their lengths.
    package static func slips<Letter: Equatable>(_ one: [Letter], _ other: [Letter]) -> Int {
        var before: [Int] = []
        var last = Array(0...other.count)
        for (row, letter) in one.enumerated() {
            var current = [row + 1]
            for (column, counterpart) in other.enumerated() {
                var least = min(
                    last[column + 1] + 1, current[column] + 1, last[column] + (letter == counterpart ? 0 : 1))
                if row > 0, column > 0, letter == other[column - 1], one[row - 1] == counterpart {
                    least = min(least, before[column - 1] + 1)
                }
                current.append(least)
            }
            (before, last) = (last, current)
        }
        return last[other.count]
    }
}
