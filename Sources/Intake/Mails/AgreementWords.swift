import Text

/// The words by which mails settle an interview, propose one or take it away.
enum AgreementWords {
    enum Sense: String, CaseIterable {
        case agreed, awaited, invited, proposed, offered, asked, off, interview, application, otherwise
    }

    private static let file = PhraseFile(PackageResources.agreement_words_txt)

    private static let phrases = PhraseIndex(Sense.allCases.map { ($0, file[$0.rawValue]) })

    /// A day behind one of these is no day of a meeting.
    static let beforeDay = Set(file["before-day"])

    /// What may stand between a day and its time.
    static let links = Set(file["link"])

    /// What stands before the colon of a line that tells the day.
    static let dayLabels = Set(file["label-day"])
    /// The same of the time.
    static let timeLabels = Set(file["label-time"])

    /// What stands before the colons of an earlier mail's header.
    static let headers = Set(file["label-header"])

    static func senses(of text: some StringProtocol) -> Set<Sense> {
        Set(phrases.matches(in: NormalText(text)).keys)
    }
}
