import Application
import ArgumentParser
import Mail
import Reports
import Wording

struct Doctor: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract:
            "Check that everything works: configuration, files, database, clock, and the logins to your server and mailbox.",
        discussion: """
            It connects and logs in, but sends nothing, except with --send-test a note to
            yourself. Your mailbox is opened and searched
            just as 'afterword listen' does it, and nothing in it is changed.

            A database that was restored, or copied from another computer, may not know
            what was sent since. Nothing is sent from it until you adopt it, which makes it
            the copy that sends: everything that waits is then held for you to look at, and
            you release what has not gone out.

            EXAMPLES
              afterword doctor
              afterword doctor --send-test        a note to yourself, too
              afterword doctor --adopt            this database is the one to send from
              afterword doctor --clock-is-right   the clock was ahead for a while
            """)

    @Flag(help: "Send from this database from now on, though another copy of it was used.")
    var adopt = false

    @Flag(help: "Entries dated later than now were made while the clock was ahead; the clock is right now.")
    var clockIsRight = false

    @Flag(help: "Send a test note to yourself as well, and nothing to anybody else.")
    var sendTest = false

    @OptionGroup var output: JSONOption

    func validate() throws {
        guard !(adopt && clockIsRight) else {
            throw ValidationError("Give either --adopt or --clock-is-right; one after the other.")
        }
        guard !sendTest || !(adopt || clockIsRight) else {
            throw ValidationError(
                "--send-test goes with the checks, and not with --adopt or --clock-is-right.")
        }
    }

    struct Check: Encodable {
        let code: String
        let ok: Bool
        let text: String
        let exit: Exit

        enum CodingKeys: CodingKey { case code, ok, text }
    }

    func run(in application: Application) throws -> Exit {
        if adopt { return try DoctorAdopting(application: application, json: output.json).run() }
        if clockIsRight { return try DoctorClock(application: application).settle(json: output.json) }
        let examination = Examination(application)
        var checks = examination.checks().map(Check.init)
        if sendTest {
            checks.append(
                Check(examination.test(subject: Wording.testNoteSubject, body: Wording.testNoteBody)))
        }
        if output.json {
            try JSON.print(checks)
        } else {
            print(checks, hasColour: application.platform.hasColour)
            // Nothing that could be wrong, and worth knowing all the same.
            if checks.contains(where: { $0.code == Examination.Part.configuration.rawValue && $0.ok }) {
                try? application.tellWhoSends(asks: false)
            }
        }
        return checks.filter { !$0.ok }.map(\.exit).max() ?? .done
    }

    private func print(_ checks: [Check], hasColour: Bool) {
        for check in checks {
            let mark = check.ok ? "✓" : "✗"
            let colour = check.ok ? "32" : "31"
            Output.line(
                (hasColour ? "\u{1B}[\(colour)m\(mark)\u{1B}[0m" : mark) + " \(check.code): \(check.text)")
        }
    }
}

extension Doctor.Check {
    init(_ check: Examination.Check) {
        switch check.result {
        case .success(let finding):
            self.init(
                code: check.part.rawValue, ok: true, text: Wording.text(finding).spelled, exit: .done)
        case .failure(let error):
            let failure = CommandFailure(error)
            self.init(
                code: check.part.rawValue, ok: false, text: failure?.sentence ?? "\(error)",
                exit: failure?.exit ?? .fault)
        }
    }
}

extension TestNoteFault: ExitCoded {
    var exit: Exit {
        switch delivery {
        case .stopped: .configuration
        case .deferred(_, nil, _): .serverUnavailable
        case .deferred: .deferred
        case .refused, .unconfirmed, .accepted, .notHandedOver: .needsUser
        }
    }
}

extension LoginFault: ExitCoded {
    var exit: Exit {
        switch check {
        case .deferred(nil, _): .serverUnavailable
        case .deferred: .deferred
        case .passed, .stopped: .configuration
        }
    }
}

extension NotCleared: ExitCoded {
    var exit: Exit { CommandFailure(cause)?.exit ?? .fault }
}
