import Testing

/// Long output goes through the user's pager on a terminal, and nowhere else; `--quiet` says nothing where all is well.
@Suite struct HeldOutputTests {
    private func pager(_ ada: Applicant) throws -> [String: String] {
        ["PAGER": "/bin/sh " + (try ada.scratch.file("pager.sh", "echo paged; cat\n", mode: 0o600))]
    }

    /// More than a window of ten rows.
    private func applicant() throws -> Applicant {
        let ada = try Applicant()
        try ada.add()
        return ada
    }

    @Test(
        "on a terminal what is longer than the window is paged",
        arguments: [
            (["queue"], 5, true), (["queue"], 60, false), (["queue", "--no-pager"], 5, false),
            (["queue", "--json"], 5, false),
        ])
    func paged(arguments: [String], rows: Int, isPaged: Bool) throws {
        let ada = try applicant()
        let session = try TerminalSession(ada, arguments, rows: rows, environment: pager(ada))
        let (status, screen) = session.end()
        #expect(status == 0 && screen.hasPrefix("paged") == isPaged, "\(screen)")
        #expect(screen.contains("Jane Okafor"))
    }

    @Test(
        "without a pager, and with one that can't be started, it is printed",
        arguments: ["", "/nonexistent/pager"])
    func noPager(pager: String) throws {
        let ada = try applicant()
        let session = try TerminalSession(ada, ["queue"], rows: 5, environment: ["PAGER": pager])
        let (status, screen) = session.end()
        #expect(status == 0 && screen.contains("Jane Okafor") && screen.contains("Hana Lee"), "\(screen)")
    }

    @Test func elsewhereNothingIsPaged() throws {
        let ada = try applicant()
        #expect(try !ada.run(["queue"], environment: pager(ada)).out.contains("paged"))
    }

    @Test func whatFailsBehindAPagerIsTold() throws {
        let ada = try applicant()
        let session = try TerminalSession(ada, ["show", "99"], rows: 5)
        let (status, screen) = session.end()
        #expect(status == 65 && screen.contains("afterword: "), "\(screen)")
    }

    @Test func quietSendsInSilenceAndTellsWhatWentWrong() throws {
        let ada = try Applicant(server: MailServer())
        try ada.add()
        ada.clock = Applicant.nextDay
        let run = try ada.run("send", "--quiet")
        #expect(run.status == 0 && run.out.isEmpty && run.err.isEmpty, "\(run)")
        #expect(try ada.state(1) == "sent")
        let nobody = try Applicant()
        try nobody.add()
        nobody.clock = Applicant.nextDay
        let failed = try nobody.run("send", "--quiet")
        #expect(failed.status != 0 && !(failed.out + failed.err).isEmpty, "\(failed)")
    }

    @Test func quietAdviceSpeaksWhereItNeedsTheUser() throws {
        let ada = try Applicant()
        #expect(try ada.run("advise", "--quiet").out.isEmpty)
        try ada.run(Applicant.interview("--json"))
        let run = try ada.run("advise", "--quiet")
        #expect(run.status == 1 && run.out.contains("afterword approve"), "\(run)")
    }
}
