import Foundation
import Testing

@Suite("import --mailbox lists what the mailbox tells of interviews, and records what is chosen")
struct MailboxImportTests {
    private let ada: Applicant
    private let box: Letterbox
    private static let came = "2026-11-13 10:00:00"

    init() throws {
        ada = try Applicant(
            at: Applicant.weekBefore, smtp: "imap:\n  url: maildir:Maildir\n  save_sent: never\n")
        box = try Letterbox(ada.home + "/Maildir")
    }

    static func invitation(_ sample: InvitationSample = InvitationSample()) -> String {
        Incoming.reply(
            "i\(sample.sequence)@example.org", subject: "Invitation",
            date: "Thu, 12 Nov 2026 09:00:00 +0000",
            more: "MIME-Version: 1.0\nContent-Type: text/calendar; method=\(sample.method); charset=utf-8\n",
            body: sample.text)
    }

    static let agreed = Incoming.reply(
        "a@example.org", from: "Priya Nair <priya@harbourcoffee.test>", subject: "Interview for Web Editor",
        date: "Fri, 13 Nov 2026 09:00:00 +0000",
        body: "Hello Ada,\n\nlooking forward to meeting you on Tuesday 24 November at 10:30.")

    private func fill() throws {
        try box.put(Self.invitation(), "1.a.host", at: "2026-11-12 10:00:00")
        try box.put(Self.agreed, "2.a.host", at: Self.came)
        let asked = "Would Thursday 26 November at 3pm suit for an interview?"
        try box.put(
            Incoming.reply("q@example.org", from: "HR <hr@x.test>", body: asked), "3.a.host", at: Self.came)
        let old = "Your interview is confirmed for Tuesday 1 December at 9:00."
        try box.put(
            Incoming.reply("o@example.org", from: "HR <hr@y.test>", body: old), "4.a.host",
            at: "2026-10-01 10:00:00")
    }

    private func interviews() throws -> [Value] { try ada.document("interview", "list").items }

    @Test func aScriptGetsAList() throws {
        try fill()
        let names = try box.names()
        let found = try ada.document("import", "--mailbox").items
        #expect(found.map { $0["source"].string } == ["mail", "invitation"])
        #expect(found[0]["evidence"]["text"].string.contains("Tuesday 24 November at 10:30"))
        #expect(found[0]["evidence"]["line"] == 3)
        #expect(found[0]["understood"]["starts"] == "2026-11-24T10:30:00Z")
        #expect(found[0]["from"]["address"] == "priya@harbourcoffee.test")
        #expect(found[1]["understood"]["role"]["value"] == "Data Analyst")
        #expect(try interviews().isEmpty)
        #expect(try box.names() == names)
    }

