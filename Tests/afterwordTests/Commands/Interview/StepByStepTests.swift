import Testing

/// `afterword add` alone asks for everything, one question after the other, in a terminal of any width.
@Suite struct StepByStepTests {
    /// Each question by its last words, and the keys that answer it.
    private static let steps: [(asked: String, keys: String)] = [
        ("Which organisation", "City Library\r"), ("as it was advertised?", "Data Analyst\r"),
        ("When did it end?", "15:00\r"),
        ("Who interviewed you?", "Jane Okafor\r"), ("email address", "jane.okafor@example.org\r"),
        ("Dear ___", "\r"),
        ("Who else?", "Tom Ó Briain\r"), ("email address", "tom@example.org\r"), ("Dear ___", "\r"),
        ("Who else?", "Åsa Öberg\r"), ("email address", "asa@example.net\r"), ("Dear ___", "\r"),
        ("Who else?", "\r"),
        ("  Jane Okafor:", "the open-data portal\r"), ("like to say", "\r"),
        ("  Tom Ó Briain:", "the on-call week\r"),
        ("like to say", "\r"), ("  Åsa Öberg:", "the reading room\r"), ("like to say", "\r"),
        ("by telephone?", "v\r"), ("when you would hear?", "\r"),
        ("work at ___", "\r"), ("[Y/n]", "\r"),
    ]

    /// Where the whole of a prompt has been written, since keys that come before are echoed twice.
    private func answer(_ session: TerminalSession, _ count: Int) throws {
        for step in Self.steps.prefix(count) { try session.press(step.keys, after: step.asked) }
    }

    @Test("from the first key to three queued thank-yous", arguments: [60, 80, 120])
    func wholeSession(columns: Int) throws {
        let ada = try Applicant()
        let session = try TerminalSession(ada, ["add"], columns: columns)
        try answer(session, Self.steps.count)
        for _ in 0..<4 { try session.press("y\r", after: "Queue it to be sent?") }
        let (status, screen) = session.end()
        #expect(status == 0, "\(screen)")
        #expect(try ada.states() == (1...4).map { "\($0) queued" })
        // About 430 before; the command itself takes 14.
        #expect(session.keys <= 210, "\(session.keys) keys")
        #expect(session.screen.broken.isEmpty, "the terminal had to cut: \(screen)")
        #expect(session.screen.lines.allSatisfy { $0.count <= columns })
        let shown = try ada.document("interview", "show", "1")
        #expect(shown["panel"].items.map { $0["name"] } == ["Jane Okafor", "Tom Ó Briain", "Åsa Öberg"])
        #expect(shown["by"] == "video" && shown["organisationAs"] == "the City Library")
        #expect(screen.contains("= Fri 20 Nov 2026, 15:00 (Europe/London)"))
    }

