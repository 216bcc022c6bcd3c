import Foundation
import Testing

/// `send` against a server in every mood: what it prints, how it ends, and what it leaves behind.
@Suite struct SendTests {
    struct Mood: CustomTestStringConvertible {
        let why: String
        let status: Int32
        let states: [String]
        let manners: MailServer.Manners
        var says = ""
        var testDescription: String { why }

        init(
            _ why: String, _ status: Int32, _ states: [String], says: String = "",
            _ change: (inout MailServer.Manners) -> Void
        ) {
            (self.why, self.status, self.states, self.says) = (why, status, states, says)
            var manners = MailServer.Manners()
            change(&manners)
            self.manners = manners
        }
    }

    static let moods = [
        Mood("all is well", 0, ["sent", "sent"]) { _ in },
        Mood("one recipient is unknown", 1, ["refused", "sent"]) {
            $0.recipients = ["jane": "550 5.1.1 no such user"]
        },
        Mood("one recipient is grey-listed", 75, ["queued", "sent"]) {
            $0.recipients = ["jane": "451 4.7.1 later"]
        },
        Mood("one text is refused", 1, ["refused", "sent"]) {
            $0.recipients = ["jane": "554 5.7.1 it smells of spam"]
        },
        Mood(
            "every text is refused in the same words", 78, ["refused", "queued"],
            says: "has refused messages to two people in the same words"
        ) { $0.body = "554 5.7.1 it smells of spam" },
        Mood("one answer is lost", 1, ["unconfirmed", "sent"]) { $0.falters = "jane" },
        Mood("two answers are lost", 69, ["unconfirmed", "unconfirmed"], says: "closed the connection") {
            $0.body = nil
        },
        Mood("the sender is refused", 78, ["queued", "queued"], says: "refused your address as the sender") {
            $0.sender = "550 5.7.1 not yours"
        },
        Mood("it takes nothing just now", 75, ["queued", "queued"], says: "is taking no mail just now") {
            $0.greeting = "421 4.3.2 closing"
        },
    ]

    @Test(arguments: moods)
    func outcomeDecidesExitCodeAndState(_ mood: Mood) throws {
        let server = try MailServer(mood.manners)
        let ada = try Applicant(server: server)
        try ada.add()
        ada.clock = Applicant.nextDay
        let run = try ada.run("send", "--json")
        #expect(run.status == mood.status, "\(run)")
        #expect(mood.says.isEmpty ? run.err.isEmpty : run.err.contains(mood.says), "\(run.err)")
        #expect(try run.json().keys == ["deferred", "held", "refused", "sent", "unconfirmed"])
        #expect(try [1, 2].map(ada.state) == mood.states)
        #expect(try ada.run("audit", "--check").status == 0)
    }

