import Application
import ArgumentParser
import Foundation
import Reports
import Sender
import Wording

/// The program: every command has its file in `Commands`.
@main
struct Afterword: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "afterword",
        abstract: "Follow up job interviews the way good career advice says: one thank-you each, then wait.",
        discussion: """
            Record an interview when it has ended. Afterword drafts a thank-you to each
            member of the panel, sends it 24 hours later, keeps quiet, and after two weeks
            of silence asks once, politely, for the decision.

            START
              afterword init                  write the configuration
              afterword doctor                check it, the login included
              afterword interview add --help  record your first interview

            EVERY DAY
              afterword advise                what to do, and what to leave alone, today
              afterword queue                 what will be sent, to whom, when
              afterword send                  deliver what is due now
              afterword run                   stay, and deliver as messages fall due
              afterword audit                 everything that was ever said

            IN THE BROWSER
              afterword open                  all of it, by clicking
            """,
        version: Version.text,
        groupedSubcommands: [
            CommandGroup(
                name: "Interviews",
                subcommands: [
                    InterviewCommand.self, ImportCommand.self, Export.self, PersonCommand.self,
                ]),
            CommandGroup(
                name: "Messages",
                subcommands: [
                    Queue.self, Show.self, Edit.self, Approve.self, Hold.self, Release.self, Cancel.self,
                    Card.self,
                    Send.self, Run.self, Resolve.self,
                ]),
            CommandGroup(name: "Answers", subcommands: [Listen.self, HeardCommand.self, Log.self]),
            CommandGroup(
                name: "Looking", subcommands: [Open.self, Advise.self, Audit.self, CalendarCommand.self]),
            CommandGroup(
                name: "Setting up",
                subcommands: [Init.self, Doctor.self, ServiceCommand.self, TemplatesCommand.self]),
            CommandGroup(
                name: "Safe keeping",
                subcommands: [BackupCommand.self, RestoreCommand.self, ForgetCommand.self]),
        ])

    /// Every problem leaves by this door: one sentence on standard error, and the exit code that fits it.
    static func main() {
        // A reader that went away ends the output, not the run between two messages.
        signal(SIGPIPE, SIG_IGN)
        // A limit on the size of files is an error to be worded, like a full disk.
        signal(SIGXFSZ, SIG_IGN)
        guard Headroom.isThere(Headroom.start) else {
            // Not a byte is allocated any more.
            Wording.noRoomToStart.withUTF8Buffer { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
            _exit(Exit.deferred.rawValue)
        }
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch {
            guard let failure = CommandFailure(error) else { exit(withError: error) }
            Output.problem("afterword: " + failure.sentence)
            exit(withError: ExitCode(failure.exit.rawValue))
        }
    }
}

/// A command that works in the house.
protocol ApplicationCommand: ParsableCommand {
    func run(in application: Application) throws -> Exit
}

extension ApplicationCommand {
    mutating func run() throws {
        let application = try Application(platform: Platform(), face: .terminal)
        // Never let go: a database that is closed wants a thread, and waits for ever where the system has none to give.
        // Everything is on disk by then, and the process ends.
        _ = Unmanaged.passRetained(application)
        let exit = try run(in: application)
        if exit != .done { throw ExitCode(exit.rawValue) }
    }
}

/// `--json`: one document on standard output and nothing else there.
struct JSONOption: ParsableArguments {
    @Flag(name: .long, help: "Print one JSON document and nothing else.")
    var json = false
}
