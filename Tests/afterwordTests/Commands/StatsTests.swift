import Testing

@Suite struct StatsTests {
    /// Two thanked; then bad news six days after the interview.
    private func applicant() throws -> Applicant {
        let ada = try Applicant(server: MailServer())
        try ada.add()
        ada.clock = Applicant.nextDay
        try ada.run("send")
        ada.clock = "2026-11-26 09:00:00"
        try ada.run("heard", "1", "--rejected")
        return ada
    }

    @Test func theDocumentHasTheFieldsOfTheContract() throws {
        let stats = try applicant().document("stats")
        #expect(
            stats.keys == [
                "answers", "answersToQuestion", "interviews", "outcomes", "questions", "since", "thankYous",
            ])
        #expect(stats["since"] == nil)
        #expect(stats["interviews"].keys == ["calledOff", "held", "planned", "recruitments"])
        #expect(stats["interviews"]["held"] == 1 && stats["interviews"]["recruitments"] == 1)
        #expect(
            stats["thankYous"].keys == [
                "cancelled", "otherwise", "returned", "sent", "total", "unconfirmed", "waiting",
            ])
        #expect(stats["thankYous"]["sent"] == 2 && stats["thankYous"]["total"] == 2)
        let answers = stats["answers"]
        #expect(answers.keys == ["answered", "medianDays", "open", "total", "withdrew", "within"])
        #expect(answers["total"] == 1 && answers["answered"] == 1 && answers["medianDays"] == 6)
        #expect(answers["within"].items.map { $0["days"] } == [7, 14, 28])
        #expect(answers["within"][0].keys == ["answered", "days", "open", "unanswered", "withdrew"])
        #expect(stats["outcomes"].keys == ["offered", "open", "rejected", "withdrawn"])
        #expect(stats["outcomes"]["rejected"] == 1 && stats["outcomes"]["open"] == 0)
    }

    @Test func peopleReadEachNumberWithWhatItIsAPartOf() throws {
        let run = try applicant().run("stats")
        #expect(run.status == 0 && run.err.isEmpty)
        #expect(run.out.hasPrefix("All interviews on record\n"))
        #expect(run.out.contains("2 of 2"))
        #expect(run.out.contains("1, for 1 role"))
        #expect(run.out.contains("within 7 days") && run.out.contains("1 of 1"))
        #expect(run.out.contains("Half of them had answered after 6 days"))
        #expect(run.out.contains("turned down"))
    }

    @Test func aPeriodBeginsWithItsDayInTheTimeZoneOfTheUser() throws {
        let ada = try applicant()
        #expect(
            try ada.run("stats", "--since", "2026-11-20").out.hasPrefix("Interviews since Fri 20 Nov 2026\n"))
        let later = try ada.run("stats", "--since", "2026-11-21")
        #expect(later.status == 0 && later.out.hasSuffix("No interview is on record for this.\n"))
        #expect(try ada.document("stats", "--since", "2026-11-20")["since"] == "2026-11-20T00:00:00Z")
    }

    @Test func aDayThatIsNoneIsRefused() throws {
        let run = try applicant().run("stats", "--since", "yesterday")
        #expect(run.status == 65 && run.out.isEmpty && run.err.contains("yesterday"))
    }

    @Test func anEmptyLedgerSaysSo() throws {
        let run = try Applicant().run("stats")
        #expect(run.status == 0)
        #expect(run.out == "All interviews on record\nNo interview is on record for this.\n")
    }
}
