import Application
import ArgumentParser
import Foundation
import Sender
import Wording

/// The program: every command has its file in `Commands`.
@main
struct Afterword: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "afterword",
        abstract: "Follow up job interviews well: thank each interviewer once, then wait.",
        discussion: """
            Record an interview when it has ended. Afterword drafts a thank-you to each
            interviewer for you to approve, sends it 24 hours later, keeps quiet, and after
            two weeks without news asks once, politely, about the decision.

            START
              afterword init                  write the configuration
              afterword doctor                check it, the login included
              afterword add                   record your first interview

            EVERY DAY
              afterword advise                what to do, and what to leave alone, today
              afterword queue                 what will be sent, who to, when
              afterword send                  send what is due now
              afterword run                   keep running, and send messages when due
              afterword audit                 everything that was said, and when

            IN THE BROWSER
              afterword open                  all of it, by clicking
            """,
        version: Version.text,
        groupedSubcommands: [
            CommandGroup(
                name: "Interviews",
                subcommands: [
                    InterviewAdd.self, InterviewCommand.self, ImportCommand.self, Export.self,
                    PersonCommand.self,
                ]),
            CommandGroup(
                name: "Messages",
                subcommands: [
                    Queue.self, Show.self, Edit.self, Approve.self, Hold.self, Release.self, Cancel.self,
                    Card.self, Posted.self, Send.self, Hand.self, Run.self, Resolve.self,
                ]),
            CommandGroup(name: "Answers", subcommands: [Listen.self, HeardCommand.self, Log.self]),
            CommandGroup(
                name: "Looking",
                subcommands: [Open.self, Advise.self, Audit.self, Stats.self, CalendarCommand.self]),
            CommandGroup(
                name: "Setting up",
                subcommands: [Init.self, Doctor.self, ServiceCommand.self, TemplatesCommand.self]),
            CommandGroup(
                name: "Safe keeping",
                subcommands: [BackupCommand.self, RestoreCommand.self, ForgetCommand.self]),
        ])

    /// Nothing but the name: how things stand today.
    func run(in application: Application) throws -> Exit { try TodaysAdvice(application: application).show() }

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
            if let unreadable = UnreadableArgument(among: Platform.arguments) { throw unreadable }
            var command = try parseAsRoot()
            try command.run()
        } catch let interruption as Interrupted {
            interruption.end()
        } catch {
            guard let failure = CommandFailure(error) else { endOfParsing(error) }
            Output.problem("afterword: " + failure.sentence)
            exit(withError: ExitCode(failure.exit.rawValue))
        }
    }
}

extension Afterword {
    /// The argument parser prints what was asked for, such as help, and tells what it could not read.
    private static func endOfParsing(_ error: any Error) -> Never {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let (message, full) = (message(for: error), fullMessage(for: error))
        let isHelp = arguments.first == "help"
        let suggestion = CommandSuggestion(
            isHelp ? Array(arguments.dropFirst()) : arguments, of: Self.self, message: message)
        // The help for a command that is none would be that of all, and a success.
        if isHelp && suggestion != nil || exitCode(for: error) == .validationFailure {
            end(UsageProblem(message: message, full: full, suggestion: suggestion))
        }
        if exitCode(for: error) == .success,
            let help = HelpText(
                fullMessage(for: error, columns: 10_000), columns: Output.screen.columns)
        {
            Output.line(help.fitted)
            exit()
        }
        exit(withError: error)
    }

    private static func end(_ problem: UsageProblem) -> Never {
        Output.problem("afterword: " + problem.sentence.spelled)
        exit(withError: ExitCode(problem.exit.rawValue))
    }
}

/// A command that works in the house.
protocol ApplicationCommand: ParsableCommand {
    /// What becomes of its standard output.
    var holding: OutputHolding { get }

    func run(in application: Application) throws -> Exit
}

extension ApplicationCommand {
    mutating func run() throws {
        let application = try Application(platform: Platform(), face: .terminal)
        // Never let go: a database that is closed wants a thread, and waits for ever where the system has none to give.
        // Everything is on disk by then, and the process ends.
        _ = Unmanaged.passRetained(application)
        let held = HeldOutput(holding, environment: application.platform.environment)
        let exit: Exit
        do {
            exit = try run(in: application)
        } catch {
            held?.end(.fault)
            guard let misused = error as? ValidationError else { throw error }
            throw UsageProblem(misused, of: Self.self, in: Afterword.self)
        }
        held?.end(exit)
        if exit != .done { throw ExitCode(exit.rawValue) }
    }

    var holding: OutputHolding { .none }
}

/// `--json`: one document on standard output and nothing else there.
struct JSONOption: ParsableArguments {
    @Flag(name: .long, help: "Print one JSON document and nothing else.")
    var json = false
}
