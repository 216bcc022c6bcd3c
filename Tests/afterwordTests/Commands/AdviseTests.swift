import Testing

@Suite struct AdviseTests {
    @Test func adviceFollowsTheDays() throws {
        let ada = try Applicant(server: MailServer())
        #expect(try codes(ada) == ["nothing"])
        try ada.run(Applicant.interview("--json"))
        #expect(try codes(ada) == ["approve", "approve", "approve", "wait", "never-telephone", "no-social"])
        try ada.run("approve", "1", "2", "3")
        #expect(try codes(ada) == ["wait", "never-telephone", "no-social"])
        ada.clock = Applicant.nextDay
        #expect(try codes(ada) == ["send", "send", "wait", "never-telephone", "no-social"])
        try ada.run("send")
        #expect(try codes(ada) == ["wait", "never-telephone", "no-social"])
        ada.clock = Applicant.twoWeeksLater
        #expect(try codes(ada) == ["send"])
        try ada.run("send")
        #expect(try codes(ada) == ["asked", "never-telephone", "no-social"])
        try ada.run("heard", "1", "--offered")
        #expect(try codes(ada) == ["nothing"])
    }

    private func codes(_ ada: Applicant) throws -> [Value] {
        let advice = try ada.document("advise")
        for item in advice.items { #expect(item.keys == ["code", "message", "text"]) }
        #expect(try ada.run("advise").out.split(separator: "\n").count == advice.items.count)
        return advice.items.map(\.["code"])
    }

    @Test func quietTimeSaysUntilWhen() throws {
        let ada = try Applicant(server: MailServer())
        try ada.add()
        let said = try ada.run("advise").out
        #expect(
            said.contains(
                "Leave City Library (Data Analyst) alone until Fri 4 Dec 2026, 15:00 (Europe/London)"))
    }

    /// What it tells the user to type is run as it stands.
    @Test func commandsInTheAdviceWork() throws {
        let ada = try Applicant(server: MailServer())
        try ada.run(
            "interview", "add", "--organisation", "City Library", "--role", "Data Analyst", "--ended",
            "2026-11-20 15:00", "--panel", "Jane Okafor", "--panel", "Tom Ó Briain <tom@example.org>",
            "--json")
        let point = try ada.document("advise").items.map(\.["text"].string).filter {
            $0.contains("--talking-point")
        }
        #expect(point.count == 2)
        #expect(point[0].contains("afterword interview edit 1 --talking-point \"Jane Okafor=…\""))
        #expect(try ada.run("interview", "edit", "1", "--talking-point", "Jane Okafor=tea").status == 0)
        try ada.run("approve", "1", "2", "3")
        ada.clock = Applicant.nextDay
        let card = try ada.document("advise").items.first { $0["code"] == "post-card" }
        #expect(
            card?["text"].string.hasSuffix("afterword log --person 1 --channel post --direction out") == true)
        #expect(try ada.run("log", "--person", "1", "--channel", "post", "--direction", "out").status == 0)
        #expect(try ada.state(1) == "sent")
    }

    @Test func queueSaysWhatMakesADueMessageGo() throws {
        let ada = try Applicant()
        try ada.run(
            "interview", "add", "--organisation", "City Library", "--role", "Data Analyst", "--ended",
            "2026-11-20 15:00", "--panel", "Jane Okafor", "--panel", "Tom Ó Briain <tom@example.org>", "--yes"
        )
        #expect(try !ada.run("queue").out.contains("It goes with the next"))
        ada.clock = Applicant.nextDay
        let queue = try ada.run("queue").out
        #expect(queue.contains("   It goes with the next: afterword send\n"))
        #expect(
            queue.contains(
                "   Print it with: afterword card 1 > card.html; post it, then: afterword log --person 1 "))
    }

    /// Nobody else would tell: a card is not in any report of `send`.
    @Test func cardThatIsLateAsksForADecision() throws {
        let ada = try Applicant()
        try ada.run(
            "interview", "add", "--organisation", "City Library", "--role", "Data Analyst", "--ended",
            "2026-11-20 15:00", "--panel", "Jane Okafor", "--yes")
        ada.clock = "2026-11-25 15:00:00"
        #expect(try codes(ada).first == "settle")
        #expect(try ada.run("release", "1").status == 0)
        #expect(try codes(ada).first == "post-card")
    }

    @Test func heldMessageAsksForADecision() throws {
        let ada = try Applicant()
        try ada.add()
        ada.clock = "2026-11-25 15:00:00"
        try ada.run("send")
        let settle = try ada.document("advise").items.filter { $0["code"] == "settle" }
        #expect(settle.map(\.["message"]) == [1, 2])
        #expect(settle[0]["text"].string.contains("afterword release 1, or: afterword cancel 1"))
    }

    @Test func thanksInTheQueueAreNoReasonToWorry() throws {
        let ada = try Applicant(server: MailServer())
        try ada.add()
        let thanks =
            "afterword heard 1 --help. The thank-yous that are queued go when they are due, with: afterword send (or leave "
            + "afterword run running).\n"
        #expect(try ada.run("advise").out.contains(thanks))
        ada.clock = Applicant.nextDay
        try ada.run("send")
        #expect(try ada.run("advise").out.contains("afterword heard 1 --help\n"))
    }

    @Test func whoWasAskedIsLeftInPeace() throws {
        let ada = try Applicant(server: MailServer())
        try ada.add()
        for day in [Applicant.nextDay, Applicant.twoWeeksLater] {
            ada.clock = day
            try ada.run("send")
        }
        #expect(
            try ada.run("advise").out.contains(
                "You have asked City Library (Data Analyst); leave them in peace now. When you hear: "
                    + "afterword heard 1 --help\n"))
        #expect(try ada.document("advise")[0]["message"] == 3)
    }
}
