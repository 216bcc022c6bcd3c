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
        var all = plain + Placeholders.findings(in: subject)
        all += Placeholders.findings(in: body).filter { !all.contains($0) }
        all += try otherNames(known: known).map { .otherName($0) }
        all += Checks.sameWords(PanelNote(body: body, facts: facts), panelNotes, kind: kind)
        all += Checks.advice(kind: kind, body: body, facts: facts)
        if !nameFitsAddress { all.append(.nameUnlikeAddress) }
        return all.filter { $0.severity == .blocks } + all.filter { $0.severity == .warns }
    }

    private func otherNames(known: some KnownNames) throws -> [KnownName] {
        let date = DateWords(language: "en-GB").text(for: facts.interviewDay)
        let own = [
            facts.recipient.name, facts.recipient.addressedAs, facts.organisation, facts.role,
            facts.senderName, date,
        ]
        let names = OtherNames(own: own + ownPeople)
        // A line's end keeps a name from beginning in the subject and ending in the body.
        return try names.names(in: Words(subject + " | " + body), known: known)
    }
}
