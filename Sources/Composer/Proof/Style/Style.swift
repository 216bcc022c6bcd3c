import Etiquette
import Text

/// What is found in the words of a message themselves: how they are spelt and set, what tone they have, and whether
/// what advice.md asks of a message of this kind is there.
struct Style {
    let kind: FollowUp.Kind
    let facts: Facts
    let language: ProofLanguage
    /// The day on which it is due.
    let due: Day?
    /// Names that stand in the message as their owners write them; nothing is said of what is in them.
    let ownNames: [TokenizedText]
    /// Their words.
    let nameWords: Set<UInt64>
    /// The people of this recruitment, the recipient among them, and the sender.
    let personNames: [String]
    let subject: Sheet
    let body: Sheet

    /// One part of the message, and where the own names stand in it.
    struct Sheet {
        let part: Finding.Part
        let page: TokenizedText
        /// Of the words.
        let own: [Range<Int>]

        init(_ part: Finding.Part, _ text: String, ownNames: [TokenizedText]) {
            let page = TokenizedText(text)
            (self.part, self.page) = (part, page)
            own = ownNames.flatMap { page.occurrences(of: $0) }
        }

        func isOwn(_ words: Range<Int>) -> Bool { own.contains { $0.overlaps(words) } }

        func finding(_ what: Finding.What, words: Range<Int>, fix: String? = nil) -> Finding {
            Finding(what, at: page.place(part, words: words), fix: fix)
        }

        func finding(_ what: Finding.What, _ mark: TokenizedText.Mark, fix: String? = nil) -> Finding {
            Finding(what, at: Finding.Place(part, mark.range, of: page.bytes), fix: fix)
        }
    }

    init(_ reading: Proofreading) {
        (kind, facts, language, due) = (reading.kind, reading.facts, reading.language, reading.due)
        let recipient = reading.facts.recipient
        let names = [recipient.name, recipient.addressedAs, facts.organisation, facts.role, facts.senderName]
        let said =
            [facts.roleShort, facts.organisationAs].compactMap(\.self)
            + [language.language.organisation(of: facts), language.language.jobTitle(of: facts)]
        ownNames = (names + said + reading.ownPeople).map { TokenizedText($0) }
        personNames = [recipient.name, facts.senderName] + reading.ownPeople
        nameWords = Set(ownNames.flatMap { $0.words.map(\.hash) })
        subject = Sheet(.subject, reading.subject, ownNames: ownNames)
        body = Sheet(.body, reading.body, ownNames: ownNames)
    }

    /// Everything found, in the order of the text, and what is missing last.
    func findings() -> [Finding] {
        var placed: [Finding] = []
        for sheet in [subject, body] {
            let doubled = doubled(sheet)
            placed += doubled
            // "the the" is told of once.
            placed += phrases(sheet).filter { phrase in
                phrase.code != .grammar || !doubled.contains { $0.place?.begins(with: phrase.place) ?? false }
            }
            placed += marks(sheet)
            placed += punctuation(sheet)
            placed += capitals(sheet)
            placed += smallLetters(sheet)
            // Of "alot" the list of slips knows more than the dictionary.
            placed += misspelt(sheet).filter { word in !placed.contains { $0.place == word.place } }
            placed += weekdays(sheet)
            placed += otherDays(sheet)
        }
        placed += wrongNames() + ownNamesInPart() + otherRoles() + unusualWriting() + strayMarks()
        let names = placed.filter { $0.code == .wrongName }
        placed.removeAll { $0.code == .spelling && isToldOf($0, by: names) }
        placed += topic()
        placed += longParagraphs()
        if placed.count > 1 { placed.sort { $0.order < $1.order } }
        return placed + missing()
    }
}

extension Style {
    /// A misspelt word of a name that is wrong as a whole.
    private func isToldOf(_ word: Finding, by names: [Finding]) -> Bool {
        names.contains { name in
            guard let name = name.place, let word = word.place else { return false }
            return name.part == word.part && name.line == word.line && name.passage.contains(word.passage)
        }
    }
}

extension Finding.Place {
    fileprivate func begins(with other: Finding.Place?) -> Bool {
        other.map { (part, line, column) == ($0.part, $0.line, $0.column) } ?? false
    }
}

extension Finding {
    /// The subject first, then by line and column.
    fileprivate var order: Int {
        guard let place else { return .max }
        let part = place.part == .subject ? 0 : 1 << 40
        return part + (place.line << 20) + place.column
    }
}
