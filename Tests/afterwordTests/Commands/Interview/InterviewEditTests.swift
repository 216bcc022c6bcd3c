import Testing

@Suite struct InterviewEditTests {
    @Test func talkingPointOfOneMemberRedraftsTheirNoteAlone() throws {
        let ada = try Applicant()
        let before = try ada.add()["messages"]
        let changed = try ada.document("interview", "edit", "1", "--talking-point", "tom@example.org=the tea")
        #expect(changed.items.map(\.["id"]) == [2])
        #expect(changed[0]["state"] == "draft")
        #expect(changed[0]["body"].string.contains("the tea"))
        #expect(try ada.run("show", "1", "--json").json()["body"] == before[0]["body"])
        #expect(try ada.states() == ["1 queued", "2 draft", "3 queued"])
    }

    @Test func wordsOfTheUsersOwnAreKept() throws {
        let ada = try Applicant()
        try ada.add()
        let file = try ada.scratch.file(
            "own.txt", "Dear Hana Lee,\n\nHas a decision been made?\n\nAda Example\n")
        try ada.run("edit", "3", "--body-file", file)
        try ada.run("approve", "3")
        let changed = try ada.document("interview", "edit", "1", "--role", "Senior Data Analyst")
        #expect(changed.items.map(\.["id"]) == [1, 2, 3])
        #expect(changed[2]["body"].string.contains("Has a decision been made?"))
        #expect(try ada.run("approve", "3").status == 0)
        #expect(
            try ada.document("interview", "edit", "1", "--talking-point", "tom@example.org=tea").items.count
                == 1)
        #expect(try ada.state(3) == "queued", "the correction does not touch it")
    }

    @Test func endMovesWhatIsDue() throws {
        let ada = try Applicant()
        try ada.add()
        let changed = try ada.document("interview", "edit", "1", "--ended", "2026-11-19 10:00")
        #expect(
            changed.items.map(\.["due"]) == [
                "2026-11-20T10:00:00Z", "2026-11-20T10:00:00Z", "2026-12-03T10:00:00Z",
            ])
        #expect(try ada.document("interview", "show", "1")["ended"] == "2026-11-19T10:00:00Z")
    }

    @Test func memberWhoWasNotThereIsNotThankedAndTheNewOneIs() throws {
        let ada = try Applicant()
        try ada.add()
        let run = try ada.run(
            "interview", "edit", "1", "--panel", "Jane Okafor <jane.okafor@example.org>", "--panel",
            "Bea Cole <bea@example.org>")
        #expect(run.status == 0)
        // The question names whom one met, so that it is worded anew, and is to be read again.
        #expect(try ada.states() == ["1 queued", "2 cancelled", "4 draft", "3 draft"], "by due time")
        #expect(run.out.contains("this person was not on its panel"))
        #expect(run.out.contains("afterword approve 4 3"))
        let panel = try ada.document("interview", "show", "1")["panel"]
        #expect(panel.items.map(\.["talkingPoint"]) == ["the open-data portal", nil])
    }

    @Test func roleIsRewrittenEverywhere() throws {
        let ada = try Applicant()
        try ada.add()
        let changed = try ada.document("interview", "edit", "1", "--role", "Senior Data Analyst")
        #expect(changed.items.count == 3)
        for message in changed.items { #expect(message["subject"].string.contains("Senior Data Analyst")) }
    }

    @Test func whatWasSentStaysAsItIs() throws {
        let ada = try Applicant(server: MailServer())
        try ada.add()
        ada.clock = Applicant.nextDay
        try ada.run("send")
        let changed = try ada.document("interview", "edit", "1", "--role", "Senior Data Analyst")
        #expect(changed.items.map(\.["id"]) == [3])
        #expect(try ada.state(1) == "sent")
    }

    @Test func badCorrectionChangesNothing() throws {
        let ada = try Applicant()
        try ada.add()
        let before = ada.ledger
        let corrections = [
            ["--ended", "2026-11-20 17:00"], ["--decision-by", "2026-11-01"], ["--talking-point", "bob=tea"],
            ["--role", ""], ["--contact", "Hana <hana@>"],
        ]
        for options in corrections {
            let run = try ada.run(["interview", "edit", "1", "--json"] + options)
            #expect(run.status == 65, "\(run)")
            #expect(run.out.isEmpty && !run.err.isEmpty, "\(run)")
            #expect(ada.ledger == before, "\(options)")
        }
    }

    @Test func sameAgainChangesNothing() throws {
        let ada = try Applicant()
        try ada.add()
        let edit = ["interview", "edit", "1", "--talking-point", "tom@example.org=the tea"]
        try ada.run(edit)
        try ada.run("approve", "2")
        let before = ada.ledger
        let again = try ada.run(edit)
        #expect(again.status == 65)
        #expect(again.err == "afterword: nothing was changed: what you gave is what was there.\n")
        #expect(try ada.state(2) == "queued")
        #expect(ada.ledger == before)
    }

    @Test func interviewThatIsNoneIsNamed() throws {
        let ada = try Applicant()
        for command in [["show", "9"], ["edit", "9", "--role", "Analyst"]] {
            let run = try ada.run(["interview"] + command)
            #expect(run.status == 65)
            #expect(run.err == "afterword: there is no interview number 9; see: afterword interview list\n")
        }
    }

    @Test(arguments: [[], ["--time-zone", "Europe/Paris"]])
    func nothingToMendIsAUsageError(_ options: [String]) throws {
        #expect(try Applicant().run(["interview", "edit", "1"] + options).status == 64)
    }

    @Test func listAndShowHaveTheSameFields() throws {
        let ada = try Applicant()
        #expect(try ada.document("interview", "list") == [])
        #expect(try ada.run("interview", "list").out.hasPrefix("No interview is recorded yet"))
        try ada.add()
        let listed = try ada.document("interview", "list")
        #expect(listed.items == [try ada.document("interview", "show", "1")])
        #expect(
            listed[0].keys == [
                "by", "calledOff", "contact", "contactSay", "contactTalkingPoint", "decisionBy", "ended",
                "id",
                "organisation", "organisationAs", "panel", "recruitment", "role", "roleShort", "standing",
                "timeZone", "viaAgency", "voice",
            ])
        let shown = try ada.run("interview", "show", "1").out
        #expect(
            shown.hasPrefix("Data Analyst, City Library  ended Fri 20 Nov 2026, 15:00 (Europe/London)"))
        #expect(
            shown.contains("panel: Tom Ó Briain <tom@example.org>  #2 – how the team shares its on-call week")
        )
    }
}
