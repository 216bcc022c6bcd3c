import Testing

/// A talking point that is missing is asked for, one per person, where somebody is there to answer (rule `personal`).
@Suite struct TalkingPointQuestionsTests {
    private static let silent = [
        "interview", "add", "--organisation", "City Library", "--role", "Data Analyst", "--ended",
        "2026-11-20 15:00",
        "--panel", "Jane Okafor <jane.okafor@example.org>", "--panel", "Tom Ó Briain <tom@example.org>",
        "--panel", "Bea Cole",
    ]
    private static let question = "What did you talk about?"

    private func points(_ ada: Applicant) throws -> [Value] {
        try ada.document("interview", "show", "1")["panel"].items.map(\.["talkingPoint"])
    }

    @Test func eachPersonIsAskedForAndTheNotesAreWordedWithTheAnswers() throws {
        let ada = try Applicant()
        let run = try ada.runAtTerminal(
            Self.silent, typed: "the open-data portal\nthe rota\nthe reading room\ny\n")
        #expect(run.status == 0, "\(run)")
        #expect(run.out.contains(Self.question) && run.out.contains("how the team shares its on-call week"))
        for name in ["Jane Okafor", "Tom Ó Briain", "Bea Cole"] { #expect(run.out.contains("  \(name): ")) }
        #expect(try points(ada) == ["the open-data portal", "the rota", "the reading room"])
        #expect(!run.out.contains("impersonal"))
        #expect(try ada.states().allSatisfy { $0.hasSuffix("queued") })
        #expect(try ada.run("show", "1", "--json").json()["body"].string.contains("the open-data portal"))
    }

    @Test func nothingTypedLeavesOneOutWithTheKnownWarning() throws {
        let ada = try Applicant()
        let run = try ada.runAtTerminal(Self.silent, typed: "\nthe rota\n\nn\n")
        #expect(try points(ada) == [nil, "the rota", nil])
        #expect(run.out.contains("impersonal: nothing from the conversation"))
    }

    @Test func theEndOfInputLosesNothing() throws {
        let ada = try Applicant()
        let run = try ada.runAtTerminal(Self.silent, typed: "the portal\n\u{4}")
        #expect(run.status == 0, "\(run)")
        #expect(try points(ada) == ["the portal", nil, nil])
    }

    @Test func whoHasATalkingPointIsNotAskedFor() throws {
        let ada = try Applicant()
        let told = ["--talking-point", "tom@example.org=the rota"]
        let run = try ada.runAtTerminal(Self.silent + told, typed: "the portal\nthe shelves\nn\n")
        #expect(!run.out.contains("  Tom Ó Briain: "))
        #expect(try points(ada) == ["the portal", "the rota", "the shelves"])
    }

    @Test func anAnswerThatCannotStandIsAskedForAgain() throws {
        let ada = try Applicant()
        let long = String(repeating: "long ", count: 101)
        let run = try ada.runAtTerminal(Self.silent, typed: "\(long)\nthe portal\n\n\nn\n")
        #expect(run.status == 0, "\(run)")
        #expect(try points(ada) == ["the portal", nil, nil])
    }

    @Test(arguments: [["--yes"], ["--json"], ["--via-agency", "--contact", "Hana Lee <hana@example.org>"]])
    func whoAnswersInAdvanceOrThanksTheAgencyIsNotAsked(options: [String]) throws {
        let run = try Applicant().runAtTerminal(Self.silent + options, typed: "n\n")
        #expect(run.status == 0 && !run.out.contains(Self.question), "\(run)")
    }

    @Test func withoutATerminalNothingIsAsked() throws {
        let ada = try Applicant()
        let run = try ada.run(Self.silent, input: "n\nthe portal\n")
        #expect(run.status == 0 && !run.out.contains(Self.question))
        #expect(try points(ada) == [nil, nil, nil])
    }

    @Test func whatIsOnRecordAlreadyIsNotAskedAboutAgain() throws {
        let ada = try Applicant()
        _ = try ada.runAtTerminal(Self.silent, typed: "\n\n\nn\n")
        #expect(try !ada.runAtTerminal(Self.silent).out.contains(Self.question))
    }

    @Test(arguments: [(Applicant.weekBefore, false), (Applicant.evening, true)])
    func importAsksWhereTheInterviewIsOver(clock: String, asks: Bool) throws {
        let ada = try Applicant(at: clock)
        let file = try ada.scratch.file("invite.ics", InvitationSample().text)
        let run = try ada.runAtTerminal(["import", file], typed: "\ny\nthe portal\n\n\n\nn\n")
        #expect(run.status == 0, "\(run)")
        #expect(run.out.contains(Self.question) == asks, "\(run.out)")
        #expect(try points(ada).contains("the portal") == asks)
    }
}
