import Etiquette
import Foundation
import Ledger
import Mail
import Text

/// Says what one mail means. It decides nothing that only a person can know, and what it can't tell is a possible
/// reply, for the user to look at.
package struct Classifier: Sendable {
    private let phrases: MailPhrases
    private let register: SenderIndex

    /// What is known is prepared once, for any number of mails.
    package init(known: KnownSenders, phrases: MailPhrases) {
        self.phrases = phrases
        register = SenderIndex(known, hosts: phrases.hosts)
    }

    /// What a mail is by itself, of a house that may have been written to.
    package static func nature(of mail: IncomingMail, phrases: MailPhrases) -> Nature {
        if let nature = BounceRecogniser(phrases: phrases).nature(of: mail) { return nature }
        return AutomaticRecogniser(phrases: phrases).answer(in: mail, from: .application).map {
            .automatic($0)
        }
            ?? .written
    }

    /// Whether a mail of which only the header is known may turn out to matter; notices of mail systems are not known by
    /// their headers, and left out here.
    func mayMatter(_ headers: IncomingHeaders) -> Bool {
        guard let sender = headers.from.first ?? headers.sender.first, !isOwn(headers) else { return false }
        return Relation(of: headers, from: sender, in: register).isAny
    }

    /// What a mail means for what was sent.
    package func fact(of mail: IncomingMail) -> Fact {
        let notice = BounceRecogniser(phrases: phrases).nature(of: mail)
        if case .bounce(let notice) = notice { return fact(of: notice, in: mail) }
        guard let sender = mail.headers.from.first ?? mail.headers.sender.first, !isOwn(mail.headers) else {
            return Self.nothing(mail.headers.from.isEmpty ? .stranger : .own)
        }
        let relation = Relation(of: mail.headers, from: sender, in: register)
        guard relation.isAny else { return Self.nothing(.stranger) }
        return Fact(
            meaning: meaning(of: mail, notice, relation), recruitments: relation.recruitments,
            person: relation.person, message: relation.message, evidence: relation.evidence)
    }

    private func isOwn(_ headers: IncomingHeaders) -> Bool {
        headers.from.contains { register.isOwn($0.address) }
    }

    private static func nothing(_ why: Fact.Unrelated) -> Fact {
        Fact(meaning: .nothing(why), recruitments: [], person: nil, message: nil, evidence: [])
    }

    private func meaning(of mail: IncomingMail, _ notice: Nature?, _ relation: Relation) -> Fact.Meaning {
        if case .automatic(let answer) = notice { return .automaticAnswer(answer) }
        if let answer = AutomaticRecogniser(phrases: phrases).answer(in: mail, from: relation.nearness) {
            return .automaticAnswer(answer)
        }
        return relation.isCertain ? .reply : .possibleReply
    }

    /// A bounce counts only against a message of ours that it names, by Message-ID, or by recipient and time.
    private func fact(of notice: BounceNotice, in mail: IncomingMail) -> Fact {
        guard let (sent, sign) = message(of: notice, in: mail) else { return Self.nothing(.bounceOfAnother) }
        var recipients = notice.recipients
        if recipients.isEmpty, let address = sent.recipient.address?.key {
            recipients = [
                FailedRecipient(
                    address: address, status: nil, words: nil, text: mail.notices, phrases: phrases)
            ]
        }
        return Fact(
            meaning: .bounce(Bounce(message: sent.message, recipients: recipients)),
            recruitments: [sent.recruitment], person: sent.recipient.id, message: sent.message,
            evidence: [sign] + notice.evidence)
    }

    private func message(of notice: BounceNotice, in mail: IncomingMail) -> (Departure, FactEvidence)? {
        for id in notice.messageIDs {
            if let sent = register.sent(as: id) { return (sent, .returnedMessageID(id)) }
        }
        let addresses = notice.recipients.flatMap { [$0.address] + $0.aliases }
        let candidates = addresses.flatMap { address in register.sent(to: address).map { (address, $0) } }
            .filter { isInTime($0.1, for: mail.headers.date) && isSameSubject(notice.subject, $0.1.subject) }
        // The latest that had left by then.
        return candidates.max { $0.1.time < $1.1.time }.map { ($0.1, .returnedTo($0.0)) }
    }

    /// Mail systems try for five days (RFC 5321 4.5.4.1); a clock may be a little wrong.
    private func isInTime(_ sent: Departure, for date: Date?) -> Bool {
        guard let date else { return true }
        let days = date.timeIntervalSince(sent.time) / 86_400
        return (-0.5...10).contains(days)
    }

    /// A returned message with another subject is another message; a notice may hold none.
    private func isSameSubject(_ returned: String?, _ ours: String) -> Bool {
        guard let returned, !returned.isEmpty else { return true }
        return NormalText(returned).bytes.suffix(40).elementsEqual(NormalText(ours).bytes.suffix(40))
            || NormalText(returned).bytes.elementsEqual(NormalText("Re: " + ours).bytes)
    }
}
