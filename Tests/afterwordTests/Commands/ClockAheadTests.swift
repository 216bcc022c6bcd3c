import Testing

/// A clock that was once ahead ends nothing for years: what counts is what was sent, and there is a way on from that, too.
@Suite struct ClockAheadTests {
    private let server: MailServer
    private let ada: Applicant

    private static let years = "2031-03-01 12:00:00"

    init() throws {
        server = try MailServer()
        ada = try Applicant(server: server)
        try ada.add()
    }

    @Test func aClockBehindWhatWasSentLastSendsNothing() throws {
        try ada.run("hold", "2")
        ada.clock = "2026-11-21 15:30:00"
        #expect(try ada.run("send").status == 1)
        try ada.run("release", "2")
        ada.clock = "2026-11-21 15:24:59"
        for command in ["send", "doctor"] {
            let run = try ada.run(command)
            #expect(run.status == 78)
            #expect((run.out + run.err).contains("set it right"))
        }
        #expect(server.mails.count == 1)
        ada.clock = "2026-11-21 15:25:00"
        #expect(try ada.run("send").status == 0)
        #expect(server.mails.count == 2)
    }

    @Test(arguments: [
        ["heard", "1", "--replied", "--courtesy"], ["heard", "1", "--rejected"],
        ["log", "--person", "Hana Lee", "--channel", "phone", "--direction", "in"],
        ["log", "--person", "Hana Lee", "--channel", "email", "--direction", "out"],
    ])
    func whatTheUserNotedByAWrongClockEndsNothing(noted: [String]) throws {
        ada.clock = Self.years
        #expect(try ada.run(noted).status == 0)
        ada.clock = Applicant.nextDay
        try ada.run("heard", "1", "--undo")
        #expect(try ada.run("send").status == 0)
        #expect(server.mails.count == 2)
        #expect(try ada.run("doctor").status == 0)
    }

    /// The notes went years too early, by the clock, and the question is still to come.
    private func sendByTheWrongClock() throws {
        try ada.run("cancel", "2")
        ada.clock = "2026-11-22 14:00:00"
        #expect(try ada.run("send").status == 0)
        ada.clock = "2026-11-20 17:00:00"
    }

    @Test func whatWasSentByAWrongClockIsToldWithTheWayOn() throws {
        try sendByTheWrongClock()
        for command in ["send", "doctor"] {
            let run = try ada.run(command)
            #expect(run.status == 78, "\(run)")
            let words = run.out + run.err
            #expect(words.contains("Sun 22 Nov 2026, 14:00") && words.contains("Fri 20 Nov 2026, 17:00"))
            #expect(words.contains("afterword doctor --clock-is-right"))
        }
        let settled = try ada.document("doctor", "--clock-is-right")
        #expect(settled == .object(["settled": .bool(true), "newest": "2026-11-22T14:00:00Z"]))
        #expect(try ada.run("send").status == 0)
        #expect(try ada.run("doctor").status == 0)
        let again = try ada.run("doctor", "--clock-is-right")
        #expect(again.status == 0)
        #expect(again.out == "There is nothing to do: no message is dated later than the clock.\n")
        #expect(server.mails.count == 1)
    }

    /// Safe: nobody is written to twice within a day of that moment, whatever stands in the log.
    @Test func whoWasWrittenToIsLeftInPeaceForADay() throws {
        try sendByTheWrongClock()
        try ada.run("doctor", "--clock-is-right")
        #expect(
            try ada.run(
                "interview", "add", "--organisation", "Museum", "--role", "Curator", "--ended",
                "2026-11-19 16:30",
                "--panel", "Jane Okafor <jane.okafor@example.org>", "--talking-point",
                "jane.okafor@example.org=the harbour maps", "--yes"
            ).status == 0)
        #expect(try ada.run("send").status == 0)
        #expect(server.mails.count == 1)
        ada.clock = "2026-11-21 16:59:00"
        try ada.run("send")
        #expect(server.mails.count == 1)
        ada.clock = "2026-11-21 17:01:00"
        #expect(try ada.run("send").status == 0)
        #expect(server.mails.count == 2)
    }

    /// An email noted for years ahead keeps back nobody but that person, and doctor says so.
    @Test func anEmailNotedForYearsAheadIsToldOf() throws {
        ada.clock = Self.years
        try ada.run("log", "--person", "Hana Lee", "--channel", "email", "--direction", "out")
        ada.clock = Applicant.nextDay
        let told = try ada.run("doctor")
        #expect(told.status == 0 && told.out.contains("an email to Hana Lee is on record for Sat 1 Mar 2031"))
        #expect(try ada.document("doctor", "--clock-is-right")["settled"] == .bool(true))
        #expect(!(try ada.run("doctor").out.contains("2031")))
    }

    @Test(arguments: [("y\n", Int32(0)), ("n\n", 1), ("\n", 1)])
    func theTerminalIsAsked(typed: String, status: Int32) throws {
        try sendByTheWrongClock()
        let run = try ada.runAtTerminal(["doctor", "--clock-is-right"], typed: typed)
        #expect(run.status == status && run.out.contains("Is the clock right now?"), "\(run)")
        #expect(try ada.run("send").status == (status == 0 ? 0 : 78))
    }
}
