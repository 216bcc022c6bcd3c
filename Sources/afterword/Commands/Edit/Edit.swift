import Application
import ArgumentParser
import Desk
import Etiquette
import Foundation
import Reports

/// Rewrites a message.
struct Edit: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Rewrite a message in your editor, or from a file; it is a draft then, to be approved.",
        discussion: """
            Without options $VISUAL or $EDITOR, else the editor of this machine, opens the
            message, its subject on the first line. What was found in it stands below a
            line of its own, which is taken away with all that follows; any other line is
            yours. A line “Ignore: CODE” below the subject sets a finding aside for this
            message. On a terminal you are asked for as long as something is left: the
            editor again, set it aside, or leave it.

            EXAMPLES
              afterword edit 3
              afterword edit 3 --subject "Thank you – Data Analyst interview"
              afterword edit 3 --body-file note.txt      (- reads standard input)
            """)

    @Argument(help: "The number of the message.", completion: Candidates.messages)
    var message: Int64

    @Option(help: "The new subject.")
    var subject: String?

    @Option(
        help: "A file with the new text, greeting and signature included; - is standard input.",
        completion: .file())
    var bodyFile: String?

    @OptionGroup var output: JSONOption

    func run(in application: Application) throws -> Exit {
        let id = Message.ID(rawValue: message)
        let review = try rewrite(id, in: application)
        let messageStatuses = try application.desk.messageStatus(for: [id], at: application.now)
        for messageStatus in messageStatuses {
            if output.json {
                try JSON.print(MessageReport(messageStatus, findings: review.findings))
            } else {
                Output.line(
                    MessageText(hasColour: application.platform.hasColour).full(
                        messageStatus, review.findings))
                guard messageStatus.message.state == .draft else { continue }
                Output.line(
                    review.blocking.isEmpty
                        ? "\nApprove it with: afterword approve \(message)"
                        : "\nIt stays a draft until you have settled what is marked ✗.")
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
