/// Words by which somebody means something that is on record: in any order, each a word of its names or the beginning of
/// one, case and accents aside. Articles and what a firm puts behind its name count only where there is nothing else.
package struct NameQuery {
    /// How well something is named by a query.
    package enum Fit: Int, Comparable {
        /// Words of its names begin so.
        case begins
        /// Some words of its names begin so, and one at least is whole.
        case partly
        /// They are words of its names.
        case words
        /// They are all the words of one of its names.
        case whole

        package static func < (one: Fit, other: Fit) -> Bool { one.rawValue < other.rawValue }
    }

    private let words: [WrittenWord]

    /// Nil for a text without letters and figures.
    package init?(_ text: String) {
        words = Self.words(of: text)
        if words.isEmpty { return nil }
    }

    /// The ways in which each word may stand in `spellings`, or in a name that has none.
    package var writings: [[String]] {
        words.map { word in word.plain.contains(word.lowered) ? word.plain : word.plain + [word.lowered] }
    }

    /// By what somebody is found who may be written in several ways: each word of their names in every way in which it may be
    /// meant, a blank before it. Nil where they are all of plain letters and can only be written as they are.
    ///
    /// - Parameter atAnyRate: even then.
    package static func spellings(of names: [String], atAnyRate: Bool = false) -> String? {
        let isPlain = names.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "'") } }
        guard atAnyRate || !isPlain else { return nil }
        return names.flatMap(WrittenWord.words).flatMap {
            $0.isPlain ? [$0.lowered] : [$0.lowered] + $0.plain
        }
        .map { " " + $0 }.joined()
    }

    /// Nil where one of the words is none of these names.
    package func fit(_ names: [String]) -> Fit? {
        let own = names.map(Self.words)
        if own.contains(where: { $0.count == words.count && pairs(with: $0, { $0.isPlainly($1) }) }) {
            return .whole
        }
        let all = own.flatMap(\.self)
        if pairs(with: all, { $0.isPlainly($1) }) { return .words }
        guard pairs(with: all, { $0.begins($1) }) else { return nil }
        return words.contains { word in all.contains { word.isPlainly($0) } } ? .partly : .begins
    }

    /// Those that are named best, in their order, and how well; nil where none is named at all.
    package func best<Item>(
        among items: [Item], names: (Item) throws -> [String]
    ) rethrows -> (fit: Fit, items: [Item])? {
        let fits = try items.map { (item: $0, fit: fit(try names($0))) }
        return fits.compactMap(\.fit).max().map { best in
            (best, fits.filter { $0.fit == best }.map(\.item))
        }
    }

    /// Whether each word has a word of its own; the longest choose first, since a short one begins many.
    private func pairs(with others: [WrittenWord], _ fits: (WrittenWord, WrittenWord) -> Bool) -> Bool {
        var left = others
        return words.sorted { $0.lowered.count > $1.lowered.count }.allSatisfy { word in
            guard let place = left.firstIndex(where: { fits(word, $0) }) else { return false }
            left.remove(at: place)
            return true
        }
    }

    private static func words(of text: String) -> [WrittenWord] {
        let all = WrittenWord.words(of: text)
        let telling = all.filter { !silent.contains($0.lowered) }
        return telling.isEmpty ? all : telling
    }

    private static let silent: Set<String> = [
        "the", "a", "an", "of", "and", "at", "ltd", "limited", "plc", "inc", "llp",
    ]
}

extension WrittenWord {
    /// Whether another word begins like it, accents aside.
    fileprivate func begins(_ other: WrittenWord) -> Bool {
        other.lowered.hasPrefix(lowered)
            || plain.contains { own in other.plain.contains { $0.hasPrefix(own) } }
    }
}
