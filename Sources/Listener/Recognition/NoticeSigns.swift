import Mail
import Text

/// What speaks for a mail being a notice of a mail system. One sign alone is never enough: people write of failed
/// mail too, and write under the names of machines.
struct NoticeSigns {
    /// It comes from a mail system: the sign that no person gives.
    let isFromMachine: Bool
    /// It was sent without a person's doing; that is true of automatic answers too.
    private let isAutomatic: Bool
    /// It says that something was not delivered.
    let speaksOfFailure: Bool
    /// It is still being tried, and nothing says that it is not any more.
    let isStillTried: Bool
    /// How much speaks for it, all in all.
    let weight: Int
    let evidence: [FactEvidence]
    /// What stands in the text, by what it speaks for.
    let text: [MailPhrases.Label: PhraseIndex<MailPhrases.Label>.Match]
    /// It is the subject of an answer, or of mail passed on.
    let isAnswer: Bool
    /// It answers nothing, and its sender has no name.
    private let isNameless: Bool
    /// What came back is there, whole or its head.
    private let isReturned: Bool

    init(_ mail: IncomingMail, copy: ReturnedCopy?, phrases: MailPhrases) {
        let headers = mail.headers
        isAnswer = phrases.isAnswer(headers.subject)
        isReturned = copy != nil || !mail.enclosed.isEmpty
        isNameless =
            headers.inReplyTo.isEmpty && headers.references.isEmpty && headers.from.allSatisfy(\.name.isEmpty)
        // Of an answer only what is new counts: the quotation may well be of a bounce.
        text = phrases.index.matches(in: NormalText(isAnswer ? mail.newText : copy?.before ?? mail.notices))
        let subject = isAnswer ? [:] : phrases.index.matches(in: NormalText(headers.subject))
        var tally = Tally()
        tally.addMachine(headers, phrases: phrases)
        let machine = tally.weight
        if let match = subject[.bounceSubject] ?? subject[.bounce] ?? subject[.delay] ?? subject[.stillTrying]
        {
            tally.add(2, .subject(match.phrase))
        }
        if let match = text[.bounce] ?? text[.stillTrying] ?? text[.delay] {
            tally.add(2, .phrase(match.phrase))
        }
        let code = ReplyCode.first(in: mail.notices)
        let reason = MailPhrases.Label.hints.lazy.compactMap { [text] in text[$0] }.first
        let failure = tally.weight > machine || (code != nil && reason != nil)
        if let reason { tally.add(1, .phrase(reason.phrase)) }
        if let code { tally.add(1, .phrase(code)) }
        if isReturned { tally.add(1, nil) }
        isStillTried =
            text[.stillTrying] ?? subject[.stillTrying] != nil
            || (text[.delay] ?? subject[.delay] != nil && text[.final] == nil)
        isFromMachine = tally.isMailSystem
        isAutomatic = machine > 0
        speaksOfFailure = failure
        weight = tally.weight
        evidence = tally.evidence
    }

    /// Enough to call it a bounce. Without a machine's name on it, subject, text and the returned copy have to agree,
    /// and no name of a person may stand there.
    var suffice: Bool {
        guard speaksOfFailure else { return false }
        if isAnswer { return isFromMachine && weight >= 6 }
        return isFromMachine ? weight >= 4 : weight >= 5 && isReturned && (isAutomatic || isNameless)
    }
}

extension MailPhrases.Label {
    /// The labels that say why something was not delivered.
    static let reasons: [MailPhrases.Label] = [
        .unknownMailbox, .full, .disabled, .unknownHost, .tooLarge, .expired, .refused,
    ]
    /// With those that hint at it.
    static let hints: [MailPhrases.Label] = reasons + [.unknownMailboxPerhaps, .refusedSender]
}

/// Adds up signs.
private struct Tally {
    var weight = 0
    var isMailSystem = false
    var evidence: [FactEvidence] = []

    mutating func add(_ points: Int, _ sign: FactEvidence?) {
        weight += points
        if let sign { evidence.append(sign) }
    }

    /// A sign that only mail systems give.
    private mutating func addMailSystem(_ points: Int, _ sign: FactEvidence) {
        add(points, sign)
        isMailSystem = true
    }

    mutating func addMachine(_ headers: IncomingHeaders, phrases: MailPhrases) {
        if let sender = headers.from.first ?? headers.sender.first {
            if MailSystem.isNamed(sender, phrases: phrases) {
                addMailSystem(2, .address(sender.address))
            } else if MailSystem.isOffice(sender) {
                addMailSystem(1, .address(sender.address))
            }
        } else {
            addMailSystem(1, .header("from"))
        }
        switch headers.returnPath {
        case .null: add(1, .header("return-path"))
        case .address(let path):
            if MailSystem.isLocalPart(String(path.prefix { $0 != "@" })) {
                addMailSystem(1, .header("return-path"))
            }
        case nil: break
        }
        if headers.contentType.name == "multipart/report" { addMailSystem(2, .header("content-type")) }
        if MailSystem.isAutoSubmitted(headers) { add(1, .header("auto-submitted")) }
        for name in ["x-failed-recipients", "x-ms-embedded-report", "x-bounced-version", "x-mx-bounce"]
        where headers.has(name) { addMailSystem(2, .header(name)) }
    }
}

/// The names that mail systems write under.
enum MailSystem {
    /// By the address, or by the name that is shown.
    static func isNamed(_ sender: IncomingAddress, phrases: MailPhrases) -> Bool {
        isLocalPart(sender.localPart) || phrases.index.matches(in: NormalText(sender.name))[.mailer] != nil
    }

    static func isLocalPart(_ text: String) -> Bool {
        let letters = text.lowercased().filter(\.isLetter)
        return localParts.contains(letters) || letters.hasPrefix("mailerdaemon")
            || letters.hasPrefix("postmaster")
    }

    /// A machine or a person may write under it; a person has a name there.
    static func isOffice(_ sender: IncomingAddress) -> Bool {
        sender.name.isEmpty
            && ["admin", "administrator", "root", "system", "imss"].contains(sender.localPart)
    }

    private static let localParts: Set<String> = [
        "mailerdaemon", "maildaemon", "mdaemon", "postmaster", "mailadmin", "mailadministrator", "emailadmin",
        "mailsystem", "maildeliverysystem", "maildelivery", "microsoftexchange", "bouncehandler", "mailerror",
        "systemadministrator", "smtpdaemon", "mailgateway", "deliverysystem",
    ]

    /// RFC 3834 5: anything but `no` was not written by a person.
    static func isAutoSubmitted(_ headers: IncomingHeaders) -> Bool {
        guard let value = headers.value("auto-submitted")?.lowercased() else { return false }
        return !value.isEmpty && value.prefix(while: { $0.isLetter || $0 == "-" }) != "no"
    }
}