    /// Said at RCPT, as Postfix says it by default: twelve kinds of it.
    @Test(
        arguments: [
            ("553 5.7.1 <ada@example.org>: Sender address rejected: not owned by user ada", 78),
            ("554 5.2.252 SendAsDenied; ada@outlook.com not allowed to send as ada@example.org", 78),
            ("504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname", 78),
            ("550 5.4.5 Daily user sending limit exceeded. x12sm1.7 - gsmtp", 75),
            ("554 5.7.1 Relay access denied", 78), ("530 5.7.0 Authentication Required", 78),
            ("550 5.7.1 Your account has been suspended", 78), ("554 5.1.8 Email Outgoing Blocked", 78),
            ("450 4.7.1 Mail send limit exceeded.", 75), ("550 5.7.1 limit exceeded", 75),
            ("554 5.7.1 Recipient address rejected: Email Sending Quota Exceeded", 75),
            ("550 Domain example.org has exceeded the max emails per hour (125/100) allowed.", 75),
        ] as [(String, Int32)], [true, false])
    func aRefusalOfTheAccountIsBookedOnNobody(said: (reply: String, status: Int32), atTheEnd: Bool) throws {
        let server = try MailServer(
            atTheEnd
                ? MailServer.Manners(body: said.reply)
                : MailServer.Manners(recipients: ["jane": said.reply, "tom": said.reply]))
        let ada = try Applicant(server: server)
        try ada.add()
        ada.clock = Applicant.nextDay
        let run = try ada.run("send", "--json")
        #expect(run.status == said.status, "\(run)")
        #expect(try ada.states() == ["1 queued", "2 queued", "3 queued"])
        // By the text the other one of two connections may have begun.
        #expect(
            (1...(atTheEnd ? 2 : 1)).contains(server.lines.count { $0.hasPrefix("RCPT") }), "the run stops")
        // The account is named, and so is the server.
        #expect(run.err.contains("ada@example.org") && run.err.contains("127.0.0.1:"), "\(run.err)")
        let advice = try ada.document("advise")
        #expect(advice.items.filter { $0["code"] == "overdue" }.map(\.["message"]) == [1, 2])
        #expect(try ada.run("audit", "--check").status == 0)
    }

    @Test func serverThatIsDownIsUnavailableAndNothingIsLost() throws {
        let ada = try Applicant()
        try ada.add()
        ada.clock = Applicant.nextDay
        let down = try ada.run("send")
        #expect(down.status == 69)
        #expect(down.err.contains("127.0.0.1:1 can't be reached"))
        #expect(try ada.states() == ["1 queued", "2 queued", "3 queued"])
        // A minute, a tenth more or less.
        let next = try ada.document("queue")[0]["nextAttempt"].string
        #expect("2026-11-21T15:00:54Z"..."2026-11-21T15:01:06Z" ~= next)
        #expect(try ada.run("send").out.hasPrefix("Nothing is due. "))
    }

    @Test func everyWordOfTheServerIsKept() throws {
        let server = try MailServer(MailServer.Manners(recipients: ["tom": "550 5.1.1 no such user here"]))
        let ada = try Applicant(server: server)
        try ada.add()
        ada.clock = Applicant.nextDay
        let report = try ada.run("send", "--json").json()
        let (sent, refused) = (report["sent"][0]["attempts"][0], report["refused"][0]["attempts"][0])
        #expect(sent.keys == ["code", "ended", "outcome", "reply", "started"])
        #expect(
            sent["code"] == 250 && sent["outcome"] == "sent"
                && sent["reply"].string.contains("queued as 4711"))
        #expect(refused["code"] == 550 && refused["outcome"] == "refused")
        #expect(report["refused"][0]["reason"]["text"].string.contains("no such user here"))
        #expect(try ada.run("audit").out.contains("queued as 4711"))
    }

    @Test func refusedLoginStopsTheRunAndGivesNothingAway() throws {
        let server = try MailServer(MailServer.Manners(login: "535 5.7.8 bad credentials", offersLogin: true))
        let ada = try Applicant(server: server, smtp: "  user: ada\n  password_file: secret\n")
        try ada.scratch.file("home/secret", "hunter2\n")
        try ada.add()
        ada.clock = Applicant.nextDay
        let run = try ada.run("send")
        #expect(run.status == 78)
        #expect(run.err.contains("refused the login: “535"))
        #expect(!(run.out + run.err).contains("hunter2"))
        #expect(server.lines.filter { $0.hasPrefix("AUTH") }.count == 1, "accounts get locked")
        #expect(!server.lines.contains { $0.hasPrefix("MAIL") })
        #expect(try ada.states() == ["1 queued", "2 queued", "3 queued"])
    }

    @Test func passwordGoesToTheServerAndNowhereElse() throws {
        let server = try MailServer(MailServer.Manners(offersLogin: true))
        let ada = try Applicant(server: server, smtp: "  user: ada\n  password_command: echo hunter2\n")
        try ada.add()
        ada.clock = Applicant.nextDay
        let run = try ada.run("send")
        #expect(run.status == 0)
        let login = Data("\0ada\0hunter2".utf8).base64EncodedString()
        #expect(server.lines.contains(login))
        let all = try [run, ada.run("doctor"), ada.run("queue", "--all"), ada.run("show", "1")]
        for run in all { #expect(!(run.out + run.err).contains("hunter2")) }
        #expect(String(decoding: ada.ledger, as: UTF8.self).contains("hunter2") == false)
    }

    @Test func serverWithoutLoginGetsNothingWhereOneIsConfigured() throws {
        let server = try MailServer()
        let ada = try Applicant(server: server, smtp: "  user: ada\n  password_command: echo hunter2\n")
        try ada.add()
        ada.clock = Applicant.nextDay
        let run = try ada.run("send")
        #expect(run.status == 78)
        #expect(run.err.contains("offers no login"))
        #expect(server.mails.isEmpty)
        #expect(!server.lines.contains { $0.hasPrefix("MAIL") })
    }

    @Test func heldMessagesAreSaidEveryTime() throws {
        let server = try MailServer()
        let ada = try Applicant(server: server)
        try ada.add()
        try ada.run("hold", "1")
        ada.clock = Applicant.nextDay
        for sent in [[2], []] as [[Value]] {
            let run = try ada.run("send", "--json")
            #expect(run.status == 1)
            #expect(try run.json()["held"].items.map(\.["id"]) == [1])
            #expect(try run.json()["sent"].items.map(\.["id"]) == sent)
        }
    }

    @Test func secondSenderLeavesItToTheFirst() throws {
        let ada = try Applicant()
        try ada.add()
        let folder = open(ada.home, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { close(folder) }
        #expect(flock(folder, LOCK_EX | LOCK_NB) == 0)
        let run = try ada.run("send")
        #expect(run.status == 75)
        #expect(run.err == "afterword: another Afterword is sending just now, so this one did nothing.\n")
    }

    @Test func cardIsNeverMailed() throws {
        let server = try MailServer()
        let ada = try Applicant(server: server)
        try ada.run(
            "interview", "add", "--organisation", "City Library", "--role", "Data Analyst", "--ended",
            "2026-11-20 15:00", "--panel", "Jane Okafor", "--yes")
        ada.clock = Applicant.nextDay
        #expect(try ada.run("send").out.hasPrefix("Nothing is due."))
        #expect(try ada.run("advise").out.contains("afterword card 1 > card.html"))
        #expect(server.lines.isEmpty)
    }

    @Test func nextIsAnEmailThatIsStillToCome() throws {
        let ada = try Applicant(server: MailServer())
        try ada.run(
            "interview", "add", "--organisation", "City Library", "--role", "Data Analyst", "--ended",
            "2026-11-20 14:00", "--panel", "Bo Lind", "--yes")
        #expect(try ada.run("send").out == "Nothing is due. No email is waiting for a later time.\n")
        try ada.add()
        let next = "Nothing is due. Next: 2 messages wait until Sat 21 Nov 2026, 15:00 (Europe/London).\n"
        #expect(try ada.run("send").out == next)
        // The card is due by now, and stays.
        ada.clock = "2026-11-21 14:30:00"
        #expect(try ada.run("send").out == next)
        ada.clock = Applicant.nextDay
        try ada.run("send")
        #expect(
            try ada.run("send").out
                == "Nothing is due. Next: question about the decision to Hana Lee, Fri 4 Dec 2026, 15:00 (Europe/London).\n"
        )
    }

    @Test func stoppedRunIsTold() throws {
        let ada = try Applicant(
            server: MailServer(), smtp: "  user: ada\n  password_command: echo hunter2\n")
        try ada.add()
        ada.clock = Applicant.nextDay
        try ada.run("send")
        let shown = try ada.run("show", "1").out
        #expect(shown.contains("stopped: the server offers no login that can be used"))
        #expect(!shown.contains("authNotOffered"))
    }

    @Test func deferredMessageSaysHowToTrySooner() throws {
        let server = try MailServer(MailServer.Manners(recipients: ["jane": "451 later"]))
        let ada = try Applicant(server: server)
        try ada.add()
        ada.clock = Applicant.nextDay
        let sent = try ada.run("send").out
        let queue = try ada.run("queue").out
        for text in [sent, queue, try ada.run("show", "1").out] {
            #expect(text.contains("could not take it yet; it will be tried again Sat 21 Nov 2026, 15:"))
            #expect(text.contains("(to have it tried with the next sending: afterword release 1)\n"))
        }
    }
}
