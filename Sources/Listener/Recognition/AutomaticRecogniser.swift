import Mail

/// Tells automatic answers from what people write: by RFC 3834, and by the habits of systems that ignore it.
///
/// Words in the text alone never make one: people write "I am out of the office" themselves.
struct AutomaticRecogniser {
    let phrases: Phrases

    /// nil for what a person may have written.
    func answer(in mail: IncomingMail) -> AutomaticAnswer? {
        if let answer = report(mail) ?? calendar(mail) { return answer }
        let signs = signs(of: mail)
        guard signs.weight >= 3, signs.isMachine else { return nil }
        let sort = sort(of: mail, signs)
        // A machine may bring news too: what sounds like a decision is for the user to read.
        if sort == .other || sort == .receipt || sort == .list, bringsNews(mail) { return nil }
        let returns = sort == .absence ? ReturnDays(phrases: phrases).day(in: mail) : nil
        return AutomaticAnswer(sort: sort, returns: returns, evidence: signs.evidence)
    }

    /// A receipt of reading, or a complaint that some provider passes on.
    private func report(_ mail: IncomingMail) -> AutomaticAnswer? {
        switch mail.headers.contentType.parameter("report-type")?.lowercased() {
        case "disposition-notification"?:
            return AutomaticAnswer(sort: .read, returns: nil, evidence: [.header("content-type")])
        case "feedback-report"?:
            return AutomaticAnswer(sort: .other, returns: nil, evidence: [.header("content-type")])
        default:
            let isRead = mail.disposition != nil
            return isRead
                ? AutomaticAnswer(sort: .read, returns: nil, evidence: [.header("content-type")]) : nil
        }
    }

    /// An invitation that they accepted or declined; one that they send is a person's wish.
    private func calendar(_ mail: IncomingMail) -> AutomaticAnswer? {
        guard let method = mail.calendarMethods.first(where: { $0 == "REPLY" || $0 == "REFRESH" }) else {
            return nil
        }
        return AutomaticAnswer(
            sort: .calendar, returns: nil, evidence: [.header("method=" + method.lowercased())])
    }

    private typealias Text = [Phrases.Label: PhraseIndex<Phrases.Label>.Match]

    private struct Signs {
        var weight = 0
        /// A header says so, or a subject that people do not write.
        var isMachine = false
        var evidence: [Evidence] = []
        var subject: Text = [:]
        var text: Text = [:]

        mutating func add(_ points: Int, _ sign: Evidence) {
            weight += points
            evidence.append(sign)
        }
    }

    private func signs(of mail: IncomingMail) -> Signs {
        var signs = Signs()
        let headers = mail.headers
        signs.text = phrases.index.matches(in: NormalText(mail.newText.beginning(5_000)))
        if !phrases.isAnswer(headers.subject) {
            signs.subject = phrases.index.matches(in: NormalText(headers.subject))
        }
        for sign in AutomaticHeaders.signs(in: headers) {
            signs.add(sign.weight, .header(sign.name))
            signs.isMachine = true
        }
        addSubject(NormalText(headers.subject), to: &signs)
        for label in [Phrases.Label.automatic, .away, .receipt, .challenge] {
            if let match = signs.text[label] { signs.add(1, .phrase(match.phrase)) }
        }
        if headers.from.first.map(AutomaticHeaders.isUnread) == true {
            signs.add(1, .address(headers.from.first?.address ?? ""))
            signs.isMachine = true
        }
        return signs
    }

    /// A prefix that only programs write says it all; other subjects say half of it.
    private func addSubject(_ subject: NormalText, to signs: inout Signs) {
        if let match = signs.subject[.automaticPrefix], match.offset == 0 {
            signs.isMachine = true
            signs.add(3, .subject(match.phrase))
        } else if let match = signs.subject[.automaticSubject] {
            let isAll = subject.bytes.count <= NormalText(match.phrase).bytes.count + 2
            if isAll || match.phrase.hasPrefix("is ") { signs.isMachine = true }
            signs.add(2, .subject(match.phrase))
        }
        if let match = signs.subject[.readSubject], match.offset == 0 { signs.add(2, .subject(match.phrase)) }
        if let match = signs.subject[.calendarSubject], match.offset == 0 {
            signs.add(2, .subject(match.phrase))
        }
        if let match = signs.subject[.receiptSubject] { signs.add(2, .subject(match.phrase)) }
        if let match = signs.subject[.challenge] { signs.add(2, .subject(match.phrase)) }
    }

