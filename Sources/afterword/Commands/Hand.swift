import Application
import ArgumentParser
import Desk
import Etiquette
import Sender
import Wording

/// Gives a message to the user's own mail program.
struct Hand: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "hand",
        abstract: "Open a message that is due in your own mail program, and say whether you sent it.",
        usage: """
            afterword hand [MESSAGE] [--gmail | --outlook | --eml FILE] [--print] [--json]
                   afterword hand MESSAGE --sent | --not-sent | --undo [--json]
            """,
        discussion: """
            For those whose provider lets no other program in: with 'smtp: by-hand' in
            config.yaml Afterword sends nothing itself. It says when a message is ready
            ('afterword advise', 'afterword queue', a notice on your desktop) and opens it
            here, so that you only press Send.

            From then on the message is unconfirmed: it is not opened a second time before
            you say whether you sent it, here or with --sent or --not-sent. 'Not sent' puts
            it back into the queue. If Afterword reads your mailbox and finds it in your
            Sent folder, that counts as sent.

            EXAMPLES
              afterword hand 3                in your mail program
              afterword hand 3 --gmail        in your browser, at Gmail
              afterword hand 3 --eml note.eml as a file that mail programs open
              afterword hand 3 --print        shown here, to copy
              afterword hand 3 --sent         you sent it
            """)

    @Argument(
        help:
            "The message: its number, or a name; on a terminal you are asked which, where several are ready.",
        completion: Candidates.openMessages)
    var message: String?

    @Option(help: "Write it to this new file, for a mail program to open.", completion: .file())
    var eml: String?

    @Flag(help: "In your browser, at Gmail.")
    var gmail = false

    @Flag(help: "In your browser, at Outlook.")
    var outlook = false

    @Flag(help: "Show it, or with --gmail or --outlook its link, and open nothing.")
    var print = false

    @Flag(help: "You sent it.")
    var sent = false

    @Flag(help: "You did not send it: it goes back into the queue.")
    var notSent = false

    @Flag(help: "You had said --sent by mistake: it is a draft again.")
    var undo = false

    @OptionGroup var output: JSONOption

    func validate() throws {
        let ways = [eml != nil, gmail, outlook].filter(\.self).count
        guard ways < 2, eml == nil || !print else {
            throw ValidationError("Give one of --eml, --gmail and --outlook; --print goes without --eml.")
        }
        guard !undo || (message != nil && !sent && !notSent && ways == 0 && !print) else {
            throw ValidationError("--undo goes with the number of the message, and with nothing else.")
        }
        guard !(sent && notSent) else { throw ValidationError("Say either --sent or --not-sent.") }
        guard !(sent || notSent) || (ways == 0 && !print) else {
            throw ValidationError("--sent and --not-sent say what became of it; they open nothing.")
        }
    }

    func run(in application: Application) throws -> Exit {
        let choice = MessageChoice.toSendByHand(in: application)
        guard let id = try choice.meant(message, asks: !output.json) else { return .done }
        if undo {
            return try HeardText(application: application).print(
                application.desk.takeBack(id, at: application.now), json: output.json)
        }
        if sent || notSent { return try settle(id, isSent: sent, in: application) }
        let asks = application.platform.isTerminal && !output.json
        if asks, try isOpened(id, in: application) { return try ask(id, in: application) }
        let way = way
        let letter = try application.openByHand(id, way)
        guard !output.json else {
            try report([id], in: application, json: true)
            return .needsUser
        }
        try show(letter, way, in: application)
        Output.line(Wording.shownBy(way, letter, from: try application.configuration.me.email))
        return try asks ? ask(id, in: application) : later(id)
    }

    private var way: ByHandWay {
        if let eml { return .file(path: eml) }
        guard gmail || outlook else { return print ? .nothing : .mailProgram }
        let service: ByHandWay.WebMail = gmail ? .gmail : .outlook
        return print ? .link(service) : .browser(service)
    }

    /// It has been opened before: what became of it is asked, and nothing opened again.
    private func isOpened(_ id: Message.ID, in application: Application) throws -> Bool {
        try application.desk.messages([id]).contains(where: \.isOpened)
    }

    private func show(_ letter: OpenedLetter, _ way: ByHandWay, in application: Application) throws {
        switch way {
        case .link(let service): Output.line(try application.link(to: letter, at: service))
        case .nothing:
            Output.line("To: \(letter.recipient.address.text)\nSubject: \(Wording.shown(letter.subject))\n")
            Output.line(letter.body)
        case .mailProgram, .browser, .file: break
        }
    }

    private func ask(_ id: Message.ID, in application: Application) throws -> Exit {
        let typed = try application.answer(
            to: id, of: SentDialogue(id), ending: "", Wording.haveYouSentIt)
        guard case .answer(let answer) = typed else { return later(id) }
        switch answer {
        case .later: return later(id)
        case .sent, .notSent: return try settle(id, isSent: answer == .sent, in: application)
        }
    }

    private func later(_ id: Message.ID) -> Exit {
        Output.line(Wording.saidLater(id).spelled)
        return .needsUser
    }

    private func settle(_ id: Message.ID, isSent: Bool, in application: Application) throws -> Exit {
        _ = try application.answerByHand(id, isSent: isSent)
        try report([id], in: application, json: output.json)
        return .done
    }
}
