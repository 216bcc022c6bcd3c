import Etiquette
import Text

/// One message, read once more before it may be queued.
package struct Proofreading: Sendable {
    /// What the message is for; it decides the limits of its length.
    package var kind: FollowUp.Kind
    /// One line.
    package var subject: String
    /// Text with LF, greeting and signature included.
    package var body: String
    /// What it was, or would be, worded from; also after the user rewrote it.
    package var facts: Facts
    /// What it is written in: the lists of words, the dictionary, and how a day is written, since a date may hold a name,
    /// of a person called May.
    package var language = ProofLanguage.unknown
    /// The day on which it is due; nil where that does not matter.
    package var due: Day?
    /// The other people of this recruitment, whose names may stand in the message: panel and contact.
    package var ownPeople: [String] = []
    /// The notes to the other members of the panel.
    package var panelNotes: [PanelNote] = []
    /// This note, taken down like them, where somebody has done so already.
    package var note: PanelNote?
    /// Whether the recipient's name and address fit together (rule `names-right`), as Etiquette sees it.
    package var nameFitsAddress = true
    /// Other spellings of the recipient's name that nobody has settled (rule `names-right`).
    package var unsettledNames: [NameDifference] = []
    /// Why the recipient's name can't stand in a letter as it is written (rule `names-right`), where nobody has settled it.
    package var nameForm: NameForm?
    /// The names of other people of this recruitment that stand in the message and are written as no letter has them, as long
    /// as nobody has settled them.
    package var otherNameForms: [(name: String, form: NameForm)] = []
    /// The domain of the recipient's address has no dot, and nobody has said that it is right.
    package var hasBareDomain = false
    /// Other messages that may say the same to the same person (rule `thank-each`).
    package var possibleDoubles: [PossibleDouble] = []
    /// When the user had whoever has this address forgotten; they may have been written to before.
    package var forgotten: Day?

    /// The message alone; who else belongs to the recruitment is set afterwards.
    package init(kind: FollowUp.Kind, subject: String, body: String, facts: Facts) {
        self.kind = kind
        self.subject = subject
        self.body = body
        self.facts = facts
    }

    /// Everything found, what blocks first. Throws only what `known` throws.
    package func findings(known: some KnownNames) throws -> [Finding] {
        let begun = begin()
        return begun.findings(among: begun.keys.isEmpty ? [] : try known.names(beginningWith: begun.keys))
    }

    /// Reads up to where names of others are asked for: what comes before and after it needs no ledger.
    package func begin() -> Begun { Begun(self) }

    /// A message cut into words. The cost of the rest grows with them and with the names that begin like one of
    /// them, not with all that are known.
    package struct Begun: Sendable {
        private let reading: Proofreading
        private let form: [Finding.What]
        /// Nil for a text that is no letter: of that nothing more is read, its length would be the reader's cost.
        private let words: (subject: Words, body: Words)?
        /// Under what `KnownNames` is to be asked; empty where nothing need be asked.
        package var keys: Set<String> {
            words.map { Words.keys(of: [$0.subject.texts, $0.body.texts]) } ?? []
        }

        fileprivate init(_ reading: Proofreading) {
            self.reading = reading
            form = Checks.form(subject: reading.subject, body: reading.body)
            let isLetter = !form.contains { $0.code == .tooLong }
            words = isLetter ? (Words(reading.subject), Words(reading.body)) : nil
        }

        /// The same keys one after the other, some more than once, for who asks about many messages.
        package func forEachKey(_ visit: (_ hash: UInt64, _ key: () -> String) -> Void) {
            words?.subject.forEachKey(visit)
            words?.body.forEachKey(visit)
        }

        /// Everything found, what blocks first.
        ///
        /// - Parameter names: what is known under the `keys`; more does no harm.
        package func findings(among names: [KnownName]) -> [Finding] {
            let places = Placing(subject: reading.subject, body: reading.body)
            let form = form.map { places.finding($0) }
            guard let words else { return form }
            var content = reading.findings(in: words, among: names)
            let style = reading.style(besides: content)
            // What is said of the name in a greeting says enough of the greeting.
            if style.contains(where: { $0.code == .wrongName && $0.place?.line == 1 }) {
                content.removeAll { $0.code == .greetingMismatch }
            }
            let all = form + content.map { places.finding($0) } + style
            return all.filter { $0.severity == .blocks } + all.filter { $0.severity == .warns }
        }
    }

    private func findings(in words: (subject: Words, body: Words), among names: [KnownName]) -> [Finding.What]
    {
        var all = Placeholders.findings(in: subject)
        all += Placeholders.findings(in: body).filter { !all.contains($0) }
        let misgreeted = Greeting(of: body).others(among: ownPeople, facts: facts)
        all += (misgreeted + otherNames(in: [words.subject, words.body], among: names)).map { .otherName($0) }
        if kind == .thankYou, !panelNotes.isEmpty {
            all += Checks.sameWords(note ?? PanelNote(body: body, facts: facts), panelNotes)
        }
        all += Checks.advice(
            kind: kind, body: body, words: words.body, facts: facts, language: language)
        if let nameForm { all.append(.nameForm(nameForm)) }
        all += otherNameForms.map { .othersNameForm($0.name, $0.form) }
        if hasBareDomain { all.append(.addressForm) }
        all += unsettledNames.map { .nameUnsettled($0) } + possibleDoubles.map { .possibleDouble($0) }
        if let forgotten { all.append(.forgottenBefore(forgotten)) }
        return nameFitsAddress ? all : all + [.nameUnlikeAddress]
    }

    private func otherNames(in texts: [Words], among names: [KnownName]) -> [KnownName] {
        var own = [
            facts.recipient.name, facts.recipient.addressedAs, facts.organisation, facts.role,
            facts.senderName,
            // "the Example Council", within a sentence.
            facts.organisation.prefix(1).lowercased() + facts.organisation.dropFirst(),
        ]
        own += ownPeople + [facts.roleShort, facts.organisationAs].compactMap(\.self)
        own.append(language.language.organisation(of: facts))
        // Most of what the ledger knows of the words of a message are the names that belong there.
        let others = names.filter { !own.contains($0.text) }
        guard !others.isEmpty else { return [] }
        own.append(language.language.text(for: facts.interviewDay))
        return OtherNames(own: own).names(in: texts, among: others)
    }
}

extension Proofreading {
    /// What is found in the words themselves. A name that somebody else has is not misspelt as well.
    fileprivate func style(besides content: [Finding.What]) -> [Finding] {
        let others = content.compactMap { if case .otherName(let name) = $0 { name.text } else { nil } }
        let found = Style(self).findings()
        guard !others.isEmpty else { return found }
        return found.filter { finding in
            switch finding.what {
            case .misspelt(let word): !others.contains { Words.tokens(of: $0).contains(word) }
            case .wrongName(let name, _): !others.contains { $0.contains(name) }
            default: true
            }
        }
    }
}
