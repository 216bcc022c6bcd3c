import Desk
import Etiquette
import Ledger

extension Wording {
    package static func text(_ outcome: Contact.Outcome) -> String {
        switch outcome {
        case .sent: "sent"
        case .logged: "logged"
        case .replied: "they answered"
        case .courtesy: "they thanked you for your note"
        case .rejected: "a rejection"
        case .offered: "an offer"
        case .withdrew: "you withdrew"
        case .decisionBy: "a date for the decision"
        case .undone: "undone"
        case .automatic: "an automatic reply"
        case .bounced: "it came back"
        }
    }

    /// What an entry says, such as "rejection from Hana Lee".
    package static func sentence(_ contact: Contact) -> String {
        let who = shown(contact.person.name)
        let channel = contact.channel.map { ", \(manner(of: $0))" } ?? ""
        return switch contact.outcome {
        case .sent, .logged:
            contact.channel == .inPerson
                ? "a talk with \(who)"
                : "\(noun(contact.channel)) \(contact.direction == .out ? "to" : "from") \(who)"
        case .replied: "answer from \(who)\(channel)\(mail(contact))"
        case .courtesy: "thanks for your note from \(who)\(mail(contact))"
        case .rejected: "rejection from \(who)\(mail(contact))"
        case .offered: "offer from \(who)\(mail(contact))"
        case .withdrew:
            "you withdrew your application"
                + (contact.detail == Contact.toldNobody ? ", and told nobody" : "")
        case .decisionBy: "\(who) said that they will decide by \(day(contact))"
        case .undone: "your last entry about \(who) was undone"
        case .automatic: "automatic reply from \(who)"
        case .bounced: "what was sent to \(who) came back"
        }
    }

    /// What was recorded, a line each.
    package static func lines(_ heard: Desk.Heard) -> [Sentence] {
        let contact = heard.contact
        let recorded: Sentence =
            heard.existing
            ? "This is on record already: \(sentence(contact))\(about(contact)); nothing was changed."
            : "Recorded: \(sentence(contact))\(about(contact))."
        let withdrawn = contact.outcome == .withdrew && !heard.existing ? withdrawal(contact) : nil
        return [recorded, withdrawn, contact.againstAdvice.map { Sentence(reproach($0)) }].compactMap(\.self)
    }

    /// The question that was sent has done for it.
    package static let askedForFeedback =
        "No request for feedback is written: your question about the decision asked for it already."

    /// Of a mail that is about something else, or dealt with.
    package static func setAside(_ mail: HeardMail) -> String {
        "Set aside: the mail \(quoted(mail.fact.mail.subject))."
    }

    /// ` (Data Analyst, City Library)`.
    private static func about(_ contact: Contact) -> String {
        contact.recruitment.map { " (\(name($0)))" } ?? ""
    }

    /// Below what the user withdrew.
    private static func withdrawal(_ contact: Contact) -> Sentence {
        let nothing: Sentence = "Nothing more is sent there."
        guard contact.detail == Contact.toldNobody, let recruitment = contact.recruitment else {
            return nothing + " Afterword tells nobody of it; if you have not yet, tell them yourself."
        }
        return nothing
            + " Nobody there knows it yet: tell them yourself. Once you have: \(.sayToldThem(recruitment.id))"
    }

    /// How it was said, such as `← heard`; to withdraw is to say nothing yet.
    package static func way(_ contact: Contact) -> String {
        let arrow = contact.direction == .out ? "→" : "←"
        return "\(arrow) \(contact.channel?.rawValue ?? (contact.outcome == .withdrew ? "noted" : "heard"))"
    }

    /// Behind who it was, such as `by telephone`.
    private static func manner(of channel: Channel) -> String {
        switch channel {
        case .email: "by email"
        case .post: "by post"
        case .phone: "by telephone"
        case .social: "on a social network"
        case .inPerson: "in person"
        }
    }

    private static func noun(_ channel: Channel?) -> String {
        switch channel {
        case .email: "email"
        case .post: "card or letter"
        case .phone: "telephone call"
        case .social: "message on a social network"
        case .inPerson, nil: "contact"
        }
    }

    private static func day(_ contact: Contact) -> String {
        contact.detail.map { detail in Day(detail).map { TimeWording.text($0) } ?? detail } ?? "some day"
    }

    /// The mail in which it was found.
    private static func mail(_ contact: Contact) -> String {
        guard contact.channel == .email, let subject = contact.subject else { return "" }
        return ", in the mail \(quoted(subject))"
    }

    /// A contact that the advice warns of, said kindly: it has happened.
    package static func reproach(_ rule: AdviceRule) -> String {
        switch rule {
        case .neverTelephone: "For next time: never telephone to thank; a call is invasive."
        case .noSocial: "For next time: don't use social networks to contact the company or the interviewer."
        default: "For next time: this was against the advice."
        }
    }
}
