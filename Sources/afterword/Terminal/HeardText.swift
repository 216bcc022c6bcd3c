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
            if !heard.existing { try remindOfThanks(after: heard) }
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
        Output.line(Wording.setAside(dismissed.mail))
        let text = MessageText(application)
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
    private func remindOfThanks(after heard: Desk.Heard) throws {
        guard heard.contact.outcome == .rejected, let recruitment = heard.contact.recruitment else { return }
        if try application.desk.hasAskedForFeedback(in: recruitment.id) {
            Output.line(Wording.askedForFeedback)
        }
        let going = try application.desk.thanksToGo(in: recruitment.id)
        guard !going.isEmpty else { return }
        Output.line(Wording.stillGoing(going))
    }

    private func show(_ heard: Desk.Heard, _ messageStatuses: [MessageStatus]) {
        for line in Wording.lines(heard) { Output.line(line.spelled) }
        let text = MessageText(application)
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
