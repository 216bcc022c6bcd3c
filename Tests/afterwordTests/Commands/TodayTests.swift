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

    /// Without another command to type, and in fewer than 250 keys with that one.
    @Test func onATerminalItLeadsOnToThreeQueuedThankYous() throws {
        let ada = try Applicant()
        try FileManager.default.removeItem(atPath: ada.home)
        let session = try TerminalSession(ada, [], columns: 60)
        for (asked, keys) in [
            ("Set it up now? [Y/n]", ""), ("Your name", "Ada Example"), ("email address", "ada@example.org"),
            ("time zone", ""), ("mail server", ""), ("Record it now? [Y/n]", ""),
            ("Which organisation", "City Library"), ("as it was advertised?", "Data Analyst"),
            ("When did it end?", ""), ("Who interviewed you?", "Jane Okafor"),
            ("email address", "jane.okafor@citylibrary.example"), ("Dear ___", ""),
            ("Who else?", "Tom Ó Briain"), ("email address", "tom.obriain"), ("Dear ___", ""),
            ("Who else?", "Grace Hill"), ("email address", "grace.hill"), ("Dear ___", ""), ("Who else?", ""),
            ("  Jane Okafor:", "the open-data portal"), ("like to say", ""),
            ("  Tom Ó Briain:", "the on-call week"), ("like to say", ""), ("  Grace Hill:", "the move"),
            ("like to say", ""), ("by telephone?", ""), ("when you would hear?", ""), ("work at ___", ""),
            ("[Y/n]", ""),
        ] { try session.press(keys + "\r", after: asked) }
        for _ in 0..<4 { try session.press("y\r", after: "Queue it to be sent?") }
        let (status, screen) = session.end()
        #expect(status == 0, "\(screen)")
        #expect(try ada.states() == (1...4).map { "\($0) queued" })
        #expect(screen.contains("= tom.obriain@citylibrary.example"))
        #expect("afterword\r".count + session.keys < 250, "\(session.keys) keys")
    }

    @Test func whoStopsAtTheFirstQuestionFindsNothingWritten() throws {
        let ada = try Applicant()
        try FileManager.default.removeItem(atPath: ada.home)
        let session = try TerminalSession(ada, [])
        try session.press("\u{3}", after: "Set it up now? [Y/n]")
        let (status, screen) = session.end()
        #expect(status == 130 && screen.hasSuffix("Stopped. Nothing was written.\n"), "\(screen)")
        #expect(!FileManager.default.fileExists(atPath: ada.home + "/config.yaml"))
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
