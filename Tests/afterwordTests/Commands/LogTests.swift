import Testing

@Suite struct LogTests {
    /// Two on the panel, of whom Jane gets a card.
    private func applicant() throws -> Applicant {
        let ada = try Applicant(server: MailServer())
        try ada.run(
            "interview", "add", "--organisation", "City Library", "--role", "Data Analyst", "--ended",
            "2026-11-20 15:00", "--panel", "Jane Okafor", "--panel", "Tom Ó Briain <tom@example.org>", "--yes"
        )
        return ada
    }

    @Test func postedCardLeavesTheQueueAsSent() throws {
        let ada = try applicant()
        ada.clock = "2026-11-21 17:00:00"
        let logged = try ada.document(
            "log", "--person", "Jane Okafor", "--channel", "post", "--direction", "out")
        #expect(logged["contact"]["channel"] == "post" && logged["contact"]["kind"] == "thank-you")
        #expect(logged["contact"]["againstAdvice"] == false)
        #expect(logged["changed"].items.map(\.["state"]) == ["sent"])
        #expect(try ada.document("queue").items.map(\.["id"]) == [2, 3])
        #expect(try ada.run("audit", "--check").status == 0)
    }

    @Test(arguments: ["email", "in-person"])
    func thanksSaidOtherwiseDoForTheMessage(channel: String) throws {
        let ada = try applicant()
        let logged = try ada.document(
            "log", "--person", "tom@example.org", "--channel", channel, "--direction", "out")
        #expect(logged["changed"].items.map(\.["state"]) == ["cancelled"])
        ada.clock = Applicant.nextDay
        #expect(try ada.document("send")["sent"] == [])
        #expect(try ada.run("release", "2").status == 65, "done is done")
    }

    @Test(arguments: [
        ("phone", [], true, "never telephone"), ("social", [], true, "social networks"),
        ("phone", ["--answering"], false, ""), ("email", [], false, ""),
    ])
    func whatWentAgainstTheAdviceIsKeptAndSaid(
        channel: String, options: [String], isAgainst: Bool, says: String
    ) throws {
        let ada = try applicant()
        let log = ["log", "--person", "Tom Ó Briain", "--channel", channel, "--direction", "out"] + options
        let run = try ada.run(log)
        #expect(run.status == 0)
        #expect(run.out.contains("For next time: ") == isAgainst)
        #expect(says.isEmpty || run.out.contains(says))
        #expect(try ada.document("audit")[0]["againstAdvice"] == .bool(isAgainst))
        let check = try ada.run("audit", "--check")
        #expect(check.status == 0, "manners are no fault of the ledger")
        #expect(check.out.contains("went against the advice") == isAgainst)
    }

    @Test func callToAnAgencyIsFine() throws {
        let ada = try Applicant()
        try ada.run(Applicant.interview("--via-agency", "--yes"))
        let logged = try ada.document(
            "log", "--person", "Hana Lee", "--channel", "phone", "--direction", "out")
        #expect(logged["contact"]["againstAdvice"] == false)
    }

    @Test func anythingIncomingIsHeardAsAReply() throws {
        let ada = try applicant()
        let logged = try ada.document(
            "log", "--person", "Tom Ó Briain", "--channel", "phone", "--direction", "in", "--at",
            "2026-11-20 15:30",
            "--note", "asked for papers")
        #expect(
            logged["contact"]["outcome"] == "replied" && logged["contact"]["detail"] == "asked for papers")
        #expect(logged["contact"]["time"] == "2026-11-20T15:30:00Z")
        #expect(logged["changed"].items.map { "\($0["id"]) \($0["state"])" } == ["3 held"])
    }

    @Test func sameEntryAgainChangesNothingAndSaysSo() throws {
        let ada = try applicant()
        let log = [
            "log", "--person", "Jane Okafor", "--channel", "post", "--direction", "out", "--at",
            "2026-11-20 15:45",
        ]
        try ada.run(log)
        let before = ada.ledger
        let again = try ada.run(log)
        #expect(again.status == 0)
        #expect(
            again.out.hasPrefix("This is on record already: ")
                && again.out.hasSuffix("; nothing was changed.\n"))
        #expect(ada.ledger == before)
    }

    private static let badEntries = [
        (["--person", "Nobody"], "nobody on record is called “Nobody”"),
        (["--at", "2026-11-20 16:01"], "has not come yet"),
        (["--at", "2026-03-29 01:30"], "did not exist in Europe/London"),
        (["--note", "a\u{202E}b"], "U+202E"),
        (["--message", "3"], "message 3 is not to Jane Okafor"),
        (["--message", "9"], "there is no message number 9"),
        (["--recruitment", "9"], "there is no recruitment number 9"),
    ]

    @Test func badEntryIsRefusedAndNothingIsRecorded() throws {
        let ada = try applicant()
        let before = ada.ledger
        for (options, says) in Self.badEntries {
            let person = options.contains("--person") ? [] : ["--person", "Jane Okafor"]
            let run = try ada.run(
                ["log", "--channel", "post", "--direction", "out", "--json"] + person + options)
            #expect(run.status == 65, "\(run)")
            #expect(run.out.isEmpty, "\(run)")
            #expect(run.err.contains(says), "\(run.err)")
            #expect(ada.ledger == before, "\(options)")
        }
    }

    @Test(arguments: [["--channel", "telegram"], ["--direction", "sideways"]])
    func unknownWordIsAUsageError(_ options: [String]) throws {
        let run = try applicant().run(
            ["log", "--person", "Jane Okafor", "--channel", "post", "--direction", "out"] + options)
        #expect(run.status == 64)
        #expect(run.err.contains("'\(options[1])'"))
    }

    @Test func theFutureIsToldInTheZoneOfTheUser() throws {
        let ada = try Applicant(at: "2026-07-01 12:00:00")
        let run = try ada.run(
            "log", "--person", "1", "--channel", "post", "--direction", "out", "--at", "2026-07-01 13:30")
        #expect(run.status == 65)
        #expect(
            run.err
                == "afterword: Wed 1 Jul 2026, 13:30 (Europe/London) has not come yet (it is Wed 1 Jul 2026, 13:00); "
                + "correct --at.\n")
    }
}
