import Application
import ArgumentParser
import Foundation
import Ledger
import Reports
import Sender
import Wording

/// Puts a copy of the database back.
struct RestoreCommand: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Go back to a backup of the database; the present one is kept under another name.",
        discussion: """
            The backup is checked first. Then nothing is sent until you have said

              afterword doctor --adopt

            because the backup does not know what was sent after it was made: everything
            that waits is held for you to look at, and you release what is not in your Sent
            folder.

            EXAMPLE
              afterword restore ~/afterword-backup.sqlite
            """)

    @Argument(help: "A backup, or any copy of the database.", completion: .file())
    var file: String

    @OptionGroup var output: JSONOption

    struct Document: Encodable {
        let restored: String
        @OrNull var aside: String?
        let forgotten: Int
    }

    func run(in application: Application) throws -> Exit {
        try Application.requireThreads(1)
        for warning in try application.home.prepare(user: application.platform.user) {
            Output.problem("Note: " + warning.sentence)
        }
        let lock = try application.lockWhileNobodySends()
        let restored = try Progress.during("Restoring the database") {
            try Ledger.restore(
                file, to: application.home.database, token: application.platform.freshID(),
                witness: application.witness,
                besides: [try? application.configuration.me.name].compactMap(\.self))
        }
        _ = consume lock
        if output.json {
            try JSON.print(
                Document(
                    restored: application.home.database, aside: restored.aside, forgotten: restored.forgotten)
            )
            return .done
        }
        let lines = Wording.restored(
            application.home.database, from: file, aside: restored.aside, forgotten: restored.forgotten)
        for line in lines { Output.line(line.spelled) }
        return .done
    }
}
