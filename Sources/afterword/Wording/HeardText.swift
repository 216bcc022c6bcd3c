import Desk
import Etiquette

/// What something heard or logged has led to.
struct HeardText {
    let application: Application

    struct Document: Encodable {
        let contact: ContactReport
        let existing: Bool
        let changed: [MessageReport]
    }

    func print(_ heard: Desk.Heard, json: Bool) throws -> Exit {
        let messageStatuses = try application.desk.messageStatus(
            for: heard.changed.map(\.id), at: application.now)
        if json {
            try JSON.print(
                Document(
                    contact: ContactReport(heard.contact), existing: heard.existing,
                    changed: messageStatuses.map(MessageReport.init)))
        } else {
            show(heard, messageStatuses)
            if !heard.existing { try remindOfThanks(after: heard.contact) }
        }
        return .done
    }

    /// A mail that was set aside.
    func print(_ dismissed: Desk.Dismissed, json: Bool) throws -> Exit {
        let messageStatuses = try application.desk.messageStatus(
            for: dismissed.changed.map(\.id), at: application.now)
        if json {
            let fact = try MailText(application: application).report(dismissed.mail)
            try JSON.print(DismissedDocument(mail: fact, changed: messageStatuses.map(MessageReport.init)))
            return .done
        }
        Output.line("Set aside: the mail \(Wording.quoted(dismissed.mail.fact.mail.subject)).")
        let text = MessageText(hasColour: application.platform.hasColour)
        for messageStatus in messageStatuses {
            Output.line(text.heading(messageStatus))
            for fact in text.facts(messageStatus) { Output.line("   " + fact) }
        }
        return .done
    }

    struct DismissedDocument: Encodable {
        let mail: MailReport
        let changed: [MessageReport]
    }

    /// Thanks are due whatever the news, but their words were chosen before it.
    private func remindOfThanks(after contact: Contact) throws {
        guard contact.outcome == .rejected, let recruitment = contact.recruitment else { return }
        let going = try application.ledger.read { try $0.messages(of: recruitment.id) }
            .filter { $0.followUp.kind == .thankYou && $0.state == .queued }.map(\.id)
        guard !going.isEmpty else { return }
        Output.line(
            going.count == 1
                ? "This thank-you still goes; reword or cancel it if you like: \(Wording.list(going))"
                : "These thank-yous still go; reword or cancel them if you like: \(Wording.list(going))")
    }

    private func show(_ heard: Desk.Heard, _ messageStatuses: [MessageStatus]) {
        let contact = heard.contact
        Output.line(
            heard.existing
                ? "This is on record already (contact \(contact.id.rawValue)); nothing was changed."
                : "Recorded as contact \(contact.id.rawValue): \(Wording.sentence(contact))\(Wording.about(contact))."
        )
        if contact.outcome == .withdrew, !heard.existing { Output.line(Wording.nobodyIsTold) }
        if let rule = contact.againstAdvice { Output.line(Wording.reproach(rule)) }
        let text = MessageText(hasColour: application.platform.hasColour)
        for messageStatus in messageStatuses {
            if messageStatus.message.followUp.kind == .feedbackRequest, messageStatus.message.state == .draft
            {
                Output.line(text.full(messageStatus))
                Output.line("  If you like it: afterword approve \(messageStatus.message.id.rawValue)")
            } else {
                Output.line(text.heading(messageStatus))
                for fact in text.facts(messageStatus) { Output.line("   " + fact) }
            }
        }
    }
}

extension Wording {
    static func text(_ outcome: Contact.Outcome) -> String {
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
    static func sentence(_ contact: Contact) -> String {
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
    static func about(_ contact: Contact) -> String {
        contact.recruitment.map { " (\(shown($0.role, limit: 60)), \(shown($0.organisation, limit: 60)))" }
            ?? ""
    }

    /// Below what the user withdrew.
    static let nobodyIsTold =
        "Nothing more is sent there. Afterword tells nobody of it; if you have not yet, tell them yourself."

    /// How it was said, such as `← heard`; to withdraw is to say nothing yet.
    static func way(_ contact: Contact) -> String {
        let arrow = contact.direction == .out ? "→" : "←"
        return "\(arrow) \(contact.channel?.rawValue ?? (contact.outcome == .withdrew ? "noted" : "heard"))"
    }

    /// The mail in which it was found.
    private static func mail(_ contact: Contact) -> String {
        guard contact.channel == .email, let subject = contact.subject else { return "" }
        return ", in the mail \(quoted(subject))"
    }

    /// A contact that the advice warns of, said kindly: it has happened.
    static func reproach(_ rule: AdviceRule) -> String {
        switch rule {
        case .neverTelephone: "For next time: never telephone to thank; a call is invasive."
        case .noSocial: "For next time: don't use social networks to contact the company or the interviewer."
        default: "For next time: this was against the advice (\(rule.rawValue))."
        }
    }
}
