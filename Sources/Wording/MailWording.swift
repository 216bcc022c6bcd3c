import Application
import Desk
import Etiquette
import Foundation
import Ledger

extension Wording {
    /// Who wrote a mail: as the ledger knows them, else as the mail claims.
    package static func writer(of fact: MailFact, _ known: Person?) -> String {
        if let known { return shown(known.name) }
        let (name, address) = (shown(fact.mail.fromName, limit: 60), shown(fact.mail.fromAddress, limit: 100))
        if name.isEmpty { return address.isEmpty ? "Somebody" : address }
        return address.isEmpty ? name : "\(name) <\(address)>"
    }

    /// What a sentence sounds like; it decides nothing.
    package static func text(_ suggestion: MailFact.Suggestion) -> String {
        let sounds =
            switch suggestion.kind {
            case "rejection": "It may be bad news"
            case "offer": "It may be an offer"
            case "date": "It may name a day"
            case "courtesy": "It may be only thanks"
            default: "It says"
            }
        return "\(sounds): “\(shown(suggestion.sentence, limit: 300))”"
    }

    /// All that is said of one mail, a line each.
    package static func lines(
        _ noted: Desk.Noted, _ writer: Person?, _ recruitments: [Recruitment], _ zone: TimeZone
    ) -> [String] {
        let fact = noted.mail.fact
        let about = list(recruitments.map { "\(shown($0.role)), \(shown($0.organisation))" }, "or")
        let when = TimeWording.text(fact.mail.time, zone)
        let who = self.writer(of: fact, writer)
        let subject = quoted(fact.mail.subject)
        switch fact.meaning {
        case .reply:
            return ["\(who) has written about \(about): \(subject), \(when)."] + asked(noted, recruitments)
        case .possibleReply:
            return ["\(who) has perhaps answered about \(about): \(subject), \(when)."]
                + ["   Why this may be an answer: \(list(fact.evidence.map { text($0) }))."]
                + (fact.words.map { ["   It begins: “\(shown($0, limit: 400))”"] } ?? [])
                + asked(noted, recruitments)
        case .automatic where fact.tellsOfLeaving:
            return ["Automatic reply from \(who): \(subject), \(when). They no longer work there, it seems."]
                + said(fact)
        case .automatic:
            let back = fact.returns.map { " They are back on \(TimeWording.text($0))." } ?? ""
            return ["A machine has answered for \(who): \(subject), \(when).\(back)"]
                + ["   That is neither an answer nor silence; nothing changes."]
                + said(fact)
        case .challenge:
            return ["\(who) lets mail through only after a click or an answer: \(subject), \(when)."]
                + ["   Look at that mail, if you know it to be genuine. Then:"]
                + recruitments.map {
                    "   afterword heard \($0.id.rawValue) --not-them"
                }
        case .bounce: return bounce(noted, who: writer.map { shown($0.name) } ?? "somebody", when)
        }
    }

    /// The words of the mail that say it.
    private static func said(_ fact: MailFact) -> [String] {
        fact.words.map { ["   It says: “\(shown($0, limit: 400))”"] } ?? []
    }

    /// What the user may do about a question to somebody who has left the house.
    package static func leaving(
        _ mail: HeardMail, _ writer: Person?, _ recruitment: Recruitment, _ interview: Interview
    ) -> [String] {
        let place = "\(shown(recruitment.role)), \(shown(recruitment.organisation))"
        let who = writer.map { shown($0.name) } ?? "them"
        return [
            "The question about the decision (\(place)) was to go to \(who); it waits. To ask somebody else:",
            "  afterword interview edit \(interview.id.rawValue) --contact \"NAME <ADDRESS>\"",
            "If \(who) should be asked all the same:",
            "  afterword heard \(recruitment.id.rawValue) --not-them --mail \(mail.id.rawValue)",
        ]
    }

    private static func bounce(_ noted: Desk.Noted, who: String, _ when: String) -> [String] {
        let fact = noted.mail.fact
        let why = failure(fact.sort ?? "")
        guard noted.contact != nil else {
            return [
                "A notice says that an earlier message to \(who) came back (\(why)), \(when); nothing changes."
            ]
        }
        return ["Your message to \(who) came back: \(why), \(when)."]
            + [fact.words.map { "   The mail system said: “\(shown($0, limit: 300))”" }].compactMap(\.self)
    }

    /// Why an address could not be reached.
    package static func failure(_ reason: String) -> String {
        switch reason {
        case "unknown-mailbox": "nobody has that address"
        case "unknown-host": "no mail goes to that domain"
        case "disabled": "the mailbox was closed"
        case "full": "the mailbox is full"
        case "too-large": "it was too large"
        case "refused": "it was not wanted there"
        case "expired": "it was tried until the time was up"
        default: "no reason is given that is known here"
        }
    }

    /// What the user is asked of a mail that may be an answer.
    private static func asked(_ noted: Desk.Noted, _ recruitments: [Recruitment]) -> [String] {
        let sounds = noted.mail.fact.suggestions.map { "   " + text($0) }
        let open = recruitments.filter { noted.mail.open.contains($0.id) }
        guard !open.isEmpty else { return sounds }
        let mail = noted.mail.id.rawValue
        let number = open.count == 1 ? "\(open[0].id.rawValue)" : "N"
        let lead = "   What was it? Type one of these (it is mail \(mail); with several, add --mail \(mail))"
        return sounds + [lead + numbers(open) + ":"]
            + choices.map { choice, meaning in
                let command = "afterword heard \(number) \(choice)"
                return "     " + command.padding(toLength: 44, withPad: " ", startingAt: 0) + meaning
            }
    }

    private static let choices: KeyValuePairs = [
        "--replied": "an answer: nothing more is asked",
        "--replied --courtesy": "only thanks for your note",
        "--rejected": "bad news",
        "--offered": "an offer",
        "--decision-by DATE": "they name a day",
        "--not-them": "it has nothing to do with it",
    ]

    /// Why a mail was taken for what it is.
    package static func text(_ evidence: MailFact.Evidence) -> String {
        let text = shown(evidence.text, limit: 120)
        return switch evidence.code {
        case "answers-message-id": "it answers your message <\(text)>"
        case "address": "it comes from \(text)"
        case "reply-to": "answers to it go to \(text)"
        case "domain": "it comes from \(text), where people of the recruitment have their addresses"
        case "tracking-system": "it comes from \(text), a system that employers use"
        case "named": "“\(text)” stands in its subject or sender"
        case "unknown-sender": "the address \(text) is not known"
        case "doubtful-sender": "it names more than one sender"
        case "delivery-report": "it is a delivery report"
        case "header": "it bears the header \(text)"
        case "subject": "“\(text)” stands in its subject"
        case "phrase": "“\(text)” stands in its text"
        case "returned-message-id": "it returns your message <\(text)>"
        case "returned-to": "it returns a message to \(text)"
        default: text
        }
    }
}
