import Testing

/// What letters are worded from and nobody has told is asked for where somebody is there to answer (rule `personal`): per
/// person the topic and the own sentence, then greetings, role, organisation, and how it was held.
@Suite struct ConversationQuestionsTests {
    private static let silent = [
        "interview", "add", "--organisation", "City Books", "--role", "Data Analyst", "--ended",
        "2026-11-20 15:00",
        "--panel", "Jane Okafor <jane.okafor@example.org>", "--panel", "Tom Ó Briain <tom@example.org>",
        "--panel", "Bea Cole",
    ]
    private static let question = "What did you talk about"
    private static let sentence = "I'd gladly take my turn in the on-call week."
    /// Three greetings, and how it was held.
    private static let rest = "\n\n\n\n"
    /// For each message.
    private static let later = "\n\n\n\n"

    private func panel(_ ada: Applicant, _ field: String) throws -> [Value] {
        try ada.document("interview", "show", "1")["panel"].items.map { $0[field] }
    }

    @Test func eachPersonIsAskedForAndTheNotesAreWordedWithTheAnswers() throws {
        let ada = try Applicant()
        let typed =
            "the open-data portal\n\nthe rota\n\(Self.sentence)\nthe reading room\n\nJane\n\nMrs Cole\nv\ny\ny\ny\ny\n"
        let run = try ada.runAtTerminal(Self.silent, typed: typed)
        #expect(run.status == 0, "\(run)")
        #expect(run.out.contains(Self.question) && run.out.contains("team shares its on-call week"))
        for name in ["Jane Okafor", "Tom Ó Briain", "Bea Cole"] { #expect(run.out.contains("  \(name): ")) }
        #expect(try panel(ada, "talkingPoint") == ["the open-data portal", "the rota", "the reading room"])
        #expect(try panel(ada, "say") == [nil, .text(Self.sentence), nil])
        #expect(try panel(ada, "greeting") == ["Jane", nil, "Mrs Cole"])
        #expect(run.out.contains("“Dear ___” [Enter = Jane]"), "the first name, where it is plain")
        #expect(run.out.contains("“Dear ___” [Enter = Tom Ó Briain]"))
        #expect(try ada.document("interview", "show", "1")["by"] == "video")
        #expect(!run.out.contains("impersonal"))
        #expect(try ada.states().allSatisfy { $0.hasSuffix("queued") })
        let jane = try ada.run("show", "1", "--json").json()["body"].string
        #expect(jane.hasPrefix("Dear Jane,\n") && jane.contains("the open-data portal"))
        #expect(try ada.run("show", "2", "--json").json()["body"].string.contains("\n\n\(Self.sentence)\n\n"))
    }

    @Test func nothingTypedLeavesOneOutWithTheKnownWarning() throws {
        let ada = try Applicant()
        let run = try ada.runAtTerminal(Self.silent, typed: "\n\nthe rota\n\n\n\n" + Self.rest + Self.later)
        #expect(try panel(ada, "talkingPoint") == [nil, "the rota", nil])
        #expect(run.out.contains("nothing personal yet: add something you talked about"))
    }

    @Test func aSentenceTypedAsATopicIsNotAskedForTwice() throws {
        let ada = try Applicant()
        let run = try ada.runAtTerminal(
            Self.silent, typed: "I loved how you run the shop\nthe rota\n\n\n\n" + Self.rest + Self.later)
        #expect(try panel(ada, "talkingPoint") == ["I loved how you run the shop", "the rota", nil])
        #expect(
            run.out.replacing("\n", with: " ").contains(
                "is a sentence, so it stands by itself in the note to Jane Okafor"), "\(run.out)"
        )
    }

    @Test func theEndOfInputLosesNothing() throws {
        let ada = try Applicant()
        let run = try ada.runAtTerminal(Self.silent, typed: "the portal\n\u{4}\u{4}")
        #expect(run.status == 0, "\(run)")
        #expect(try panel(ada, "talkingPoint") == ["the portal", nil, nil])
    }

    @Test func whoHasATalkingPointOrASentenceIsNotAskedFor() throws {
        let ada = try Applicant()
        let told = ["--talking-point", "tom@example.org=the rota", "--say", "Bea Cole=\(Self.sentence)"]
        let run = try ada.runAtTerminal(Self.silent + told, typed: "the portal\n\n" + Self.rest + Self.later)
        #expect(!run.out.contains("  Tom Ó Briain: ") && !run.out.contains("  Bea Cole: "))
        #expect(try panel(ada, "talkingPoint") == ["the portal", "the rota", nil])
    }

