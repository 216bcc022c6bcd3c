import Testing

/// `interview add` shows every message in full and asks before it queues.
@Suite struct InterviewAskingTests {
    @Test(arguments: [
        ("y\n", "queued"), ("YES\n", "queued"), ("n\n", "draft"), ("\n", "draft"), ("yeah\n", "draft"),
        ("", "draft"),
    ])
    func onlyAClearYesQueues(answer: String, state: String) throws {
        let ada = try Applicant()
        let run = try ada.run(Applicant.interview(), input: answer)
        #expect(run.status == 0)
        #expect(run.err.isEmpty)
        #expect(run.out.contains("Queue these 3 messages? [y/N] "))
        #expect(try ada.states() == [1, 2, 3].map { "\($0) \(state)" })
        #expect(run.out.contains("They stay drafts,") == (state == "draft"))
    }

    @Test func everyMessageIsShownInFullBeforeTheQuestion() throws {
        let ada = try Applicant()
        let run = try ada.run(Applicant.interview())
        let shown = try #require(run.out.components(separatedBy: "Queue these").first)
        for message in try ada.document("queue").items {
            let words = message["body"].string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let seen = shown.replacing("│", with: " ").split(whereSeparator: \.isWhitespace).joined(
                separator: " ")
            #expect(seen.contains(words))
            #expect(shown.contains("Subject: \(message["subject"])\n"))
        }
    }

    @Test(arguments: [("y\ny\ny\n", "queued"), ("n\nn\nn\n", "draft"), ("\u{4}", "draft")])
    func terminalIsAsked(typed: String, state: String) throws {
        let ada = try Applicant()
        // How the two are greeted, how the organisation is said and how the interview was held: Enter for each.
        // Then each message is gone through.
        let run = try ada.runAtTerminal(Applicant.interview(), typed: "\n\n\n\n" + typed)
        #expect(run.status == 0)
        #expect(run.out.contains("Queue it to be sent? y = yes"))
        #expect(try ada.state(1) == state)
    }

    @Test func yesInAdvanceAsksNothing() throws {
        let run = try Applicant().run(Applicant.interview("--yes"), input: "n\n")
        #expect(!run.out.contains("[y/N]"))
        #expect(run.out.contains("[queued]"))
    }

    @Test func nothingIsAskedAboutWhatIsKnown() throws {
        let ada = try Applicant()
        try ada.run(Applicant.interview())
        #expect(try !ada.run(Applicant.interview(), input: "y\n").out.contains("[y/N]"))
        #expect(try ada.state(1) == "draft")
    }

    @Test func slipsAreWarnedOf() throws {
        let run = try Applicant().run(
            "interview", "add", "--organisation", "City Library", "--role", "Data Analyst", "--ended",
            "2026-11-20 15:00", "--panel", "jane okafor <jane.okafor@example.org>", "--talking-point",
            "jane okafor=We spoke about boats.")
        #expect(
            run.out.contains(
                "Note: the name “jane okafor” is in small letters; if they write it “Jane Okafor”: "))
        // A topic is set as what can follow "about", however it was typed, and that is told.
        #expect(run.out.contains("“We spoke about boats.” appears in the note to jane okafor as “boats”."))
        #expect(run.out.matches(of: /We spoke about/).count == 1)
    }

    @Test func oneMessageIsSpokenOfAsOne() throws {
        let ada = try Applicant()
        let card = [
            "interview", "add", "--organisation", "City Library", "--role", "Data Analyst", "--ended",
            "2026-11-20 15:00", "--panel", "Jane Okafor", "--talking-point", "Jane Okafor=boats",
        ]
        let run = try ada.run(card, input: "n\n")
        #expect(run.out.contains("Queue this message? [y/N] "))
        #expect(
            run.out.hasSuffix(
                "\nIt stays a draft, which is not sent. Change it with: afterword edit 1; queue it with: afterword approve 1\n"
            ))
        #expect(
            try ada.run(card).out.hasSuffix(
                "Drafts are waiting for you; nothing is sent until you approve it: afterword approve 1\n"))
        try ada.run("approve", "1")
        #expect(try !ada.run(card).out.contains("Drafts wait"))
    }
}
