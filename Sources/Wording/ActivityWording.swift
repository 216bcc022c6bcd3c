import Etiquette
import Foundation

/// What happened, as somebody reads it who has never seen the program: on the printed record and on the page.
extension Wording {
    /// `Interview (its end)`.
    package static func activity(_ interview: Interview, at now: Date) -> String {
        if interview.isCalledOff { return "Interview, called off" }
        return interview.ended.instant > now ? "Interview planned (its end)" : "Interview (its end)"
    }

    /// `Thank-you`, `Their answer`; empty for an entry that takes another one back.
    package static func activity(_ contact: Contact) -> String {
        switch contact.outcome {
        case .sent, .logged: said(contact)
        case .replied: "Their answer"
        case .courtesy: "Their thanks for the note"
        case .rejected: "Rejection"
        case .offered: "Offer"
        case .withdrew: "Application withdrawn"
        case .decisionBy:
            "They said: a decision by \(contact.detail.flatMap { Day($0) }.map { TimeWording.text($0) } ?? "a later day")"
        case .automatic: "Automatic reply"
        case .undone, .bounced: ""
        }
    }

    /// The same of any entry of the log, those that take another one back included.
    package static func entry(_ contact: Contact) -> String {
        switch contact.outcome {
        case .undone: "An entry taken back"
        case .bounced: "Came back"
        default: activity(contact)
        }
    }

    /// `came back Fri 4 Dec 2026, 15:00`.
    package static func returned(_ time: String) -> String { "came back \(time)" }

    private static func said(_ contact: Contact) -> String {
        switch contact.kind {
        case .thankYou: "Thank-you"
        case .decisionStatus: "Question about the decision"
        case .feedbackRequest: "Request for feedback"
        case nil: contact.direction == .out ? "You were in touch" : "They were in touch"
        }
    }

    /// `email, from you`.
    package static func over(_ contact: Contact) -> String {
        let direction = contact.direction == .out ? "from you" : "to you"
        guard let channel = contact.channel else { return direction }
        return channel == .inPerson ? name(of: channel) : "\(name(of: channel)), \(direction)"
    }

    /// A channel as people call it.
    package static func name(of channel: Channel) -> String {
        switch channel {
        case .email: "email"
        case .post: "post"
        case .phone: "telephone"
        case .social: "social network"
        case .inPerson: "in person"
        }
    }

    /// What the server said when it took a mail.
    package static func serverAnswered(_ words: String) -> String {
        "The mail server answered: “\(shown(words, limit: 300))”"
    }
}
