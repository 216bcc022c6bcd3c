import Mail
import Text

/// How near the writer of a mail is to what was sent: the nearer, the more it takes to call it a machine's.
enum Nearness {
    /// Somebody of the recruitment, by the address.
    case person
    /// Somebody unknown who answers a message of ours.
    case thread
    /// Nothing but the domain is that of people of the recruitment.
    case application
    /// The system of an employer, which names the organisation, the role or a person.
    case trackingSystem
}

/// Tells automatic answers from what people write: by RFC 3834, and by the habits of systems that ignore it.
///
/// Words in the text alone never make one: people write "I am out of the office" themselves. Nor do the signs of a list
/// or of a service: people answer through those. What brings news is the user's to read, whatever wrote it.
struct AutomaticRecogniser {
    let phrases: MailPhrases

    /// nil for what a person may have written, or has to read.
    func answer(in mail: IncomingMail, from nearness: Nearness) -> AutomaticAnswer? {
        if let answer = report(mail) ?? calendar(mail) { return answer }
        let signs = AutomaticSigns(mail, phrases: phrases)
        guard let sort = sort(of: mail, signs, nearness) else { return nil }
        guard !isNews(mail, signs, besides: sort) else { return nil }
        let returns = sort == .absence ? ReturnDays(phrases: phrases).day(in: mail) : nil
        return AutomaticAnswer(sort: sort, returns: returns, evidence: signs.evidence)
    }

    /// Whether a mail that looks like that brings news. Receipts speak of portals and next steps, and newsletters of
    /// anything: of these the subject counts.
    private func isNews(
        _ mail: IncomingMail, _ signs: AutomaticSigns, besides sort: AutomaticAnswer.Sort
    ) -> Bool {
        switch sort {
        case .absence, .left: hasNews(mail, or: [])
        case .list: signs.subject[.news] != nil || hasNews(mail, or: [])
        case .receipt: signs.subject[.portal] != nil || hasNews(mail, or: [.news])
        case .other: hasNews(mail, or: [.news, .portal])
        case .delay, .delivery, .read, .calendar, .challenge: false
        }
    }

    /// What the user would want to read at once, whoever or whatever wrote it: a rejection, an offer, or the day of a
    /// decision; or else what one of the labels speaks for.
    private func hasNews(_ mail: IncomingMail, or labels: [MailPhrases.Label]) -> Bool {
        let subject = phrases.isAnswer(mail.headers.subject) ? [] : [mail.headers.subject[...]]
        return (subject + Sentences.of(mail.newText, in: .mail).prefix(Suggestions.most)).contains {
            sentence in
            let text = NormalText(sentence)
            let decisions = phrases.suggestions.matches(in: text)
            let found = phrases.index.matches(in: text)
            let news =
                [.rejection, .offer, .date].compactMap { decisions[$0]?.offset }
                + labels.compactMap { found[$0]?.offset }
            // What would follow if is told to everybody.
            return news.contains { offset in found[.conditional].map { $0.offset > offset } ?? true }
        }
    }

    /// A receipt of reading, or a complaint that some provider passes on.
    private func report(_ mail: IncomingMail) -> AutomaticAnswer? {
        let sort: AutomaticAnswer.Sort? =
            switch mail.headers.contentType.parameter("report-type")?.lowercased() {
            case "disposition-notification"?: .read
            case "feedback-report"?: .other
            default: mail.disposition == nil ? nil : .read
            }
        return sort.map { AutomaticAnswer(sort: $0, returns: nil, evidence: [.header("content-type")]) }
    }

    /// An invitation that they accepted or declined; one that they send is a person's wish.
    private func calendar(_ mail: IncomingMail) -> AutomaticAnswer? {
        guard let method = mail.calendarMethods.first(where: { $0 == "REPLY" || $0 == "REFRESH" }) else {
            return nil
        }
        return AutomaticAnswer(
            sort: .calendar, returns: nil, evidence: [.header("method=" + method.lowercased())])
    }

    private func sort(
        of mail: IncomingMail, _ signs: AutomaticSigns, _ nearness: Nearness
    ) -> AutomaticAnswer.Sort? {
        if nearness == .trackingSystem { return fromTrackingSystem(signs) }
        if signs.isAnswering { return answered(mail, signs, nearness) }
        if signs.isUnattended, let sort = unattended(signs) { return sort }
        switch nearness {
        case .person:
            let isPlain = signs.text[.receipt] != nil && signs.subject[.receiptSubject] != nil
            return isPlain && signs.isUnattended ? .receipt : nil
        case .thread: return signs.isByMachine && signs.isReceipt ? .receipt : nil
        case .application: return fromHouse(signs)
        case .trackingSystem: return nil
        }
    }

    /// A program says that it answered; the words say for what.
    private func answered(
        _ mail: IncomingMail, _ signs: AutomaticSigns, _ nearness: Nearness
    ) -> AutomaticAnswer.Sort? {
        if signs.has(.challenge) { return .challenge }
        if signs.has(.left) { return .left }
        if signs.subject[.readSubject] != nil { return .read }
        if signs.subject[.calendarSubject] != nil, !mail.calendarMethods.isEmpty { return .calendar }
        if signs.isAway { return .absence }
        if signs.isReceipt { return .receipt }
        if signs.isSubjectAutomatic || signs.text[.returning] != nil
            || signs.headers.answering.contains("x-apple-action")
        {
            return .absence
        }
        // After an interview an application has news.
        return nearness == .application && signs.has(.application) ? nil : .other
    }

    /// Nobody pressed a button, as it seems: then the words have to leave no doubt.
    private func unattended(_ signs: AutomaticSigns) -> AutomaticAnswer.Sort? {
        if signs.has(.challenge) { return .challenge }
        if signs.has(.left), !signs.isPersonal { return .left }
        if signs.subject[.readSubject]?.offset == 0 { return .read }
        return signs.isAway && !signs.isPersonal ? .absence : nil
    }

    private func fromHouse(_ signs: AutomaticSigns) -> AutomaticAnswer.Sort? {
        if signs.isByMachine, signs.isReceipt { return .receipt }
        if signs.subject[.application] != nil { return nil }
        if !signs.headers.broadcast.isEmpty { return .list }
        let isOther = signs.isCertainlyByMachine && !signs.isPersonal && signs.text[.application] == nil
        return isOther ? .other : nil
    }

    /// After an interview whatever such a system sends may be the answer, unless it is plainly something else.
    private func fromTrackingSystem(_ signs: AutomaticSigns) -> AutomaticAnswer.Sort? {
        if signs.isReceipt { return .receipt }
        return signs.has(.newsletter) ? .list : nil
    }
}
