import Application
import ArgumentParser
import Desk
import Etiquette
import Foundation
import Mail
import Sender
import Wording

/// Delivers what is due now, once.
struct Send: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: "Deliver what is due now, once.",
        discussion: """
            Each message is judged again, written down, and handed to your server. Nothing
            is ever sent twice: where the server's answer is lost, the message is
            unconfirmed and waits for you.

            EXAMPLES
              afterword send
              afterword send --dry-run                         what would go now
              afterword send --dry-run --at 2026-12-05T10:00   what would go then
              afterword send --dry-run --to DIR                the same as .eml files

            Run it from cron or a timer, say every quarter of an hour; with nothing due it
            does nothing.
            """)

    @Flag(help: "Show what would go; no lock, no server, nothing changed.")
    var dryRun = false

    @Option(help: "With --dry-run: at that moment, in your time zone, instead of now.")
    var at: String?

    @Option(help: "With --dry-run: a folder for the mails as .eml files.", completion: .directory)
    var to: String?

    @OptionGroup var output: JSONOption

    func validate() throws {
        guard dryRun || (at == nil && to == nil) else {
            throw ValidationError("--at and --to go with --dry-run.")
        }
    }

    func run(in application: Application) throws -> Exit {
        guard !dryRun else { return try preview(in: application) }
        let report = try application.sender().sendDue()
        let text = SendText(application: application)
        if output.json { try text.printDocument(report) } else { try text.print(report) }
        let exit = text.explain(report)
        application.attendToSentFolder()
        return exit
    }

    private func preview(in application: Application) throws -> Exit {
        let configuration = try application.configuration
        let moment =
            try at.map { try EndedTime.parse($0, zone: configuration.me.timeZone).time.instant }
            ?? application.now
        let preview = try Preview(
            of: application.ledger, settings: configuration.etiquette, address: configuration.me.email,
            at: moment)
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
