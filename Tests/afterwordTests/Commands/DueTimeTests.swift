import Testing

/// Real dates through the program: due times in the zone of the interview, across both changes of the clocks.
@Suite struct DueTimeTests {
    struct Case: CustomTestStringConvertible {
        let why: String
        let ended: String
        let now: String
        var zone = "Europe/London"
        let thanks: String
        let question: String
        var testDescription: String { why }
    }

    private static let usual = "  hours: 08:00-19:00\n  weekends: thank-you\n"

    static let cases = [
        Case(
            why: "an ordinary Tuesday", ended: "2026-11-17 15:00", now: "2026-11-17 16:00:00",
            thanks: "2026-11-18T15:00:00Z", question: "2026-12-01T15:00:00Z"),
        Case(
            why: "Friday evening: Saturday at the opening would be too early, Sunday morning it is",
            ended: "2026-11-20 19:30", now: "2026-11-20 20:00:00", thanks: "2026-11-22T08:00:00Z",
            question: "2026-12-07T08:00:00Z"),
        Case(
            why: "two weeks later is a Saturday: the question waits for Monday", ended: "2026-11-21 11:00",
            now: "2026-11-21 12:00:00", thanks: "2026-11-22T11:00:00Z", question: "2026-12-07T08:00:00Z"),
        Case(
            why: "24 hours over the night in which the clocks go forward", ended: "2026-03-28 15:00",
            now: "2026-03-28 16:00:00", thanks: "2026-03-29T15:00:00Z", question: "2026-04-13T07:00:00Z"),
        Case(
            why: "two weeks over it keep the wall time", ended: "2026-03-23 15:00",
            now: "2026-03-23 16:00:00",
            thanks: "2026-03-24T15:00:00Z", question: "2026-04-06T14:00:00Z"),
        Case(
            why: "24 hours over the night in which the clocks go back", ended: "2026-10-24 15:00",
            now: "2026-10-24 15:00:00", thanks: "2026-10-25T14:00:00Z", question: "2026-11-09T08:00:00Z"),
        Case(
            why: "two weeks over it keep the wall time", ended: "2026-10-20 15:00",
            now: "2026-10-20 15:00:00",
            thanks: "2026-10-21T14:00:00Z", question: "2026-11-03T15:00:00Z"),
        Case(
            why: "the doubled hour is the later one", ended: "2026-10-25 01:30", now: "2026-10-25 09:00:00",
            thanks: "2026-10-26T08:00:00Z", question: "2026-11-09T08:00:00Z"),
        Case(
            why: "an explicit offset means the earlier one", ended: "2026-10-25T01:30+01:00",
            now: "2026-10-25 09:00:00", thanks: "2026-10-26T08:00:00Z", question: "2026-11-09T08:00:00Z"),
        Case(
            why: "decent hours are those of the place of the interview", ended: "2026-11-17 18:00",
            now: "2026-11-18 01:00:00", zone: "America/New_York", thanks: "2026-11-18T23:00:00Z",
            question: "2026-12-01T23:00:00Z"),
    ]

    @Test(arguments: cases)
    func followUpsAreDueInTheZoneOfTheInterview(_ given: Case) throws {
        let ada = try Applicant(at: given.now, etiquette: Self.usual)
        let run = try ada.run(
            Applicant.interview(ended: given.ended, "--time-zone", given.zone, "--yes", "--json"))
        let messages = try run.json()["messages"]
        #expect(messages.items.map(\.["due"].string) == [given.thanks, given.thanks, given.question])
        #expect(messages[0]["nextAttempt"].string == given.thanks)
    }

    @Test func promisedDateCountsWhereItIsLaterThanTheTwoWeeks() throws {
        let ada = try Applicant(etiquette: Self.usual)
        let run = try ada.run(Applicant.interview("--decision-by", "2026-12-10", "--yes", "--json"))
        #expect(try run.json()["messages"][2]["due"] == "2026-12-14T08:00:00Z")
    }

    @Test func holidaysAreNoWorkingDays() throws {
        let ada = try Applicant(etiquette: Self.usual + "  holidays: days.txt\n")
        try ada.scratch.file("home/days.txt", "2026-12-04 # a local one\n")
        let run = try ada.run(Applicant.interview("--yes", "--json"))
        #expect(try run.json()["messages"][2]["due"] == "2026-12-07T08:00:00Z")
    }

    @Test func closedHoursHoldTheSendingBackToo() throws {
        let server = try MailServer()
        let ada = try Applicant(server: server, etiquette: Self.usual)
        try ada.add()
        ada.clock = "2026-11-21 19:30:00"
        #expect(try ada.document("send")["sent"] == [])
        let waiting = try ada.document("queue")[0]
        #expect(waiting["due"] == "2026-11-21T15:00:00Z")
        #expect(waiting["nextAttempt"] == "2026-11-22T08:00:00Z")
        #expect(waiting["reason"]["code"] == "closed-hours")
        ada.clock = "2026-11-22 08:00:00"
        #expect(try ada.document("send")["sent"].items.count == 2)
    }

    @Test func thankYouPastItsWindowIsHeldAndTheUserAsked() throws {
        let server = try MailServer()
        let ada = try Applicant(server: server)
        try ada.add()
        ada.clock = "2026-11-23 15:00:01"
        let late = try ada.run("send", "--json")
        #expect(late.status == 1)
        #expect(try late.json()["held"].items.map(\.["reason"]["code"]) == ["late", "late"])
        #expect(server.mails.isEmpty)
        #expect(try ada.run("release", "1").status == 0)
        #expect(try ada.run("send", "--json").json()["sent"].items.map(\.["id"]) == [1])
    }

    @Test func lastMomentOfTheWindowStillCounts() throws {
        let server = try MailServer()
        let ada = try Applicant(server: server)
        try ada.add()
        ada.clock = "2026-11-23 15:00:00"
        #expect(try ada.run("send").status == 0)
        #expect(server.mails.count == 2)
    }
}