    private func sort(of mail: IncomingMail, _ signs: Signs) -> AutomaticAnswer.Sort {
        let headers = mail.headers
        if signs.text[.challenge] != nil || signs.subject[.challenge] != nil { return .challenge }
        if signs.subject[.readSubject] != nil { return .read }
        if signs.subject[.calendarSubject] != nil, mail.calendarMethods.isEmpty == false { return .calendar }
        let isAway = signs.subject[.automaticSubject] != nil || signs.text[.away] != nil
        if isAway { return .absence }
        if signs.text[.receipt] != nil || signs.subject[.receiptSubject] != nil { return .receipt }
        if signs.subject[.automaticPrefix] != nil || signs.text[.returning] != nil { return .absence }
        if headers.has("list-id") || headers.has("list-unsubscribe") { return .list }
        return headers.has("x-apple-criteria") ? .absence : .other
    }

    private func bringsNews(_ mail: IncomingMail) -> Bool {
        if phrases.index.matches(in: NormalText(mail.newText.beginning(20_000)))[.invitation] != nil {
            return true
        }
        return Suggestions(phrases: phrases).find(in: mail.newText).contains {
            $0.kind == .rejection || $0.kind == .offer
        }
    }
}

/// The headers by which programs say that they wrote a mail.
enum AutomaticHeaders {
    struct Sign {
        let name: String
        /// 3 is enough by itself.
        let weight: Int
    }

    static func signs(in headers: IncomingHeaders) -> [Sign] {
        var signs: [Sign] = []
        if MailSystem.isAutoSubmitted(headers) { signs.append(Sign(name: "auto-submitted", weight: 3)) }
        for name in telling where headers.has(name) && headers.value(name)?.lowercased() != "no" {
            signs.append(Sign(name: name, weight: 3))
        }
        switch headers.value("precedence")?.lowercased() {
        case "auto_reply"?, "auto-reply"?: signs.append(Sign(name: "precedence", weight: 3))
        case "bulk"?, "junk"?: signs.append(Sign(name: "precedence", weight: 2))
        default: break
        }
        if headers.value("x-apple-action")?.uppercased() == "VACATION" {
            signs.append(Sign(name: "x-apple-action", weight: 3))
        }
        if headers.value("delivered-to")?.lowercased() == "autoresponder" {
            signs.append(Sign(name: "delivered-to", weight: 3))
        }
        if headers.value("preference")?.lowercased() == "auto_reply" {
            signs.append(Sign(name: "preference", weight: 3))
        }
        signs += weak(in: headers)
        return signs
    }

    /// What machines write, and some programs of people too.
    private static func weak(in headers: IncomingHeaders) -> [Sign] {
        var signs: [Sign] = []
        if headers.returnPath == .null { signs.append(Sign(name: "return-path", weight: 2)) }
        for name in [
            "x-auto-response-suppress", "x-ms-exchange-generated-message-source",
            "x-ms-exchange-inbox-rules-loop",
        ]
        where headers.has(name) { signs.append(Sign(name: name, weight: 1)) }
        if headers.has("list-id") { signs.append(Sign(name: "list-id", weight: 3)) }
        if headers.has("list-unsubscribe") { signs.append(Sign(name: "list-unsubscribe", weight: 1)) }
        if headers.has("feedback-id") { signs.append(Sign(name: "feedback-id", weight: 1)) }
        return signs
    }

    private static let telling = [
        "x-autoreply", "x-autorespond", "x-auto-reply", "x-autoreply-from", "x-autoresponse",
        "x-autoresponder",
        "x-mail-autoreply", "x-vacation", "x-fc-machinegenerated", "x-post-messageclass",
        "x-autogenerated-reply",
        "x-auto-responder", "x-cron-env", "x-away-message", "autoresponder", "x-automatic-reply",
        "x-autosubmitted",
    ]

    /// Nobody reads what is sent there.
    static func isUnread(_ sender: IncomingAddress) -> Bool {
        let letters = sender.localPart.filter(\.isLetter)
        return [
            "noreply", "donotreply", "dontreply", "noresponse", "nepasrepondre", "noresponder",
            "nichtantworten",
            "naoresponda", "autoreply", "autoresponder", "autoresponse", "notifications", "notification",
        ].contains { letters.hasPrefix($0) || letters.hasSuffix($0) }
    }
}

extension String {
    /// So many characters at most, which are not counted where there are no more bytes.
    fileprivate func beginning(_ count: Int) -> Substring { utf8.count <= count ? self[...] : prefix(count) }
}
