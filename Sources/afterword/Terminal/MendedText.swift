import Application
import Desk
import Etiquette
import Reports
import Wording

/// What a correction did to the messages that have not gone.
struct MendedText {
    let application: Application

    func print(_ mended: Mended, json: Bool) throws -> Exit {
        let notices = try application.desk.open(mended.notices)
        let exit: Exit = notices.possibleDoubles.isEmpty ? .done : .needsUser
        let messageStatuses = try application.desk.messageStatus(
            for: mended.changed.map(\.id), at: application.now)
        if json {
            try JSON.print(each: messageStatuses, MessageReport.init)
            notices.possibleDoubles.forEach { Output.problem(Wording.text($0)) }
            return exit
        }
        let text = MessageText(application)
        Output.line(
            messageStatuses.isEmpty
                ? "Corrected; no message changes." : "Corrected. These messages were changed to match:")
        let reviews = try application.desk.review(mended.changed.map(\.id))
        for (messageStatus, review) in zip(messageStatuses, reviews) {
            Output.line(
                text.full(messageStatus, messageStatus.message.state == .draft ? review.findings : []) + "\n")
        }
        for notice in notices { Output.line("Note: \(Wording.text(notice).spelled)") }
        let drafts = mended.changed.filter { $0.state == .draft }.map(\.id)
        if !drafts.isEmpty { Output.line(Wording.readThem(drafts).spelled) }
        return exit
    }
}
