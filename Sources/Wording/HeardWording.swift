import Desk
import Etiquette

extension Wording {
    package static func text(_ outcome: Contact.Outcome) -> String {
        switch outcome {
        case .sent: "sent"
        case .logged: "logged"
        case .replied: "they answered"
        case .courtesy: "they thanked you for your note"
        case .rejected: "bad news"
        case .offered: "an offer"
        case .withdrew: "you withdrew"
        case .decisionBy: "a day for the decision"
        case .undone: "taken back"
        case .automatic: "an automatic answer"
        case .bounced: "it came back"
        }
    }

    /// What an entry says, such as "bad news from Hana Lee".
    package static func sentence(_ contact: Contact) -> String {
        let who = shown(contact.person.name)
        let channel = contact.channel.map { " (\($0.rawValue))" } ?? ""
        return switch contact.outcome {
        case .sent, .logged:
            "\(contact.channel?.rawValue ?? "contact") \(contact.direction == .out ? "to" : "from") \(who)"
        case .replied: "an answer from \(who)\(channel)\(mail(contact))"
        case .courtesy: "a thanks for your note from \(who)\(mail(contact))"
        case .rejected: "bad news from \(who)\(mail(contact))"
        case .offered: "an offer from \(who)\(mail(contact))"
        case .withdrew: "you withdrew your application"
        case .decisionBy: "a decision promised by \(contact.detail ?? "some day"), from \(who)"
        case .undone: "your last entry about \(who) was undone"
        case .automatic: "an automatic answer from \(who)"
        case .bounced: "what was sent to \(who) came back"
        }
    }

    /// ` (Data Analyst, City Library)`: a number alone says little.
    package static func about(_ contact: Contact) -> String {
        contact.recruitment.map { " (\(shown($0.role, limit: 60)), \(shown($0.organisation, limit: 60)))" }
            ?? ""
    }

    /// Below what the user withdrew.
    package static let nobodyIsTold =
        "Nothing more is sent there. Afterword tells nobody of it; if you have not yet, tell them yourself."

    /// How it was said, such as `← heard`; to withdraw is to say nothing yet.
    package static func way(_ contact: Contact) -> String {
        let arrow = contact.direction == .out ? "→" : "←"
        return "\(arrow) \(contact.channel?.rawValue ?? (contact.outcome == .withdrew ? "noted" : "heard"))"
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
        default: "For next time: this was against the advice (\(rule.rawValue))."
        }
    }
}
