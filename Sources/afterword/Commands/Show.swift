import Application
import ArgumentParser
import Desk
import Etiquette
import Reports
import Wording

struct Show: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract:
            "The message as it will be sent, what proofreading found in it, and each attempt to send it.",
        discussion: """
            EXAMPLES
              afterword show 3
              afterword show 3 --raw     the mail itself, as it will go or as it left
              afterword show okafor      the message to her

            What has not been sent yet has no Date, and no headers that make it an answer
            in a thread: both are added when it is sent.
            """)

    @Argument(
        help: "The message: its number, from: afterword queue, or a name.", completion: Candidates.messages)
    var message: String

    @Flag(help: "Print the mail itself, headers and encoding included.")
    var raw = false

    @OptionGroup var output: JSONOption

    func run(in application: Application) throws -> Exit {
        let id = try application.message(message, asks: !output.json)
        let messageStatuses = try application.desk.messageStatus(for: [id], at: application.now)
        if raw { return try printRaw(id, in: application) }
        let isOpen = messageStatuses.contains(where: \.message.state.isPending)
        let findings = isOpen ? try application.desk.review([id]).flatMap(\.findings) : []
        if output.json {
            for messageStatus in messageStatuses {
                try JSON.print(MessageReport(messageStatus, findings: findings))
            }
            return .done
        }
        let text = MessageText(application)
        for messageStatus in messageStatuses {
            Output.line(text.full(messageStatus, findings))
            for line in text.attempts(messageStatus) { Output.line(line) }
        }
        return .done
    }

    private func printRaw(_ id: Message.ID, in application: Application) throws -> Exit {
        guard let bytes = try application.desk.bytes(of: id) else { throw NoMail(message: id) }
        Output.write(bytes)
        return .done
    }

    /// A draft or a card has no mail to show.
    struct NoMail: ExitCoded {
        let message: Message.ID

        var sentence: Sentence {
            "message \(message.rawValue) has no mail to show: a draft gets one when it is approved, a card has none."
        }
    }
}
