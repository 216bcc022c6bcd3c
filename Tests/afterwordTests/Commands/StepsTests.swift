import Testing

/// `approve`, `hold`, `release`, `cancel`, `resolve`: each step, and what it may not do.
@Suite struct StepsTests {
    @Test(arguments: [
        (["hold", "1"], "held", ["release", "1"], "queued"),
        (["cancel", "1"], "cancelled", ["release", "1"], "draft"),
    ])
    func stepIsTakenBackByRelease(step: [String], state: String, back: [String], restored: String) throws {
        let ada = try Applicant()
        try ada.add()
        #expect(try ada.document(step[0], step[1])[0]["state"].string == state)
        #expect(try ada.document(back[0], back[1])[0]["state"].string == restored)
    }

    @Test(arguments: ["hold", "cancel"])
    func sameStepAgainChangesNothingAndSaysSo(step: String) throws {
        let ada = try Applicant()
        try ada.add()
        #expect(
            try ada.run(step, "1").out.contains("You stopped it (Fri 20 Nov 2026, 16:00 (Europe/London))."))
        let before = ada.ledger
        let again = try ada.run(step, "1")
        #expect(again.status == 65)
        #expect(again.err.hasPrefix("afterword: you can't \(step) it: message 1 is "))
        #expect(ada.ledger == before)
    }

    @Test func severalMessagesAreStepOneOrNone() throws {
        let ada = try Applicant()
        try ada.add()
        try ada.run("cancel", "2")
        let before = ada.ledger
        let run = try ada.run("hold", "1", "2", "--json")
        #expect(run.status == 65)
        #expect(run.out.isEmpty)
        #expect(
            run.err
                == "afterword: you can't hold it: message 2 is cancelled; to undo that: afterword release 2\n"
        )
        #expect(ada.ledger == before)
        #expect(try ada.run("hold", "1", "3").status == 0)
    }

    /// Named twice is meant once.
    @Test(arguments: [
        (["hold", "1", "1"], "held", 1), (["cancel", "1", "2", "1"], "cancelled", 2),
        (["approve", "1", "1"], "queued", 1),
        (["release", "2", "2", "2"], "queued", 1),
    ])
    func aMessageThatIsNamedTwiceIsTakenOnce(step: [String], state: String, count: Int) throws {
        let ada = try Applicant()
        try ada.add()
        let run = try ada.run(step + ["--json"])
        #expect(run.status == 0, "\(run)")
        #expect(try run.json().items.map(\.["state"].string) == Array(repeating: state, count: count))
    }

    @Test(arguments: ["release", "approve"])
    func whatWasRefusedSaysItsWayOut(step: String) throws {
        let server = try MailServer(MailServer.Manners(recipients: ["jane": "550 5.1.1 no such user"]))
        let ada = try Applicant(server: server)
        try ada.add()
        ada.clock = Applicant.nextDay
        try ada.run("send")
        let run = try ada.run(step, "1")
        #expect(run.status == 65)
        for command in [
            "afterword show 1", "afterword person edit", "afterword edit 1", "afterword approve 1",
            "afterword cancel 1",
        ] { #expect(run.err.contains(command), "\(run.err)") }
        // The way that it names is one.
        server.behave { $0.recipients = [:] }
        #expect(try ada.run("edit", "1", "--subject", "Thank you – Data Analyst interview").status == 0)
        #expect(try ada.run("approve", "1").status == 0)
        ada.clock = "2026-11-21 16:00:00"
        #expect(try ada.run("send").status == 0)
    }

    @Test func approvingWhatIsQueuedChangesNothing() throws {
        let ada = try Applicant()
        try ada.add()
        let before = ada.ledger
        let again = try ada.run("approve", "1", "2", "3")
        #expect(again.status == 0)
        #expect(again.out.contains("[queued]"))
        #expect(ada.ledger == before)
    }

    @Test(arguments: ["approve", "hold", "release", "cancel"])
    func messageThatIsNoneIsNamed(step: String) throws {
        let run = try Applicant().run(step, "9")
        #expect(run.status == 65)
        #expect(run.err == "afterword: there is no message number 9; see: afterword queue --all\n")
    }

    @Test(arguments: ["approve", "hold", "release", "cancel", "edit --subject x"])
    func whatWasSentStaysAsItIs(step: String) throws {
        let ada = try Applicant(server: MailServer())
        try ada.add()
        ada.clock = Applicant.nextDay
        try ada.run("send")
        let before = ada.ledger
        let words = step.split(separator: " ").map(String.init)
        let run = try ada.run([words[0], "1"] + words.dropFirst())
        #expect(run.status == 65)
        #expect(
            run.err
                == "afterword: you can't \(words[0]) it: message 1 is sent, and what was sent stays as it is.\n"
        )
        #expect(ada.ledger == before)
    }

    @Test func unknownFindingCannotBeIgnored() throws {
        let ada = try Applicant()
        try ada.run(Applicant.interview("--json"))
        let run = try ada.run("approve", "1", "--ignore", "everything")
        #expect(run.status == 65)
        #expect(run.err.hasPrefix("afterword: “everything” can't be ignored; allowed: "))
        #expect(try ada.state(1) == "draft")
    }

    @Test func endedRecruitmentCannotBeReleased() throws {
        let ada = try Applicant()
        try ada.add()
        try ada.run("heard", "1", "--offered")
        let run = try ada.run("release", "1")
        #expect(run.status == 65)
        #expect(
            run.err.contains(
                "message 1 stays as it is: You have an offer from them, so this is not sent."))
    }

    /// Jane's answer is lost; Tom's is not.
    private func applicantInDoubt() throws -> Applicant {
        let ada = try Applicant(server: MailServer(MailServer.Manners(falters: "jane")))
        try ada.add()
        ada.clock = Applicant.nextDay
        let run = try ada.run("send")
        #expect(run.status == 1)
        #expect(run.out.contains("Unconfirmed: they may have arrived:"))
        return ada
    }

    @Test func doubtIsNeverResolvedByTheProgram() throws {
        let ada = try applicantInDoubt()
        ada.clock = "2026-11-22 15:00:00"
        #expect(try ada.document("send")["sent"] == [])
        #expect(try ada.state(1) == "unconfirmed")
        #expect(
            try ada.run("advise").out.contains(
                "Find out whether the thank-you to Jane Okafor (message 1) arrived"))
        for step in ["approve", "release", "cancel", "hold"] {
            let run = try ada.run(step, "1")
            #expect(run.status == 65)
            #expect(run.err.contains("afterword resolve 1 --delivered or --not-delivered"))
        }
    }

    @Test func deliveredIsSentWithItsOneContact() throws {
        let ada = try applicantInDoubt()
        ada.clock = "2026-11-22 15:00:00"
        let settled = try ada.document("resolve", "1", "--delivered")
        #expect(settled.items.map(\.["state"]) == ["sent"])
        #expect(
            try ada.document("audit", "--person", "Jane Okafor").items.map(\.["time"]) == [
                "2026-11-21T15:00:00Z"
            ])
        #expect(try ada.run("audit", "--check").status == 0)
        #expect(try ada.run("resolve", "1", "--delivered").status == 65)
    }

    @Test func notDeliveredIsHeldAndGoesAgainUnderTheSameMessageID() throws {
        let server = try MailServer(MailServer.Manners(falters: "jane"))
        let ada = try Applicant(server: server)
        try ada.add()
        ada.clock = Applicant.nextDay
        try ada.run("send")
        #expect(try ada.run("resolve", "1", "--not-delivered").status == 0)
        #expect(try ada.state(1) == "held")
        #expect(try ada.run("release", "1").status == 0)
        server.behave { $0.falters = "nobody" }
        #expect(try ada.document("send")["sent"].items.map(\.["id"]) == [1])
        let ids = server.mails.filter { $0.to.contains("jane") }.map { $0.header("Message-ID") }
        #expect(ids.count == 2 && ids[0] == ids[1])
    }

    @Test(arguments: [[], ["--delivered", "--not-delivered"]])
    func resolvingTakesOneAnswer(_ options: [String]) throws {
        #expect(try Applicant().run(["resolve", "1"] + options).status == 64)
    }
}
