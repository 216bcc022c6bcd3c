import Application
import ArgumentParser
import Foundation
import Ledger
import Reports
import Wording

/// A safe copy of the database while everything runs.
struct BackupCommand: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Make a safe copy of the database, while everything runs.",
        discussion: """
            The copy is checked before it is called done, and only you can read it. An
            earlier backup of the same database is replaced; nothing else is. Never copy
            the file of the database by hand while something is being sent.

            EXAMPLE
              afterword backup ~/afterword-backup.sqlite
            """)

    @Argument(help: "Where the copy goes.", completion: .file())
    var file: String

    @OptionGroup var output: JSONOption
    @OptionGroup var quiet: QuietOption

    var holding: OutputHolding { quiet.quiet ? .quiet : .none }

    struct Document: Encodable {
        let backup: String
        let bytes: Int
    }

    func run(in application: Application) throws -> Exit {
        try Application.requireThreads(1)
        try application.ledger.backUp(to: file, token: application.platform.freshID())
        let facts = try FileManager.default.attributesOfItem(atPath: file)
        let bytes = facts[.size] as? Int ?? 0
        if output.json {
            try JSON.print(Document(backup: file, bytes: bytes))
        } else {
            for line in Wording.backedUp(file, bytes: bytes) { Output.line(line.spelled) }
        }
        return .done
    }
}
