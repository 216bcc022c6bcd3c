/// Where the words of a text end.
package enum PhraseWordEnds: Sendable {
    /// Each word of a text is followed by a space or a line end, as in `TokenizedText.folded`.
    case spaces
    /// Running text of any language, as in `NormalText`: a letter or digit of ASCII behind another goes on with its
    /// word. Languages that write without spaces, and those that join their particles, are so served.
    case latin
}

/// Many phrases, found in one pass over a text: the one matcher, of proofreading, of mail and of invitations.
package struct PhraseIndex<Label: Sendable>: Sendable {
    /// A phrase that stands in a text.
    package struct Match: Sendable {
        package let label: Label
        /// As it was given.
        package let phrase: String
        /// Where in the text it begins.
        package let offset: Int
        /// How many words it has, as `PhrasePattern` parts them.
        package let words: Int
    }

    private var phrases: [(label: Label, text: String)] = []
    private var table: PhraseTable

    /// Phrases as they stand, white space and case aside.
    package init(_ phrases: [(Label, [String])], ends: PhraseWordEnds = .latin) {
        table = PhraseTable(ends: ends)
        for (label, list) in phrases {
            for phrase in list {
                table.add(PhrasePattern(literal: phrase), number: self.phrases.count, isPattern: false)
                self.phrases.append((label, phrase))
            }
        }
    }

    /// Patterns, found in texts whose words end so. One that begins with any word would be found everywhere, and is found
    /// nowhere.
    package init(_ patterns: [(Label, PhrasePattern)], ends: PhraseWordEnds) {
        table = PhraseTable(ends: ends)
        // Of two that are equally long, that with a whole word for its first is meant.
        for isBeginning in [false, true] {
            for (label, pattern) in patterns where pattern.words.first?.isBeginning == isBeginning {
                table.add(pattern, number: phrases.count, isPattern: true)
                phrases.append((label, ""))
            }
        }
    }

    /// The longest phrase, in words, that begins at a word of the text, of those that are meant.
    package func longest(
        at offset: Int, in text: [UInt8], where isMeant: (Label) -> Bool = { _ in true }
    ) -> Match? {
        table.longest(at: offset, in: text) { isMeant(phrases[$0].label) }.map(match)
    }

    private func match(_ place: PhraseTable.Place) -> Match {
        let phrase = phrases[place.number]
        return Match(label: phrase.label, phrase: phrase.text, offset: place.offset, words: place.words)
    }
}

extension PhraseIndex where Label: Hashable {
    /// The first match of every label, wherever a word may begin.
    package func matches(in text: NormalText) -> [Label: Match] {
        var found: [Label: Match] = [:]
        table.forEachPlace(in: text.bytes) { place in
            let match = match(place)
            if found[match.label] == nil { found[match.label] = match }
        }
        return found
    }
}
