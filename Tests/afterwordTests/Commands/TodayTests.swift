import Foundation
import Testing

/// `afterword` alone: how to begin, and from then on how things stand today.
@Suite struct TodayTests {
    @Test func beforeItIsSetUpFourLinesSayWhatItIs() throws {
        let ada = try Applicant()
        let home = try ada.scratch.folder("elsewhere")
        let run = try ada.run([], environment: ["AFTERWORD_HOME": home])
        #expect(run.status == 0 && run.err.isEmpty)
        let lines = run.out.split(separator: "\n")
        #expect(lines.count == 4 && lines.last == "  afterword init", "\(run.out)")
    }

    /// Without another command to type; whoever stops finds nothing written.
    @Test func onATerminalItLeadsOnToTheFirstInterview() throws {
        let ada = try Applicant()
        try FileManager.default.removeItem(atPath: ada.home)
        let steps = [
            ("Set it up now? [Y/n]", "\n"), ("Your name", "Ada Example\n"),
            ("email address", "ada@example.org\n"),
            ("time zone", "\n"), ("mail server", "\n"), ("Record it now? [Y/n]", "\n"),
            ("Which organisation", "\u{3}"),
        ]
        let stopped = try ada.runAtTerminal([], steps: [("Set it up now? [Y/n]", "\u{3}")])
        #expect(
            stopped.status == 130 && stopped.out.hasSuffix("Stopped. Nothing was written.\n"), "\(stopped)")
        #expect(!FileManager.default.fileExists(atPath: ada.home + "/config.yaml"))
        let run = try ada.runAtTerminal([], steps: steps)
        #expect(run.status == 130 && run.out.hasSuffix("Nothing was recorded.\n"), "\(run)")
        #expect(try ada.run("doctor").out.contains("you send each message yourself"))
    }

    @Test func onceSetUpItIsTodaysAdvice() throws {
        let ada = try Applicant()
        let quiet = try ada.run()
        #expect(quiet.status == 0 && quiet.out.hasPrefix("• "), "\(quiet)")
        try ada.run(Applicant.interview("--json"))
        let run = try ada.run()
        #expect(try run.out == ada.run("advise").out && run.status == 1)
    }

    @Test("on a terminal it is a screenful", arguments: [8, 60])
    func screenful(rows: Int) throws {
        let ada = try Applicant()
        try ada.run(Applicant.interview("--json"))
        let session = try TerminalSession(ada, [], columns: 60, rows: rows)
        let (status, screen) = session.end()
        #expect(status == 1)
        #expect(screen.split(separator: "\n").count < rows, "\(screen)")
        #expect(screen.contains("more: afterword advise") == (rows == 8), "\(screen)")
        #expect(session.screen.broken.isEmpty)
    }

    @Test(
        "advise ends with 1 where something needs the user, and with 0 else",
        arguments: [("--yes", Int32(0)), ("--json", Int32(1))])
    func exits(option: String, status: Int32) throws {
        let ada = try Applicant()
        try ada.run(Applicant.interview(option))
        #expect(try ada.run("advise").status == status)
        #expect(try ada.run("advise", "--json").status == status)
    }
}