    @Test("Ctrl-C leaves nothing behind, at every question, and says so", arguments: steps.indices)
    func interrupted(position: Int) throws {
        let ada = try Applicant()
        let session = try TerminalSession(ada, ["add"])
        try answer(session, position)
        try session.press("half a word\u{3}", after: Self.steps[position].asked)
        let (status, screen) = session.end()
        #expect(status == 130, "\(screen)")
        #expect(screen.hasSuffix("Nothing was recorded.\n"), "\(screen)")
        #expect(try ada.run("interview", "list").out.hasPrefix("No interview is recorded yet"))
        // The terminal is handed back as it was.
        #expect(
            session.output.matches(of: /\u{1B}\[\?2004h/).count
                == session.output.matches(of: /\u{1B}\[\?2004l/).count)
    }

    @Test(
        "one goes back from every question, and the answer counts that was given last",
        arguments: 1..<steps.count)
    func back(position: Int) throws {
        let ada = try Applicant()
        let session = try TerminalSession(ada, ["add"])
        try answer(session, position)
        try session.press("<\r", after: Self.steps[position].asked)
        for step in Self.steps[(position - 1)...] { try session.press(step.keys, after: step.asked) }
        try session.press("\u{3}", after: "Queue it to be sent?")
        #expect(session.end().status == 130)
        #expect(try ada.document("interview", "list").items.count == 1)
        #expect(try ada.document("interview", "show", "1")["panel"].items.count == 3)
    }

    @Test func theFirstQuestionHasNoneBeforeIt() throws {
        let ada = try Applicant()
        let session = try TerminalSession(ada, ["add"])
        try session.press("<\r", after: "Which organisation")
        try session.wait(for: "This is the first question.")
        try session.press("\u{3}", after: "Which organisation")
        #expect(session.end().status == 130)
    }

    @Test func ctrlCWhileMessagesAreGoneThroughQueuesNothing() throws {
        let ada = try Applicant()
        let session = try TerminalSession(ada, ["add"])
        try answer(session, Self.steps.count)
        try session.press("y\r", after: "Queue it to be sent?")
        try session.press("\u{3}", after: "Queue it to be sent?")
        let (status, screen) = session.end()
        #expect(status == 130)
        #expect(screen.contains("The interview is recorded. Nothing was queued"), "\(screen)")
        #expect(try ada.states() == (1...4).map { "\($0) draft" })
    }

    @Test func eachMessageGoesItsOwnWay() throws {
        let ada = try Applicant()
        let session = try TerminalSession(
            ada, ["add"], environment: ada.editor("sed -i s/open-data/open/ \"$1\""))
        try answer(session, Self.steps.count)
        try session.press("e\r", after: "Queue it to be sent?")
        try session.press("i\r", after: "[Enter = e]")
        try session.press("y\r", after: "Queue it to be sent?")
        try session.press("o\r", after: "Queue it to be sent?")
        try session.press("y\r", after: "Queue it to be sent?")
        try session.press("<\r", after: "Queue it to be sent?")
        try session.press("later\r", after: "Queue it to be sent?")
        try session.press("y\r", after: "Queue it to be sent?")
        #expect(session.end().status == 0)
        #expect(try ada.states() == ["1 queued", "2 cancelled", "3 draft", "4 queued"])
        #expect(try ada.run("show", "1", "--json").json()["body"].string.contains("the open portal"))
    }

    @Test func whatIsToldByOptionsIsNotAsked() throws {
        let ada = try Applicant()
        let session = try TerminalSession(
            ada, ["interview", "add", "--organisation", "Harbour Works", "--ended", "3", "--by", "video"])
        try session.press("2\r", after: "Which? Its number")
        try session.press("Clerk\r", after: "as it was advertised?")
        try session.press("Ann Bee <ann@example.org>\r", after: "Who interviewed you?")
        for asked in ["Dear ___", "Who else?", "  Ann Bee:", "like to say", "you would hear?", "[Y/n]"] {
            try session.press("\r", after: asked)
        }
        for _ in 0..<2 { try session.press("\r", after: "Enter = later") }
        #expect(session.end().status == 0)
        #expect(try ada.document("interview", "show", "1")["ended"] == "2026-11-20T15:00:00Z")
    }

    @Test func aSlipIsAskedForAgainAndNoIsAnAnswer() throws {
        let ada = try Applicant()
        let session = try TerminalSession(ada, ["add"])
        try session.press("\r", after: "Which organisation")
        try session.press("City Library\r", after: "The organisation is empty")
        try session.press("Data Analyst\r", after: "as it was advertised?")
        try session.press("yesterday\r", after: "When did it end?")
        try session.press("yesterday 3pm\r", after: "but not at what time")
        try session.wait(for: "= Thu 19 Nov 2026, 15:00 (Europe/London)")
        try session.press("Ann Bee\r", after: "Who interviewed you?")
        let rest = [
            "email address", "Dear ___", "Who else?", "  Ann Bee:", "like to say", "by telephone?",
            "would hear?",
            "work at ___",
        ]
        for asked in rest { try session.press("\r", after: asked) }
        try session.press("n\r", after: "[Y/n]")
        let (status, screen) = session.end()
        #expect(status == 0 && screen.hasSuffix("Nothing was recorded.\n"), "\(screen)")
    }

    @Test func theEndOfInputRecordsNothing() throws {
        let ada = try Applicant()
        let session = try TerminalSession(ada, ["add"])
        try session.press("City Library\r\u{4}", after: "Which organisation")
        let (status, screen) = session.end()
        #expect(status == 0 && screen.hasSuffix("Nothing was recorded.\n"), "\(screen)")
    }

    @Test("lines are edited, and pasted into", arguments: ["xterm", "linux", "screen-256color"])
    func edited(terminal: String) throws {
        let ada = try Applicant()
        let session = try TerminalSession(ada, ["add"], environment: ["TERM": terminal])
        try session.press("Library\u{1B}[HCity \u{1B}[F.\u{7F}\r", after: "Which organisation")
        try session.press("\u{1B}[200~Data\nAnalyst\n\u{1B}[201~\r", after: "as it was advertised?")
        try session.press("15:00\r", after: "When did it end?")
        try session.press("Jane Okafor <jane@example.org>\r", after: "Who interviewed you?")
        for asked in [
            "Dear ___", "Who else?", "  Jane Okafor:", "like to say", "by telephone?", "would hear?",
            "work at ___",
            "[Y/n]",
        ] {
            try session.press("\r", after: asked)
        }
        try session.press("\u{4}", after: "Enter = later")
        _ = session.end()
        let shown = try ada.document("interview", "show", "1")
        #expect(shown["organisation"] == "City Library" && shown["role"] == "Data Analyst")
    }

    @Test("a terminal that can't edit lines is asked line by line", arguments: ["dumb", ""])
    func dumb(terminal: String) throws {
        let ada = try Applicant()
        let session = try TerminalSession(ada, ["add"], environment: ["TERM": terminal])
        for step in Self.steps { try session.press(step.keys.replacing("\r", with: "\n"), after: step.asked) }
        for _ in 0..<4 { try session.press("y\n", after: "Queue it to be sent?") }
        let (status, screen) = session.end()
        #expect(status == 0 && !session.output.contains("\u{1B}"), "\(screen)")
        #expect(try ada.states() == (1...4).map { "\($0) queued" })
    }

    @Test func underLangCNothingIsShownThatTheTerminalCannotShow() throws {
        let ada = try Applicant()
        let session = try TerminalSession(ada, ["add"], environment: ["LANG": "C"])
        for step in Self.steps {
            try session.press(
                step.keys, after: step.asked.replacing("Ó", with: "O").replacing("Åsa Ö", with: "Asa O"))
        }
        for _ in 0..<4 { try session.press("y\r", after: "Queue it to be sent?") }
        _ = session.end()
        #expect(session.output.utf8.allSatisfy { $0 < 0x80 }, "\(session.output)")
        let names = try ada.document("interview", "show", "1")["panel"].items.map { $0["name"] }
        #expect(names == ["Jane Okafor", "Tom Ó Briain", "Åsa Öberg"])
    }

    @Test(
        "without a terminal nothing is asked",
        arguments: [["add"], ["interview", "add"], ["add", "--role", "Clerk"]])
    func withoutATerminal(arguments: [String]) throws {
        let run = try Applicant().run(arguments, input: "City Library\n")
        #expect(run.status == 64 && run.out.isEmpty && run.err.contains("is missing"), "\(run)")
    }

    @Test("who answers in advance, or wants a document, is not asked", arguments: [["--yes"], ["--json"]])
    func answersInAdvance(options: [String]) throws {
        let run = try Applicant().runAtTerminal(["add", "--role", "Clerk"] + options)
        #expect(run.status == 64 && run.out.contains("--organisation is missing"), "\(run)")
    }
}
