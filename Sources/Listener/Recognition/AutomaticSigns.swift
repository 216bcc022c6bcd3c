import Mail
import Text

/// What speaks for a mail being a machine's: its header, its subject, and the words of its text.
struct AutomaticSigns {
    typealias Matches = [MailPhrases.Label: PhraseIndex<MailPhrases.Label>.Match]

    let headers: AutomaticHeaders
    /// Empty for the subject of an answer: it may be that of the mail which it answers.
    let subject: Matches
    let text: Matches
    /// The subject is one that only programs write.
    let isSubjectAutomatic: Bool
    /// Nobody reads what is sent to its sender.
    let isUnread: Bool
    /// It speaks to the user by name, asks something, or tells of an absence that is over: programs that answer for
    /// somebody do none of these.
    let isPersonal: Bool

    init(_ mail: IncomingMail, phrases: MailPhrases) {
        headers = AutomaticHeaders(mail.headers)
        let title = mail.headers.subject.withoutTags
        subject = phrases.isAnswer(title) ? [:] : phrases.index.matches(in: NormalText(title))
        let beginning = mail.newText.beginning(5_000)
        text = phrases.index.matches(in: NormalText(beginning))
        isSubjectAutomatic = Self.isAutomatic(title, subject, isAway: text[.away] != nil, phrases)
        isUnread = mail.headers.from.first?.isUnread == true
        isPersonal = text[.past] != nil || beginning.asksSomething || Self.greets(mail)
    }

    /// A program says that it has answered.
    var isAnswering: Bool { !headers.answering.isEmpty || isSubjectAutomatic }

    /// Not a person's doing, as it looks; what went through a list may well be one's.
    var isUnattended: Bool { !headers.unattended.isEmpty && headers.broadcast.isEmpty }

    /// Any sign at all that no hand sent it.
    var isByMachine: Bool {
        isAnswering || isUnread || !headers.unattended.isEmpty || !headers.broadcast.isEmpty
    }

    /// Two signs that no hand sent it: one alone stands on mails of people.
    var isCertainlyByMachine: Bool {
        isAnswering || headers.unattended.contains { $0.contains("submitted") }
            || headers.unattended.count + (isUnread ? 1 : 0) > 1
    }

    /// Where the words stand, in the subject or in the text.
    func has(_ label: MailPhrases.Label) -> Bool { subject[label] != nil || text[label] != nil }

    var isAway: Bool { subject[.automaticSubject] != nil || text[.away] != nil }

    /// It says that something was received, and by its subject or its sender is for nothing else.
    var isReceipt: Bool { text[.receipt] != nil || subject[.receiptSubject] != nil }

    /// What was found, headers first.
    var evidence: [FactEvidence] {
        let (labels, words): ([MailPhrases.Label], [MailPhrases.Label]) = (
            [
                .automaticPrefix, .automaticSubject, .readSubject, .calendarSubject, .receiptSubject,
                .challenge,
            ],
            [.left, .away, .automatic, .receipt, .challenge, .newsletter]
        )
        return (headers.answering + headers.unattended + headers.broadcast).map(FactEvidence.header)
            + labels.compactMap { subject[$0].map { .subject($0.phrase) } }
            + words.compactMap { text[$0].map { .phrase($0.phrase) } }
    }

    /// A prefix, or a word in brackets at the end, that only programs write; or an absence and nothing else.
    private static func isAutomatic(
        _ title: String, _ subject: Matches, isAway: Bool, _ phrases: MailPhrases
    ) -> Bool {
        if let prefix = subject[.automaticPrefix], prefix.offset == 0 { return true }
        if let bracket = title.lastIndex(of: "("), title.hasSuffix(")"), !phrases.isAnswer(title) {
            let inside = phrases.index.matches(in: NormalText(title[bracket...].dropFirst()))
            if inside[.automaticPrefix]?.offset == 0 || inside[.automaticSubject]?.offset == 0 { return true }
        }
        guard isAway, let absence = subject[.automaticSubject] else { return false }
        let (whole, phrase) = (NormalText(title).bytes, NormalText(absence.phrase).bytes)
        let behind = whole.dropFirst(absence.offset + phrase.count).first { $0 != 0x20 }
        return whole.count <= phrase.count + 2 || absence.phrase.hasPrefix("is ")
            || (absence.offset == 0 && behind == UInt8(ascii: ":"))
    }

    /// The first line greets whom it is addressed to: "Dear Ada", "Ada,".
    private static func greets(_ mail: IncomingMail) -> Bool {
        let line =
            mail.newText.split(whereSeparator: \.isNewline).first { $0.contains(where: \.isLetter) } ?? ""
        let words = line.prefix(80).lowercased().split { !$0.isLetter }
        let isNameFirst = line.drop(while: \.isLetter).first == ","
        let greeted = Set(words.prefix(4).dropFirst(isNameFirst ? 0 : 1))
        return mail.headers.to.prefix(5).contains { to in
            (to.name.lowercased().split { !$0.isLetter } + to.localPart.lowercased().split { !$0.isLetter })
                .contains { $0.count >= 3 && greeted.contains($0) }
        }
    }
}

extension Substring {
    /// A question mark, and not that of a link.
    fileprivate var asksSomething: Bool {
        zip(utf8, utf8.dropFirst()).contains { $0 == UInt8(ascii: "?") && $1 <= 0x20 }
            || hasSuffix("?") || contains("？")
    }
}

extension String {
    /// So many characters at most, which are not counted where there are no more bytes.
    func beginning(_ count: Int) -> Substring { utf8.count <= count ? self[...] : prefix(count) }

    /// A subject without what lists and ticket systems put before it: `[example.org #4711] AutoReply: …`.
    fileprivate var withoutTags: String {
        var rest = self[...]
        while rest.first == "[", let end = rest.prefix(80).firstIndex(of: "]") {
            let behind = rest[rest.index(after: end)...].drop { $0 == " " }
            guard !behind.isEmpty else { break }
            rest = behind
        }
        return String(rest)
    }
}
