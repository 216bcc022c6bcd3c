import Etiquette
import Foundation

/// What happened, as somebody reads it who has never seen the program: on the printed record and on the page.
extension Wording {
    /// `Interview ended`.
    package static func activity(_ interview: Interview, at now: Date) -> String {
        if interview.isCalledOff { return "Interview, called off" }
        return interview.ended.instant > now ? "Interview, planned to end" : "Interview ended"
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

    /// The same in the few letters that a column of a table has.
    package static func shortEntry(_ contact: Contact) -> String {
        switch (contact.outcome, contact.kind) {
        case (.bounced, _): "came back"
        case (.undone, _): "taken back"
        case (_, .thankYou?): "thank-you"
        case (_, .decisionStatus?): "question"
        case (_, .feedbackRequest?): "feedback request"
        case (.sent, nil), (.logged, nil): "in touch"
        case (.replied, nil): "answer"
        case (.courtesy, nil): "thanks"
        case (.rejected, nil): "turned down"
        case (.offered, nil): "offer"
        case (.withdrew, nil): "withdrawn"
        case (.decisionBy, nil): "decision by"
        case (.automatic, nil): "automatic reply"
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

    /// How it is known that a mail was sent: what the server said when it took it, or what took the place of that.
    ///
    /// - Parameter detail: that of the contact in the log.
    package static func sent(accordingTo detail: String) -> String {
        switch ProofOfSending(rawValue: detail) {
        case .byHand: "Sent by hand, from a mail program of the sender’s own."
        case .resolved:
            "The mail server’s answer was lost. The sender looked, and found that it had been delivered."
        case .answered: "The mail server’s answer was lost. It was delivered, since an answer came."
        case .returned: "The mail server’s answer was lost. It was sent, since it came back later."
        case .copied: "The mail server’s answer was lost. It was sent, since a copy lay in the Sent folder."
        case nil: "The mail server answered: “\(shown(detail, limit: 300))”"
        }
    }
}
