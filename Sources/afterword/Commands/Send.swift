import Application
import ArgumentParser
import Desk
import Etiquette
import Foundation
import Mail
import Sender
import Wording

struct Send: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: "Send what is due now, once.",
        discussion: """
            Each message is checked again, recorded, and given to your server. Nothing is
            ever sent twice: where the server's answer is lost, nobody knows whether the
            message arrived; it is then unconfirmed, and waits for you.

            EXAMPLES
              afterword send
              afterword send --dry-run                         what would be sent now
              afterword send --dry-run --at 2026-12-05T10:00   what would be sent then
              afterword send --dry-run --to DIR                the same as .eml files

            Run it from cron or a timer, say every quarter of an hour; with nothing due it
            does nothing.
            """)

    @Flag(help: "Only show what would be sent; no server is contacted and nothing is changed.")
    var dryRun = false

    @Option(
        help: "With --dry-run: at that moment, in your time zone, such as \"tomorrow 09:00\", instead of now."
    )
    var at: String?

    @Option(help: "With --dry-run: a folder for the mails as .eml files.", completion: .directory)
    var to: String?

    @OptionGroup var output: JSONOption
    @OptionGroup var quiet: QuietOption

    var holding: OutputHolding { quiet.quiet ? .quiet : .none }

    func validate() throws {
        guard dryRun || (at == nil && to == nil) else {
            throw ValidationError("--at and --to go with --dry-run.")
        }
    }

    func run(in application: Application) throws -> Exit {
        guard !dryRun else { return try preview(in: application) }
        let sender = try application.sender()
        // What somebody types at a terminal says nothing of what a timer will do.
        if !application.platform.isTerminal {
            LastRun(of: .send, folder: application.home.dataFolder).note(application.now)
        }
        var report = try sender.sendDue()
        let text = SendText(application: application)
        if output.json { try text.printDocument(report) } else { try text.print(report) }
        if try !output.json && askAnyNews(report.held, in: application) {
            // What nothing was heard of may go now.
            report = try sender.sendDue()
            try text.print(report)
        }
        let exit = text.explain(report)
        application.attendToSentFolder()
        return exit
    }

    /// On a terminal asks of each question that waits for that whether anything was heard; answers whether one may go now.
    private func askAnyNews(_ held: [Message.ID], in application: Application) throws -> Bool {
        guard application.platform.isTerminal else { return false }
        var mayGo = false
        for status in try application.desk.messageStatus(for: held, at: application.now)
        where status.message.reason?.code == .anyNews {
            let typed = try application.platform.answer(to: Wording.haveYouHeard(from: status.recruitment))
            guard let typed, ["n", "no"].contains(typed.trimmingCharacters(in: .whitespaces).lowercased())
            else { continue }
            _ = try application.desk.heardNothing(in: status.recruitment.id, at: application.now)
            mayGo = true
        }
        return mayGo
    }

    private func preview(in application: Application) throws -> Exit {
        let configuration = try application.configuration
        let moment =
            try at.map {
                try TimeOptions(application, in: configuration.me.timeZone, json: output.json).moment(
                    $0, .future
                ).instant
            } ?? application.now
        let preview = try Preview(
            of: application.ledger, settings: configuration.etiquette,
            from: Correspondent(name: configuration.me.name, address: configuration.me.email),
            isMailboxRead: configuration.imap != nil, at: moment)
        if let to { try write(preview, into: to) }
        let text = SendText(application: application)
        if output.json {
            try text.printDocument(preview, at: moment)
        } else {
            try text.print(preview, at: moment)
        }
        return .done
    }

    private func write(_ preview: Preview, into folder: String) throws {
        let transport = FileTransport(folder: URL(fileURLWithPath: folder, isDirectory: true))
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw NotWritten(folder: folder)
        }
        for parcel in preview.wouldSend {
            if case .notHandedOver = transport.deliver(parcel.envelope, handOver: { parcel.bytes }) {
                throw NotWritten(folder: folder)
            }
        }
    }

    /// The folder does not take the files.
    struct NotWritten: ExitCoded {
        let folder: String

        var sentence: Sentence {
            "the mails can't be written into \(Wording.quoted(folder)); name a folder that you may write."
        }
        var exit: Exit { .cannotWrite }
    }
}
