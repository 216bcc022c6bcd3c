import ArgumentParser
import Desk
import Etiquette
import Ledger

/// A message as it will go.
struct Show: HouseCommand {
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

    @Argument(help: "The number of the message, from: afterword queue")
    var message: Int64

    @Flag(help: "Print the mail itself, headers and encoding included.")
    var raw = false

    @OptionGroup var output: JSONOption

    func run(in house: House) throws -> Exit {
        let id = Message.ID(rawValue: message)
        let outlooks = try house.desk.outlook(for: [id], at: house.now)
        if raw { return try printRaw(id, in: house) }
        let isOpen = outlooks.contains(where: \.message.state.isPending)
        let findings = isOpen ? try house.desk.review([id]).flatMap(\.findings) : []
        if output.json {
            for outlook in outlooks { try JSON.print(MessageReport(outlook, findings: findings)) }
            return .done
        }
        let text = MessageText(hasColour: house.edge.hasColour)
        for outlook in outlooks {
            Output.line(text.full(outlook, findings))
            for line in text.attempts(outlook) { Output.line(line) }
        }
        return .done
    }

    private func printRaw(_ id: Message.ID, in house: House) throws -> Exit {
        let bytes = try house.ledger.read { books in
            // A try that the server put off is over, and the next one has another Date.
            let isToCome = try books.message(id).state.isPending
            return try (isToCome ? nil : books.dispatchedAsItIs(id)) ?? books.frozen(id)
        }
        guard let bytes else { throw NoMail(message: id) }
        Output.write(bytes)
        return .done
    }

    /// A draft or a card has no mail to show.
    struct NoMail: Worded {
        let message: Message.ID

        var sentence: String {
            "message \(message.rawValue) has no mail to show: a draft gets one when it is approved, a card has none."
        }

        var exit: Exit { .badInput }
    }
}
