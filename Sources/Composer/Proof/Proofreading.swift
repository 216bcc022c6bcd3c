import Etiquette

/// One message, read once more before it may be queued.
public struct Proofreading: Sendable {
    /// What the message is for; it decides the limits of its length.
    public var kind: FollowUp.Kind
    /// One line.
    public var subject: String
    /// Text with LF, greeting and signature included.
    public var body: String
    /// What it was, or would be, worded from; also after the user rewrote it.
    public var facts: Facts
    /// The other people of this recruitment, whose names may stand in the message: panel and contact.
    public var ownPeople: [String] = []
    /// The notes to the other members of the panel.
    public var panelNotes: [PanelNote] = []
    /// Whether the recipient's name and address fit together (rule `names-right`), as Etiquette sees it.
    public var nameFitsAddress = true

    /// The message alone; who else belongs to the recruitment is set afterwards.
    public init(kind: FollowUp.Kind, subject: String, body: String, facts: Facts) {
        self.kind = kind
        self.subject = subject
        self.body = body
        self.facts = facts
    }

    /// Everything found, what blocks first. Throws only what `known` throws.
    public func findings(known: some KnownNames) throws -> [Finding] {
        let plain = Checks.form(subject: subject, body: body)
        // Nothing more is read of a text that is no letter: its length would be the reader's cost.
        if plain.contains(where: { $0.code == .tooLong }) { return plain }
        let words = Words(body)
        var all = plain + Placeholders.findings(in: subject)
        all += Placeholders.findings(in: body).filter { !all.contains($0) }
        let misgreeted = Greeting(of: body).others(among: ownPeople, facts: facts)
        all += try (misgreeted + otherNames(in: words, known: known)).map { .otherName($0) }
        if kind == .thankYou, !panelNotes.isEmpty {
            all += Checks.sameWords(PanelNote(body: body, facts: facts), panelNotes)
        }
        all += Checks.advice(kind: kind, body: body, words: words, facts: facts)
        if !nameFitsAddress { all.append(.nameUnlikeAddress) }
        return all.filter { $0.severity == .blocks } + all.filter { $0.severity == .warns }
    }

    private func otherNames(in words: Words, known: some KnownNames) throws -> [KnownName] {
        let date = DateWords(language: "en-GB").text(for: facts.interviewDay)
        let own = [
            facts.recipient.name, facts.recipient.addressedAs, facts.organisation, facts.role,
            facts.senderName, date,
        ]
        return try OtherNames(own: own + ownPeople).names(in: [Words(subject), words], known: known)
    }
}
