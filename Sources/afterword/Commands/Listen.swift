import Application
import ArgumentParser
import Desk
import Wording

struct Listen: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "listen",
        abstract: "Look in your mailbox for answers and for mail that came back.",
        discussion: """
            It reads what is new since the last time, and only what may be an answer to your
            messages or comes from the people and organisations of your interviews. Your
            unread mail stays unread; nothing is moved or changed.

            Whoever has written, the question about the decision is held, and you are asked
            what the mail was: afterword heard. No program decides that for you.

            EXAMPLE
              afterword listen
            """)

    @OptionGroup var output: JSONOption
    @OptionGroup var quiet: QuietOption

    var holding: OutputHolding { quiet.quiet ? .quiet : .none }

    func run(in application: Application) throws -> Exit {
        guard let mailboxReader = try application.mailboxReader else { throw NoMailbox() }
        let listened = try Progress.during("Reading your mailbox") { try mailboxReader.listen() }
        let text = MailText(application: application)
        if output.json { try text.printDocument(listened.noted) } else { try text.print(listened.noted) }
        application.attendToSentFolder(quietly: true)
        for trouble in listened.missing { Output.problem("afterword: " + trouble.sentence.spelled) }
        return listened.missing.map(\.exit).max() ?? .done
    }
}
