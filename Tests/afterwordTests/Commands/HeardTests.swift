import Testing

@Suite struct HeardTests {
    private static let changes = ["changed", "contact", "existing"]
    private static let contact = [
        "againstAdvice", "channel", "detail", "direction", "id", "kind", "messageID", "organisation",
        "outcome",
        "person", "role", "subject", "time",
    ]

    @Test func documentHasTheShapeOfTheContract() throws {
        let ada = try Applicant()
        try ada.add()
        let heard = try ada.document("heard", "1", "--replied")
        #expect(heard.keys == Self.changes)
        #expect(heard["contact"].keys == Self.contact)
        #expect(heard["contact"]["person"].keys == ["address", "id", "name"])
        #expect(heard["contact"]["person"]["name"] == "Hana Lee", "without --from it was the contact")
        #expect(heard["contact"]["time"] == "2026-11-20T16:00:00Z")
        #expect(heard["contact"]["channel"] == nil && heard["contact"]["direction"] == "in")
    }

    @Test func feedbackRequestIsShownOnceAndInFull() throws {
        let ada = try Applicant()
        try ada.add()
        let said = try ada.run("heard", "1", "--rejected").out
        #expect(
            said.hasPrefix("Recorded: rejection from Hana Lee (Data Analyst, City Library).\n"))
        #expect(said.components(separatedBy: "4  feedback request to Hana Lee").count == 2)
        #expect(said.contains("│ Dear Hana Lee,") && said.contains("If you like it: afterword approve 4\n"))
    }

    @Test func whoWithdrawsIsToldThatNobodyElseIs() throws {
        let ada = try Applicant()
        try ada.add()
        let said = try ada.run("heard", "1", "--withdrew").out
        #expect(
            said.hasPrefix(
                "Recorded: you withdrew your application (Data Analyst, City Library).\nNothing more is sent "
                    + "there. Afterword tells nobody of it; if you have not yet, tell them yourself.\n"),
            "\(said)")
        #expect(try ada.run("audit").out.contains("→ noted"))
        try ada.run("heard", "1", "--undo")
        let untold = try ada.run("heard", "1", "--withdrew", "--told-nobody").out
        #expect(
            untold.contains(
                "Nobody there knows it yet: tell them yourself. Once you have: afterword heard 1 --withdrew"))
        #expect(
            try ada.run("advise").out.hasPrefix(
                "• Tell City Library that you have withdrawn (Data Analyst): nobody there knows it yet."))
        let undone = try ada.run("heard", "1", "--undo").out
        #expect(
            undone.hasPrefix(
                "Recorded: your last entry about Hana Lee was undone (Data Analyst, City Library).\n"
            ),
            "\(undone)")
    }

    struct News: CustomTestStringConvertible {
        let words: [String]
        let states: [String]
        var testDescription: String { words.joined(separator: " ") }
    }

    static let news = [
        News(words: ["--replied"], states: ["1 queued", "2 queued", "3 held"]),
        News(words: ["--replied", "--courtesy"], states: ["1 queued", "2 queued", "3 queued"]),
        News(words: ["--rejected"], states: ["1 queued", "2 queued", "4 draft", "3 cancelled"]),
        News(words: ["--offered"], states: ["1 cancelled", "2 cancelled", "3 cancelled"]),
        News(words: ["--withdrew"], states: ["1 cancelled", "2 cancelled", "3 cancelled"]),
        News(words: ["--decision-by", "2026-12-09"], states: ["1 queued", "2 queued", "3 queued"]),
    ]

    @Test("what is heard decides what still goes, is on record once, and can be taken back", arguments: news)
    func newsOnceAndUndone(_ news: News) throws {
        let ada = try Applicant()
        try ada.add()
        let queued = try ada.document("queue")
        let first = try ada.run(["heard", "1"] + news.words)
        #expect(
            first.status == 0 && first.out.hasPrefix("Recorded: "), "\(first.out) \(first.err)")
        #expect(try ada.states() == news.states)
        let before = ada.ledger
        let again = try ada.run(["heard", "1"] + news.words)
        #expect(again.status == 0)
        #expect(
            again.out.hasPrefix("This is on record already: ")
                && again.out.hasSuffix("; nothing was changed.\n"))
        #expect(ada.ledger == before)
        let undone = try ada.document("heard", "1", "--undo")
        #expect(undone["contact"]["outcome"] == "undone")
        let after = try ada.document("queue")
        #expect(after.items.map(\.["due"]) == queued.items.map(\.["due"]))
        #expect(try ada.run("audit", "--json").json().items.count == 2, "a further entry; nothing is removed")
        #expect(try ada.run("heard", "1", "--undo").status == 65)
    }

    @Test func undoneReplyLetsTheQuestionGo() throws {
        let server = try MailServer()
        let ada = try Applicant(server: server)
        try ada.add()
        ada.clock = Applicant.nextDay
        try ada.run("send")
        try ada.run("heard", "1", "--replied")
        try ada.run("heard", "1", "--undo")
        ada.clock = Applicant.twoWeeksLater
        #expect(try ada.document("send")["sent"].items.map(\.["id"]) == [3])
    }

    @Test func courtesyMovesTheQuestionTwoWeeksFromThatReply() throws {
        let ada = try Applicant()
        try ada.add()
        ada.clock = "2026-11-24 10:00:00"
        let heard = try ada.document("heard", "1", "--replied", "--courtesy")
        #expect(heard["changed"].items.map(\.["due"]) == ["2026-12-08T10:00:00Z"])
    }

    @Test func promisedDateMovesTheQuestionAndLiftsTheHold() throws {
        let ada = try Applicant()
        try ada.add()
        try ada.run("heard", "1", "--replied")
        ada.clock = "2026-11-25 10:00:00"
        let heard = try ada.document("heard", "1", "--decision-by", "2026-12-10")
        #expect(heard["changed"][0]["state"] == "queued")
        #expect(heard["changed"][0]["due"] == "2026-12-14T08:00:00Z")
    }

    @Test func somebodyNewMayBringTheNews() throws {
        let ada = try Applicant()
        try ada.add()
        let heard = try ada.document("heard", "1", "--rejected", "--from", "Ian Roe <ian@example.org>")
        #expect(heard["contact"]["person"]["name"] == "Ian Roe")
        let request = heard["changed"].items.first { $0["kind"] == "feedback-request" }
        #expect(request?["to"]["address"] == "ian@example.org")
    }

    @Test func noReplyAddressIsNotWrittenTo() throws {
        let ada = try Applicant()
        try ada.add()
        let heard = try ada.document("heard", "1", "--rejected", "--from", "Careers <no-reply@example.org>")
        let request = heard["changed"].items.first { $0["kind"] == "feedback-request" }
        #expect(request?["to"]["address"] == "hana.lee@example.org")
    }

    private static let badNews = [
        (["9", "--replied"], "there is no recruitment number 9; see: afterword interview list"),
        (["1", "--decision-by", "soon"], "“soon” is not a date; write it like 4 Dec, or 2026-12-04."),
        (
            ["1", "--decision-by", "2026-11-01"],
            "before the interview of Fri 20 Nov 2026; correct one of the two."
        ),
        (["1", "--replied", "--from", "Nobody"], "nobody on record is called “Nobody”"),
        (
            ["1", "--rejected", "--from", "Ian <ian@@example.org>"],
            "“ian@@example.org” is not an email address"
        ),
        (
            ["1", "--undo"],
            "nothing that you recorded for recruitment 1 (Data Analyst, City Library) can be undone."
        ),
    ]

    @Test func badNewsIsRefusedAndNothingIsRecorded() throws {
        let ada = try Applicant()
        try ada.add()
        let before = ada.ledger
        for (arguments, says) in Self.badNews {
            let run = try ada.run(["heard"] + arguments + ["--json"])
            #expect(run.status == 65, "\(run)")
            #expect(run.out.isEmpty, "\(run)")
            #expect(run.err.contains(says), "\(run.err)")
            #expect(ada.ledger == before, "\(arguments)")
        }
    }

    @Test(arguments: [[], ["--replied", "--rejected"], ["--courtesy"], ["--rejected", "--courtesy"]])
    func oneWordAtATime(_ words: [String]) throws {
        #expect(try Applicant().run(["heard", "1"] + words).status == 64)
    }

    @Test func requestThatIsNotNeededSaysWhy() throws {
        let ada = try Applicant()
        try ada.add()
        try ada.run("heard", "1", "--rejected")
        let undone = try ada.run("heard", "1", "--undo")
        let shown = try undone.out + ada.run("show", "4").out + ada.run("release", "4").err
        #expect(shown.contains("You said the rejection was a mistake; this is not needed."))
        #expect(!shown.contains("(open)"))
    }

    @Test func rejectionNamesTheThanksThatStillGo() throws {
        let ada = try Applicant(server: MailServer())
        try ada.add()
        let both = try ada.run("heard", "1", "--rejected").out
        #expect(
            both.hasSuffix(
                "These thank-yous will still be sent; change their words or cancel them if you like: 1 2\n"))
        try ada.run("heard", "1", "--undo")
        try ada.run("cancel", "1")
        let one = try ada.run("heard", "1", "--rejected").out
        #expect(
            one.hasSuffix("This thank-you will still be sent; change its words or cancel it if you like: 2\n")
        )
        try ada.run("heard", "1", "--undo")
        ada.clock = Applicant.nextDay
        try ada.run("send")
        #expect(try !ada.run("heard", "1", "--rejected").out.contains("still go"))
    }

    @Test func otherNewsNamesNoThanks() throws {
        let ada = try Applicant()
        try ada.add()
        #expect(try !ada.run("heard", "1", "--replied").out.contains("still go"))
    }
}
