/// Pairs the words of two spellings, the surest pairs first.
struct NameComparison {
    private var kept: [WrittenWord]
    private var seen: [WrittenWord]
    /// Nobody tells from it how the name is written.
    private let isSeenInOneCase: Bool
    private var hasPair = false
    private var isWrittenOtherwise = false

    init(kept: String, seen: String) {
        self.kept = WrittenWord.words(of: kept).filter { !$0.isTitle }
        self.seen = WrittenWord.words(of: seen).filter { !$0.isTitle }
        isSeenInOneCase = seen.isInOneCase
    }

    var likeness: NameLikeness {
        var copy = self
        return copy.compare()
    }

    private mutating func compare() -> NameLikeness {
        guard !kept.isEmpty, !seen.isEmpty else { return .other }
        // A name in Han and one in Latin letters say nothing about each other.
        guard Set(kept.map(\.isPlainLatin)).intersection(seen.map(\.isPlainLatin)).count > 0 else {
            return .form
        }
        pair { $0.text == $1.text }
        pair {
            $0.lowered == $1.lowered
        } each: { comparison, one, other in
            comparison.noteCapitals(one, other)
        }
        pair {
            $0.isPlainly($1)
        } each: { comparison, one, other in
            comparison.noteAccents(one, other)
        }
        if isSpacedOtherwise { return .writing }
        pairInitials()
        guard !kept.isEmpty, !seen.isEmpty else {
            return !hasPair ? .other : isWrittenOtherwise ? .writing : .form
        }
        let hadPair = hasPair
        let count = kept.count
        pair { $0.isNear($1) }
        if kept.count < count { return kept.isEmpty || seen.isEmpty || hadPair ? .near : .other }
        return hadPair ? .partly : .other
    }

    /// Takes out the words of one spelling that have a counterpart in the other.
    private mutating func pair(
        _ fits: (WrittenWord, WrittenWord) -> Bool,
        each note: (inout Self, WrittenWord, WrittenWord) -> Void = { _, _, _ in }
    ) {
        for word in kept {
            guard let place = seen.firstIndex(where: { fits(word, $0) }),
                let own = kept.firstIndex(of: word)
            else { continue }
            note(&self, word, seen[place])
            if !word.isInitial { hasPair = true }
            kept.remove(at: own)
            seen.remove(at: place)
        }
    }

    /// `J.` for Jane, in either of the two.
    private mutating func pairInitials() {
        func fits(_ one: WrittenWord, _ other: WrittenWord) -> Bool {
            (one.isInitial || other.isInitial) && one.plain[0].first == other.plain[0].first
        }
        pair(fits)
        // Middle initials come and go.
        kept.removeAll(where: \.isInitial)
        seen.removeAll(where: \.isInitial)
    }

    /// `Van der Berg` and `van der Berg`. A name in capitals, or a family name as the French write it, says nothing of
    /// how it is written otherwise; where it is the one that is kept, the other does.
    private mutating func noteCapitals(_ one: WrittenWord, _ other: WrittenWord) {
        let isShouted = other.text.count > 1 && other.text == other.text.uppercased()
        if !isSeenInOneCase, !isShouted { isWrittenOtherwise = true }
    }

    /// What has lost its accents on the way says nothing of them.
    private mutating func noteAccents(_ one: WrittenWord, _ other: WrittenWord) {
        if !other.isPlain || one.isPlain { isWrittenOtherwise = true }
    }

    /// `Mac Donald` and `MacDonald`, `Anne-Marie` and `Annemarie`.
    private var isSpacedOtherwise: Bool {
        guard !kept.isEmpty, !seen.isEmpty, kept.count != seen.count else { return false }
        let joined = seen.map { $0.plain[0] }.joined()
        return kept.map { $0.plain[0] }.joined() == joined
            || kept.reversed().map { $0.plain[0] }.joined() == joined
    }
}

extension WrittenWord {
    /// Written in Latin letters, with accents or without.
    fileprivate var isPlainLatin: Bool { plain[0].utf8.allSatisfy { $0 < 0x80 } }
}