    @Test func anAnswerThatCannotStandIsAskedForAgain() throws {
        let ada = try Applicant()
        let long = String(repeating: "long ", count: 101)
        let run = try ada.runAtTerminal(
            Self.silent, typed: "\(long)\nthe portal\n\n\n\n\n\n" + "\n\n\nby pigeon\nt\n" + Self.later)
        #expect(run.status == 0, "\(run)")
        #expect(try panel(ada, "talkingPoint") == ["the portal", nil, nil])
        #expect(run.out.contains("“by pigeon” is not a way to hold an interview"))
        #expect(try ada.document("interview", "show", "1")["by"] == "telephone")
    }

    @Test(arguments: [
        ("\n\n", "Staff Nurse", "the University of Leeds"),
        ("Nurse\nthe university\n", "Nurse", "the university"),
    ])
    func howRoleAndOrganisationAreSaidIsAskedWhereTheyFitNoSentence(
        typed: String, role: String, organisation: String
    ) throws {
        let ada = try Applicant()
        let run = try ada.runAtTerminal(
            [
                "interview", "add", "--organisation", "University of Leeds", "--role", "Staff Nurse (Band 5)",
                "--ended",
                "2026-11-20 15:00", "--panel", "Jane Okafor <jane@example.org>", "--talking-point",
                "jane@example.org=the rota", "--greeting", "jane@example.org=Jane", "--by", "video",
            ], typed: typed + "y\ny\n")
        #expect(run.out.contains("“the ___ role” [Enter = Staff Nurse]"), "\(run.out)")
        #expect(run.out.contains("“work at ___” [Enter = the University of Leeds]"))
        #expect(!run.out.contains("to change that"))
        let shown = try ada.document("interview", "show", "1")
        #expect(shown["roleShort"] == .text(role) && shown["organisationAs"] == .text(organisation))
    }

    @Test(arguments: [["--yes"], ["--json"]])
    func whoAnswersInAdvanceIsNotAsked(options: [String]) throws {
        let run = try Applicant().runAtTerminal(Self.silent + options, typed: "n\n")
        #expect(run.status == 0 && !run.out.contains(Self.question), "\(run)")
    }

    @Test func ofAnAgencyItsContactAloneIsAskedAbout() throws {
        let agency = ["--via-agency", "--contact", "Hana Lee <hana@example.org>"]
        let ada = try Applicant()
        let run = try ada.runAtTerminal(Self.silent + agency, typed: "the next steps\n\n\n\n" + Self.later)
        #expect(run.out.contains("  Hana Lee: ") && !run.out.contains("  Jane Okafor: "), "\(run)")
        #expect(try ada.document("interview", "show", "1")["contactTalkingPoint"] == "the next steps")
    }

    @Test func withoutATerminalNothingIsAsked() throws {
        let ada = try Applicant()
        let run = try ada.run(Self.silent, input: "n\nthe portal\n")
        #expect(run.status == 0 && !run.out.contains(Self.question))
        #expect(try panel(ada, "talkingPoint") == [nil, nil, nil])
    }

    @Test func whatIsOnRecordAlreadyIsNotAskedAboutAgain() throws {
        let ada = try Applicant()
        _ = try ada.runAtTerminal(Self.silent, typed: "\n\n\n\n\n\n" + Self.rest + Self.later)
        #expect(try !ada.runAtTerminal(Self.silent).out.contains(Self.question))
    }

    @Test(arguments: [(Applicant.weekBefore, false), (Applicant.evening, true)])
    func importAsksWhereTheInterviewIsOver(clock: String, asks: Bool) throws {
        let ada = try Applicant(at: clock)
        let file = try ada.scratch.file("invite.ics", InvitationSample().text)
        let run = try ada.runAtTerminal(
            ["import", file], typed: "\ny\nthe portal\n\n\n\n\n\n\n\n\n\n\n" + Self.later)
        #expect(run.status == 0, "\(run)")
        #expect(run.out.contains(Self.question) == asks, "\(run.out)")
        #expect(try panel(ada, "talkingPoint").contains("the portal") == asks)
    }
}