    @Test func withoutATerminalItIsListedForPeople() throws {
        try fill()
        let run = try ada.run("import", "--mailbox")
        #expect(run.status == 0 && run.err.isEmpty, "\(run)")
        #expect(run.out.contains("1  Mail “Interview for Web Editor”"))
        #expect(
            run.out.contains(
                "it says       “looking forward to meeting you on Tuesday 24 November at 10:30.”"))
        #expect(run.out.contains("2  Invitation “Interview for Data Analyst at City Library”"))
        #expect(run.out.contains("Nothing was recorded."))
        #expect(try interviews().isEmpty)
    }

    @Test func anAnswerInAdvanceRecordsWhatIsSure() throws {
        try fill()
        let run = try ada.run("import", "--mailbox", "--yes", "--json")
        #expect(run.status == 1, "\(run)")
        let found = try run.json().items
        #expect(found.map { $0["change"] } == [.null, "recorded"])
        #expect(try interviews().map { $0["role"].string } == ["Data Analyst"])
        // What is on record is not offered again.
        let again = try ada.document("import", "--mailbox").items
        #expect(again.map { $0["onRecord"] } == [false, true])
        #expect(again[1]["interview"] == 1)
        #expect(try ada.run("import", "--mailbox").out.contains("–  Invitation"))
    }

    @Test func aNewerVersionMovesAndACancellationCallsOff() throws {
        try fill()
        try ada.run("import", "--mailbox", "--yes")
        let later = InvitationSample(sequence: 1, start: "20261120T150000", end: "20261120T160000")
        try box.put(Self.invitation(later), "5.a.host", at: Self.came)
        try ada.run("import", "--mailbox", "--yes")
        #expect(try interviews().map { $0["ended"].string } == ["2026-11-20T16:00:00Z"])
        try box.put(
            Self.invitation(InvitationSample(method: "CANCEL", sequence: 2)), "6.a.host", at: Self.came)
        let found = try ada.run("import", "--mailbox", "--yes", "--json").json().items
        #expect(found.contains { $0["change"] == "called-off" })
    }

    @Test func onATerminalOneChoosesByNumber() throws {
        try fill()
        let typed = "1\nHarbour Coffee\n\n2026-11-24 11:15\n\ny\n\n\n\n\n\n"
        let run = try ada.runAtTerminal(["import", "--mailbox"], typed: typed)
        #expect(run.out.contains("Which do you want to record?"), "\(run)")
        let recorded = try interviews()
        #expect(recorded.count == 1, "\(run)")
        #expect(recorded.first?["organisation"] == "Harbour Coffee", "\(run)")
        let again = try ada.document("import", "--mailbox").items
        #expect(again.map { $0["onRecord"] } == [true, false])
    }

    @Test func nothingChosenRecordsNothing() throws {
        try fill()
        let run = try ada.runAtTerminal(["import", "--mailbox"], typed: "\n")
        #expect(run.status == 0 && run.out.contains("Nothing was recorded."), "\(run)")
        #expect(try interviews().isEmpty)
    }

    @Test func anInterviewThatWasRecordedByHandIsKnown() throws {
        ada.clock = Applicant.evening
        try ada.add()
        try box.put(Self.invitation(), "1.a.host", at: "2026-11-12 10:00:00")
        let found = try ada.document("import", "--mailbox").items
        #expect(found.map { $0["onRecord"] } == [true])
    }

    @Test("how far back", arguments: [("7d", 0), ("60d", 1), ("9w", 1), ("2026-09-30", 1)])
    func since(span: String, count: Int) throws {
        let body = "Your interview is confirmed for Tuesday 1 December at 9:00."
        try box.put(
            Incoming.reply("o@example.org", body: body), "4.a.host", at: "2026-10-01 10:00:00")
        #expect(try ada.document("import", "--mailbox", "--since", span).items.count == count)
    }

    @Test("what can't be looked back over is refused", arguments: ["x", "0d", "400d", "2027-01-01", "14"])
    func notASpan(text: String) throws {
        let run = try ada.run("import", "--mailbox", "--since", text)
        #expect(run.status == 64 && run.err.contains("write it like 14d, 2w or 2026-11-16"), "\(run)")
    }

    @Test(
        "a file and a mailbox, or neither, is misuse",
        arguments: [["x.ics", "--mailbox"], [], ["x.ics", "--since", "2w"]])
    func misuse(arguments: [String]) throws {
        #expect(try ada.run(["import"] + arguments).status == 64)
    }

    @Test func withoutAMailboxThatIsSaid() throws {
        let other = try Applicant(at: Applicant.weekBefore)
        let run = try other.run("import", "--mailbox")
        #expect(run.status == 78 && run.err.contains("mailbox"), "\(run)")
    }
}

@Suite struct MailboxImportFromServerTests {
    @Test func unreadMailStaysUnread() throws {
        let mailbox = try RealMailbox(day: "2026-11-13")
        let ada = try Applicant(at: Applicant.weekBefore, smtp: mailbox.section(password: "correct-horse"))
        let box = try mailbox.letterbox()
        let came = "2026-11-12 10:00:00"
        try box.put(MailboxImportTests.invitation(), "1.M0.host", at: came)
        try box.put(MailboxImportTests.agreed, "2.M1.host", at: came)
        try mailbox.hand(over: box)
        let found = try ada.document("import", "--mailbox").items
        #expect(found.map { $0["source"].string }.sorted() == ["invitation", "mail"])
        #expect(try mailbox.commands().contains("EXAMINE"))
        let flags = try box.names().map { $0.split(separator: ",").dropFirst().joined() }
        #expect(flags.count == 2 && flags.allSatisfy { !$0.contains("S") })
    }
}
