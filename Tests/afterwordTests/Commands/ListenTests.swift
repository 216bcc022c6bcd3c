import Foundation
import Testing

/// The mailbox, read by the program that users run; a Maildir, which needs no server.
@Suite struct ListenTests {
    private let server: MailServer
    private let ada: Applicant
    private let box: Letterbox
    private static let later = "2026-11-23 10:00:00"

    /// The thank-yous have gone: message 1 to Jane, 2 to Tom; the question to Hana, message 3, is queued.
    init() throws {
        server = try MailServer()
        ada = try Applicant(server: server, smtp: "imap:\n  url: maildir:Maildir\n  save_sent: never\n")
        box = try ada.thanks(until: Self.later)
    }

    private func messageID(_ index: Int) throws -> String {
        try #require(server.mails[index].header("Message-ID"))
    }

    private func put(_ mail: String, _ name: String = "1.a.host") throws {
        try box.put(mail, name, at: "2026-11-22 10:00:00")
    }

    @Test func aReplyIsToldAndHoldsTheQuestion() throws {
        try put(
            Incoming.reply(
                "r1@example.org", to: messageID(0),
                body: "Dear Ada,\n\nUnfortunately we have decided to go with another candidate.\n\nJane"))
        let facts = try ada.document("listen")
        #expect(facts.items.count == 1)
        let fact = facts[0]
        #expect(
            fact.keys == [
                "evidence", "id", "meaning", "message", "person", "recruitment", "returns", "subject",
                "suggestion",
                "time", "words",
            ])
        #expect(fact["meaning"] == "reply" && fact["message"] == 1 && fact["recruitment"] == 1)
        #expect(fact["person"]["name"] == "Jane Okafor" && fact["time"] == "2026-11-22T09:00:00Z")
        #expect(fact["suggestion"]["kind"] == "rejection" && fact["returns"] == .null)
        #expect(try ada.state(3) == "held")
        #expect(try ada.document("listen") == [])
        #expect(try box.names() == ["1.a.host"])
        #expect(try ada.document("audit", "--channel", "email").items.last?["messageID"] == "r1@example.org")
        // The question that follows is answered by what the advice says.
        let advice = try ada.document("advise")[0]
        #expect(advice["code"] == "mail")
        #expect(advice["text"].string.contains("Jane Okafor has written about City Library (Data Analyst)"))
        #expect(advice["text"].string.contains("afterword heard 1 --replied"))
        #expect(try ada.run("heard", "1", "--rejected").status == 0)
        #expect(try ada.document("advise").items.allSatisfy { $0["code"] != "mail" })
        // A request for feedback goes out as an answer to that mail.
        let request = try ada.document("show", "4")
        #expect(request["subject"] == "Re: Thank you" && request["to"]["name"] == "Jane Okafor")
        try ada.run("approve", "4")
        ada.clock = "2026-11-24 12:00:00"
        #expect(try ada.run("send").status == 0)
        let mail = try #require(server.mails.last)
        #expect(mail.header("In-Reply-To") == "<r1@example.org>")
        #expect(mail.header("Subject") == "Re: Thank you")
        #expect(try ada.run("audit", "--check").status == 0)
    }

    @Test func aStrangerWithOurMessageIDHasPerhapsAnswered() throws {
        try put(Incoming.reply("f@evil.test", to: messageID(0), from: "HR <hr@evil.test>"))
        let run = try ada.run("listen")
        #expect(run.out.hasPrefix("HR <hr@evil.test> may have answered about Data Analyst, City Library"))
        #expect(run.out.contains("the address hr@evil.test is not known"))
        #expect(try ada.document("show", "3")["reason"]["code"] == "possible-reply")
        let set = try ada.run("heard", "1", "--not-them")
        #expect(set.status == 0 && set.out.hasPrefix("Set aside: the mail “Re: Thank you”."))
        #expect(try ada.state(3) == "queued")
    }

    @Test func whatCameBackIsToldAndCanBeMended() throws {
        try put(Incoming.bounce("b@mx.example.org", of: messageID(0), to: "jane.okafor@example.org"))
        let run = try ada.run("listen")
        #expect(run.out.hasPrefix("Your message to Jane Okafor came back: nobody has that address"))
        #expect(try ada.state(1) == "bounced")
        #expect(try ada.run("queue").out.contains("1  thank-you to Jane Okafor"))
        #expect(try ada.run("person", "show", "1").out.contains("mail to jane.okafor@example.org came back"))
        let audit = try ada.run("audit").out
        #expect(audit.contains("came back") && audit.contains("550 5.1.1 no such user"))
        #expect(try ada.run("audit", "--check").status == 0)
        let mended = try ada.run("person", "edit", "1", "--address", "jane.o@example.org")
        #expect(mended.out.contains("1  thank-you to Jane Okafor <jane.o@example.org>  [draft]"))
        try ada.run("approve", "1")
        #expect(try ada.run("send").status == 0)
        #expect(server.mails.last?.to == "jane.o@example.org")
        #expect(try ada.run("audit", "--check").status == 0)
    }

    /// Its report part was lost on the way.
    @Test func aDelayChangesNothing() throws {
        try put(
            """
            Return-Path: <>
            From: MAILER-DAEMON@mx.example.org (Mail Delivery System)
            To: ada@example.org
            Subject: Delayed Mail (still being retried)
            Message-ID: <d@mx.example.org>
            Date: Sun, 22 Nov 2026 09:00:00 +0000

            # THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #

            Your message could not be delivered for more than 2 hour(s).
            It will be retried until it is 4 day(s) old.

            <jane.okafor@example.org>: connect to mx.example.org[192.0.2.2]:25: No route to host

            """)
        #expect(try ada.run("listen").status == 0)
        #expect(try ada.state(1) == "sent")
    }

    @Test func aFullMailboxSendsNobodyAfterAnotherAddress() throws {
        let notice = try Incoming.bounce("b@mx.example.org", of: messageID(0), to: "jane.okafor@example.org")
        try put(notice.replacing("550 5.1.1 no such user", with: "550 Receiving User is Over Quota"))
        let run = try ada.run("listen")
        #expect(run.out.hasPrefix("Your message to Jane Okafor came back: the mailbox is full"), "\(run)")
        let all =
            try run.out + ada.run("advise").out + ada.run("show", "1").out
            + ada.run("person", "show", "1").out
        #expect(
            !all.contains("spelt") && !all.contains("end the address") && !all.contains("person edit"),
            "\(all)")
    }

    @Test func anAutomaticAnswerChangesNothing() throws {
        try put(Incoming.vacation("v@example.org", to: messageID(0)))
        let fact = try ada.document("listen")[0]
        #expect(fact["meaning"] == "automatic" && fact["returns"] == "2026-12-07")
        #expect(try ada.state(3) == "queued")
        #expect(try ada.document("audit").items.last?["outcome"] == "automatic")
    }

    /// Nothing of a mail reaches the terminal but what can be seen.
    @Test(arguments: ["listen", "advise", "audit"])
    func noControlCharacterOfAMailReachesTheTerminal(command: String) throws {
        let escape = "\u{1B}[31m\u{202E}"
        try put(
            Incoming.reply(
                "r1@example.org", from: "\"Jane\(escape)Okafor\" <jane.okafor@example.org>",
                subject: "Re: \(escape)you", body: "Unfortunately \(escape) we chose another candidate.\u{07}"
            ))
        let first = try ada.run("listen")
        let out = command == "listen" ? first.out : try ada.run(command).out
        #expect(first.out.contains("Jane Okafor"))
        #expect(!out.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
    }

    // MARK: - Before the question goes

    @Test func theMailboxIsReadOnceMoreBeforeTheQuestionGoes() throws {
        ada.clock = Applicant.twoWeeksLater
        try put(Incoming.reply("r1@example.org", to: messageID(0)))
        let run = try ada.run("send")
        #expect(run.status == 1)
        #expect(try ada.state(3) == "held")
        #expect(server.mails.count == 2)
    }

    @Test func withNothingNewTheQuestionGoes() throws {
        ada.clock = Applicant.twoWeeksLater
        #expect(try ada.run("send").status == 0)
        #expect(server.mails.count == 3)
    }

    @Test func whatCannotBeReadKeepsTheQuestionAndNothingElse() throws {
        try ada.run(
            "interview", "add", "--organisation", "Harbour Trust", "--role", "Archivist", "--ended",
            "2026-11-22 15:00", "--panel", "Bo Lind <bo@harbour.test>", "--talking-point",
            "bo@harbour.test=the quays",
            "--yes")
        ada.clock = Applicant.twoWeeksLater
        try ada.run("release", "4")
        try FileManager.default.removeItem(atPath: box.path)
        let run = try ada.run("send", "--json")
        #expect(try run.json()["deferred"].items.map(\.["id"]) == [3])
        #expect(try run.json()["sent"].items.map(\.["id"]) == [4])
        #expect(run.status == 75)
        let reason = try ada.document("show", "3")["reason"]
        #expect(reason["code"] == "mailbox-unread" && reason["until"] == "2026-12-04T15:05:00Z")
        _ = try Letterbox(box.path)
        ada.clock = "2026-12-04 15:06:00"
        #expect(try ada.run("send").status == 0)
        #expect(try ada.state(3) == "sent")
    }

    /// Nor by the Sent folder's needs, when the look before the question has found it dead.
    @Test(arguments: ["always", "auto", "never"])
    func aDeadMailboxIsTriedOnceByOneSending(saving: String) throws {
        let ada = try Applicant(
            server: server,
            smtp: "imap:\n  url: imaps://127.0.0.1:1\n  user: ada\n  save_sent: \(saving)\n"
                + "  password_command: echo . >> \"$AFTERWORD_HOME/tries\"; echo x\n")
        try ada.add()
        ada.clock = "2026-12-03 16:00:00"
        try ada.run(
            "interview", "add", "--organisation", "Harbour Trust", "--role", "Archivist", "--ended",
            "2026-12-03 15:00", "--panel", "Bo Lind <bo@harbour.test>", "--talking-point",
            "bo@harbour.test=the quays", "--yes")
        try ada.run("cancel", "1", "2")
        ada.clock = Applicant.twoWeeksLater
        #expect(try ada.run("send").status == 75)
        #expect(try ada.state(3) == "queued" && ada.state(4) == "sent")
        #expect(try String(contentsOfFile: ada.home + "/tries", encoding: .utf8) == ".\n")
    }

    // MARK: - Without a mailbox

    @Test func withoutAMailboxTheUserIsTheEars() throws {
        let ada = try Applicant(server: MailServer())
        let run = try ada.run("listen")
        #expect(run.status == 78 && run.err.contains("no mailbox is configured"))
        try ada.add()
        #expect(try ada.run("queue").out.contains("Nobody reads your mailbox for you"))
        #expect(try ada.run("advise").out.contains("Nobody reads your mailbox for you"))
        #expect(try !self.ada.run("queue").out.contains("Nobody reads your mailbox"))
    }

    /// Silence would be taken for peace, and the question would go.
    @Test(arguments: ["mbox", "maildir"])
    func whatIsNoMailboxIsRefusedAndTheQuestionWaits(kind: String) throws {
        let place =
            kind == "mbox"
            ? try ada.scratch.file("notes.txt", "Dear diary,\n") : try ada.scratch.folder("empty")
        let path = ada.home + "/config.yaml"
        let configuration = try String(contentsOfFile: path, encoding: .utf8)
        try ada.scratch.file(
            "home/config.yaml", configuration.replacing("maildir:Maildir", with: "\(kind):\(place)"))
        ada.clock = Applicant.twoWeeksLater
        for command in ["doctor", "listen"] {
            let run = try ada.run(command)
            #expect(run.status == 78)
            #expect((run.out + run.err).contains("No answer could be found there"), "\(run)")
        }
        #expect(try ada.run("send").status == 75)
        #expect(try ada.state(3) == "queued" && server.mails.count == 2)
    }

    @Test func theDoctorLooksIntoTheMailbox() throws {
        #expect(try ada.run("doctor").out.contains("✓ mailbox:"))
        try FileManager.default.removeItem(atPath: box.path)
        let run = try ada.run("doctor")
        #expect(run.status == 78 && run.out.contains("✗ mailbox:"))
    }
}
