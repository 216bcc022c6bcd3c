import Foundation
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
        #expect(try ada.run("advise").out.count { $0 == "•" } == advice.items.count)
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
            card?["text"].string.hasSuffix("afterword posted 1") == true)
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
                "   Print it with: afterword card 1 > card.html; post it, then: afterword posted 1\n"))
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
            "\n\nThank-yous are queued. Nothing will be sent by itself. To have each message sent when it is due: "
            + "afterword service install. Or send what is due yourself, each day: afterword send\n"
        #expect(try ada.run("advise").out.contains(thanks))
        ada.clock = Applicant.nextDay
        try ada.run("send")
        #expect(try ada.run("advise").out.contains("record it: afterword heard 1\n"))
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
                "You have asked City Library (Data Analyst). Now wait for their answer. When you hear from them, record it: "
                    + "afterword heard 1\n"))
        #expect(try ada.document("advise")[0]["message"] == 3)
    }

    // MARK: - What is overdue

    private func overdue(_ ada: Applicant) throws -> [String] {
        try ada.document("advise").items.filter { $0["code"] == "overdue" }.map(\.["text"].string)
    }

    @Test func whereNothingIsRunningAnOverdueNoteSaysSo() throws {
        let ada = try Applicant(server: MailServer())
        try ada.add()
        ada.clock = "2026-11-21 18:00:00"
        let said = try overdue(ada)
        #expect(said.count == 2)
        for part in [
            "the thank-you to Jane Okafor", "City Library (Data Analyst)", "since Sat 21 Nov 2026, 15:00",
            "until Mon 23 Nov 2026, 15:00", "Nothing will be sent by itself", "afterword send",
            "afterword service install",
        ] { #expect(said[0].contains(part), "\(said[0])") }
        #expect(try !ada.run("advise").out.contains("by themselves"))
    }

    @Test func whereTheServerIsDownItSaysThatAndWhenItIsTriedAgain() throws {
        let ada = try Applicant()
        try ada.add()
        ada.clock = Applicant.nextDay
        try ada.run("send")
        let said = try overdue(ada)
        #expect(said.count == 2)
        #expect(
            said[0].contains("The server could not take it yet; it will be tried again Sat 21 Nov 2026, 15:0")
        )
        #expect(said[0].contains("To try sooner: afterword release 1, then: afterword send"))
        #expect(try !ada.run("advise").out.contains("by themselves"))
    }

    @Test func whereTheMailboxIsNotReadTheQuestionIsOverdueAndTheMailboxNamed() throws {
        let ada = try Applicant(
            server: MailServer(), smtp: "imap:\n  url: maildir:Maildir\n  save_sent: never\n")
        try ada.add()
        ada.clock = Applicant.nextDay
        try ada.run("send")
        ada.clock = Applicant.twoWeeksLater
        try ada.run("send")
        let all = try ada.document("advise")
        #expect(all.items.map(\.["code"]) == ["mailbox-unread", "overdue"])
        #expect(all[0]["text"].string.hasPrefix("Your mailbox has not been read since Fri 4 Dec 2026, 15:00"))
        let said = all[1]["text"].string
        #expect(said.contains("Your mailbox could not be read") && said.contains("Maildir"))
        #expect(said.contains("it will be tried again Fri 4 Dec 2026, 15:05"))
        #expect(try ada.run("queue").out.contains("Your mailbox has not been read since"))
        // Once it is there, nothing of that is said.
        _ = try Letterbox(ada.home + "/Maildir")
        ada.clock = "2026-12-04 15:06:00"
        #expect(try ada.run("send").status == 0)
        #expect(try codes(ada).first == "asked")
    }

    @Test func whereTheLoginIsRefusedItSaysThat() throws {
        let server = try MailServer(MailServer.Manners(login: "535 5.7.8 bad credentials", offersLogin: true))
        let ada = try Applicant(server: server, smtp: "  user: ada\n  password_command: echo hunter2\n")
        try ada.add()
        ada.clock = Applicant.nextDay
        try ada.run("send")
        let said = try overdue(ada)
        #expect(said.count == 2)
        #expect(
            said.allSatisfy { $0.contains("535 5.7.8 bad credentials") && $0.contains("afterword doctor") })
    }

    @Test func aZoneThatThisMachineDoesNotKnowIsATaskForItsRecruitmentAlone() throws {
        let server = try MailServer()
        let ada = try Applicant(server: server)
        try ada.add()
        try ada.run(
            "interview", "add", "--organisation", "Harbour Trust", "--role", "Archivist", "--ended",
            "2026-11-20 15:00", "--time-zone", "Europe/Vienna", "--panel", "Bo Lind <bo@harbour.test>",
            "--talking-point", "bo@harbour.test=the quays", "--yes")
        let change = Process()
        change.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        change.arguments = [
            "python3", "-c",
            "import sqlite3,sys; c = sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()",
            ada.database, "UPDATE interview SET zone = 'Atlantis/Capital' WHERE id = 1",
        ]
        try change.run()
        change.waitUntilExit()
        try #require(change.terminationStatus == 0)
        ada.clock = Applicant.nextDay
        #expect(try ada.run("send").status == 0)
        #expect(server.mails.map(\.to) == ["bo@harbour.test"])
        let said = try overdue(ada)
        #expect(
            said.count == 2 && said.allSatisfy { $0.contains("“Atlantis/Capital”") && $0.contains("tzdata") })
        for command in [["queue"], ["interview", "list"], ["audit"], ["export"], ["show", "1"]] {
            #expect(try ada.run(command).status == 0)
        }
    }
}
