import Application
import ArgumentParser
import Desk
import Etiquette
import Foundation
import Reports
import Wording

struct Edit: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Rewrite a message in your editor or from a file; it is then a draft for you to approve.",
        discussion: """
            Without options the message opens in $VISUAL or $EDITOR, else in this computer's
            editor, with its subject on the first line. What proofreading found is listed
            at the end, below a line of its own; that line and all that follows are removed
            again. A line “Ignore: CODE” below the subject ignores a warning for this
            message. On a terminal you are asked for as long as something is left: edit
            again, ignore it, or leave it.

            EXAMPLES
              afterword edit 3
              afterword edit 3 --subject "Thank you – Data Analyst interview"
              afterword edit 3 --body-file note.txt      (- reads standard input)
            """)

    @Argument(help: "The message: its number, or a name.", completion: Candidates.messages)
    var message: String

    @Option(help: "The new subject.")
    var subject: String?

    @Option(
        help: "A file with the new text, greeting and signature included; - is standard input.",
        completion: .file())
    var bodyFile: String?

    @OptionGroup var output: JSONOption

    func run(in application: Application) throws -> Exit {
        let id = try application.message(message, asks: !output.json) { $0.state.isPending }
        let review = try rewrite(id, in: application)
        let messageStatuses = try application.desk.messageStatus(for: [id], at: application.now)
        for messageStatus in messageStatuses {
            if output.json {
                try JSON.print(MessageReport(messageStatus, findings: review.findings))
            } else {
                Output.line(
                    MessageText(application).full(
                        messageStatus, review.findings))
                guard messageStatus.message.state == .draft else { continue }
                Output.line(
                    review.blocking.isEmpty
                        ? "\n" + Wording.approveNow([id]).spelled
                        : "\n" + Wording.staysBlocked(id))
            }
        }
        return review.blocking.isEmpty ? .done : .needsUser
    }

    private func rewrite(_ id: Message.ID, in application: Application) throws -> Review {
        let desk = try application.desk
        guard subject == nil, bodyFile == nil else {
            return try desk.edit(
                id, subject: subject, body: bodyFile.map { try TextFile.read($0, limit: TextFile.letter) })
        }
        let session = EditingSession(
            application: application, message: id, asks: application.platform.isTerminal && !output.json)
        return try session.run()
    }
}
