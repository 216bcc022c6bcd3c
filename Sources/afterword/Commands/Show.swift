import Application
import ArgumentParser
import Desk
import Etiquette
import Ledger
import Reports
import Wording

/// A message as it will go.
struct Show: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "The message as it will go, with what was found in it and every try to deliver it.",
        discussion: """
            EXAMPLES
              afterword show 3
              afterword show 3 --raw     the mail itself, as it will go or as it left

            What waits to go has no Date yet, and nothing that makes it an answer in a
            thread: both come when it leaves.
            """)

    @Argument(
        help: "The number of the message, from: afterword queue", completion: Candidates.messages)
    var message: Int64

    @Flag(help: "Print the mail itself, headers and encoding included.")
    var raw = false

    @OptionGroup var output: JSONOption

    func run(in application: Application) throws -> Exit {
        let id = Message.ID(rawValue: message)
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
        let text = MessageText(hasColour: application.platform.hasColour)
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

        var exit: Exit { .badInput }
    }
}
