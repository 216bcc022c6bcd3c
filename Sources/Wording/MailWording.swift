import Desk
import Etiquette
import Foundation
import Ledger

extension Wording {
    /// Who wrote a mail: as the ledger knows them, else as the mail claims.
    package static func writer(of fact: MailFact, _ known: Person?) -> String {
        if let known {
            return known.isForgotten ? "Somebody you asked Afterword to forget" : shown(known.name)
        }
        let (name, address) = (shown(fact.mail.fromName, limit: 60), shown(fact.mail.fromAddress, limit: 100))
        if name.isEmpty { return address.isEmpty ? "Somebody" : address }
        return address.isEmpty ? name : "\(name) <\(address)>"
    }

    /// What a sentence sounds like; it decides nothing.
    package static func text(_ suggestion: MailFact.Suggestion) -> String {
        let sounds =
            switch suggestion.kind {
            case "rejection": "This may be bad news"
            case "offer": "This may be an offer"
            case "date": "This may mention a date"
            case "courtesy": "This may just be a thank-you"
            default: "It says"
            }
        return "\(sounds): “\(shown(suggestion.sentence, limit: 300))”"
    }

    /// All that is said of one mail, a line each.
    package static func lines(
        _ noted: Desk.Noted, _ writer: Person?, _ recruitments: [Recruitment], _ zone: TimeZone
    ) -> [Sentence] {
        let fact = noted.mail.fact
        let about = list(recruitments.map { name($0) }, "or")
        let when = TimeWording.text(fact.mail.time, zone)
        let who = self.writer(of: fact, writer)
        let subject = quoted(fact.mail.subject)
        switch fact.meaning {
        case .reply:
            return ["\(who) has written about \(about): \(subject), \(when)."] + sounds(fact)
        case .possibleReply:
            guard !fact.mail.subject.isEmpty || !fact.mail.fromAddress.isEmpty else {
                return [
                    "\(who) may have answered about \(about), \(when). Nothing else of their mail was kept."
                ]
            }
            let why = list(fact.evidence.map { text($0) })
            var lines: [Sentence] = [
                "\(who) may have answered about \(about): \(subject), \(when).",
                "   Why this may be an answer: \(why).",
            ]
            if let words = fact.words { lines += ["   It begins: “\(shown(words, limit: 400))”"] }
            return lines + sounds(fact)
        case .automatic where fact.tellsOfLeaving:
            return ["Automatic reply from \(who): \(subject), \(when). They no longer work there, it seems."]
                + said(fact)
        case .automatic:
            let back = fact.returns.map { " They are back on \(TimeWording.text($0))." } ?? ""
            let lines: [Sentence] = [
                "Automatic reply from \(who): \(subject), \(when).\(back)",
                "   That does not count as an answer; nothing changes.",
            ]
            return lines + said(fact)
        case .challenge:
            let lines: [Sentence] = [
                "\(who) has a filter that wants you to confirm that you are a person: \(subject), \(when).",
                "   If you are sure that the mail is genuine, do what it asks. Then:",
            ]
            return lines + recruitments.map { "   \(.tell($0.id, [.notThem]))" }
        case .bounce: return bounce(noted, who: writer.map { shown($0.name) } ?? "somebody", when)
        }
    }

    /// The words of the mail that say it.
    private static func said(_ fact: MailFact) -> [Sentence] {
        fact.words.map { ["   It says: “\(shown($0, limit: 400))”"] } ?? []
    }

    /// What the user may do about a question to somebody who has left the house.
    package static func leaving(
        _ mail: HeardMail, _ writer: Person?, _ recruitment: Recruitment, _ interview: Interview
    ) -> [Sentence] {
        let who = writer.map { shown($0.name) } ?? "them"
        return [
            "The question about the decision (\(name(recruitment))) was to go to \(who); it waits. To ask somebody else:",
            "\(.editInterview(interview.id, .contact))",
            "To ask \(who) all the same:",
            "\(.tell(recruitment.id, [.notThem], mail: mail.id))",
        ]
    }

    private static func bounce(_ noted: Desk.Noted, who: String, _ when: String) -> [Sentence] {
        let fact = noted.mail.fact
        let why = failure(fact.sort ?? "")
        guard noted.contact != nil else {
            return [
                "A notice says that an earlier message to \(who) came back (\(why)), \(when); nothing changes."
            ]
        }
        return ["Your message to \(who) came back: \(why), \(when)."]
            + (fact.words.map { ["   The mail system said: “\(shown($0, limit: 300))”"] } ?? [])
    }

    /// Why an address could not be reached.
    package static func failure(_ reason: String) -> String {
        switch reason {
        case "unknown-mailbox": "nobody has that address"
        case "unknown-host": "that domain takes no mail"
        case "disabled": "the mailbox was closed"
        case "full": "the mailbox is full"
        case "too-large": "it was too large"
        case "refused": "their server did not accept it"
        case "expired": "it could not be delivered in time"
        default: "no reason was given"
        }
    }

    private static func sounds(_ fact: MailFact) -> [Sentence] { fact.suggestions.map { "   \(text($0))" } }

    /// What the user is asked of a mail that may be an answer; nil where nothing is open.
    package static func question(on mail: HeardMail, about recruitments: [Recruitment]) -> MailQuestion? {
        let open = recruitments.filter { mail.open.contains($0.id) }
        guard !open.isEmpty else { return nil }
        let number = mail.id.rawValue
        return MailQuestion(
            sentence:
                "What was it? Record it with one of these (this is mail \(number); if there are several, add \(.mail) \(number))"
                + "\(numbers(open)):",
            answers: Remedy.News.allCases.map {
                (remedy: Remedy.tell(open.count == 1 ? open[0].id : nil, [$0]), meaning: meaning(of: $0))
            })
    }

    private static func meaning(of news: Remedy.News) -> String {
        switch news {
        case .replied: "an answer: your question is no longer needed"
        case .thanked: "only thanks for your note"
        case .rejected: "bad news"
        case .offered: "an offer"
        case .decisionDay: "they gave a date for the decision"
        case .notThem: "it is about something else"
        case .undone: "what was recorded last was a mistake"
        }
    }

    /// Why a mail was taken for what it is.
    package static func text(_ evidence: MailFact.Evidence) -> String {
        let text = shown(evidence.text, limit: 120)
        return switch evidence.code {
        case "answers-message-id": "it answers your message <\(text)>"
        case "address": "it comes from \(text)"
        case "reply-to": "answers to it go to \(text)"
        case "domain": "it comes from \(text), where the people who are recruiting have their addresses"
        case "tracking-system": "it comes from \(text), a system that employers use"
        case "named": "“\(text)” is in its subject or sender"
        case "forgotten": "you asked Afterword to forget them"
        case "unknown-sender": "the address \(text) is not known"
        case "doubtful-sender": "it names more than one sender"
        case "delivery-report": "it is a delivery report"
        case "header": "it has the header \(text)"
        case "subject": "“\(text)” is in its subject"
        case "phrase": "“\(text)” is in its text"
        case "returned-message-id": "it returns your message <\(text)>"
        case "returned-to": "it returns a message to \(text)"
        default: text
        }
    }
}

/// A mail about which the user is asked, and what each answer means.
package struct MailQuestion {
    package let sentence: Sentence
    package let answers: [(remedy: Remedy, meaning: String)]
}
