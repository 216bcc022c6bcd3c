import Application
import Desk
import Etiquette
import Reports
import Wording

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
        let going = try application.desk.thanksToGo(in: recruitment.id)
        guard !going.isEmpty else { return }
        Output.line(Wording.stillGoing(going))
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
                Output.line("  " + Wording.ifYouLikeIt(messageStatus.message.id).spelled)
            } else {
                Output.line(text.heading(messageStatus))
                for fact in text.facts(messageStatus) { Output.line("   " + fact) }
            }
        }
    }
}
