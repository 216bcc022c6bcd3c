import Testing

/// What `approve` and `show` say of the words of a message.
@Suite struct ApproveTests {
    /// Drafts to Jane (without a talking point) and Tom, and the question.
    private func drafts(at clock: String = Applicant.evening) throws -> Applicant {
        let ada = try Applicant(at: clock)
        try ada.run(
            "interview", "add", "--organisation", "City Library", "--role", "Data Analyst", "--ended",
            "2026-11-20 15:00", "--panel", "Jane Okafor <jane.okafor@example.org>", "--panel",
            "Tom Ó Briain <tom@example.org>", "--talking-point", "tom@example.org=the on-call week", "--json")
        return ada
    }

    @Test func everyFindingThatRemainsIsSaidUnderItsMessage() throws {
        let run = try drafts().run("approve", "1", "2")
        #expect(run.status == 0 && run.err.isEmpty)
        let lines = run.out.split(separator: "\n").map(String.init)
        let warning = try #require(lines.firstIndex { $0.hasPrefix("   ! nothing personal yet: ") })
        let second = try #require(lines.firstIndex { $0.hasPrefix("2  thank-you to Tom") })
        #expect(warning < second)
        #expect(lines.filter { $0.contains("! ") }.count == 1)
    }

    @Test(arguments: [("y\n", "queued", Int32(0)), ("n\n", "draft", 1), ("\n", "draft", 1)])
    func onATerminalWhatIsWarnedOfIsAskedAbout(typed: String, state: String, status: Int32) throws {
        let ada = try drafts()
        let run = try ada.runAtTerminal(["approve", "1", "2"], typed: typed)
        #expect(run.status == status, "\(run)")
        #expect(
            run.out.contains(" nothing personal yet: ") && run.out.contains("Queue message 1 as it is? [y/N]")
        )
        #expect(!run.out.contains("Queue message 2 as it is?"), "nothing warns of it")
        #expect(try ada.state(1) == state)
        #expect(try ada.state(2) == "queued")
    }

    @Test func whatIsSetAsideIsNotAskedAbout() throws {
        let ada = try drafts()
        let run = try ada.runAtTerminal(["approve", "1", "--ignore", "no-talking-point"])
        #expect(run.status == 0 && !run.out.contains("as it is?"), "\(run)")
        #expect(try ada.state(1) == "queued")
    }

    @Test func whatBlocksIsSaidThereToo() throws {
        let ada = try drafts()
        let body = "Dear Tom Ó Briain,\n\nThank you for your time on Friday.\n\nAda Example\n"
        try ada.run("edit", "1", "--body-file", "-", input: body)
        let run = try ada.run("approve", "1")
        #expect(run.status == 1)
        #expect(
            run.out.contains(
                "   ✗ it greets “Tom Ó Briain”, but goes to “Jane Okafor”; correct it, or if you mean it: "
                    + "afterword approve 1 --ignore other-name\n"))
        #expect(run.out.contains("   ! "), "the warnings too")
        #expect(try ada.state(1) == "draft")
        #expect(try ada.run("approve", "1", "--ignore", "other-name").status == 0)
        #expect(try ada.state(1) == "queued")
    }

    @Test(arguments: [[], ["hold", "1"]])
    func findingsStandBelowWhatIsApprovedToo(step: [String]) throws {
        let ada = try drafts()
        try ada.run("approve", "1")
        if !step.isEmpty { try ada.run(step) }
        #expect(try ada.run("show", "1").out.contains("  ! nothing personal yet: "))
    }

    @Test func aDraftSaysThatItWouldBeHeld() throws {
        let ada = try drafts(at: "2026-11-25 10:00:00")
        let held = "Approved now, it would be held. Too late: its time was up Mon 23 Nov 2026, 15:00"
        #expect(try ada.run("show", "1").out.contains(held))
        #expect(try !ada.run("show", "3").out.contains("would be held"))
        #expect(try ada.document("show", "1")["reason"] == nil, "the document knows no prospects")
        let asked = try ada.run(
            "interview", "add", "--organisation", "Harbour Trust", "--role", "Editor", "--ended",
            "2026-11-20 12:00", "--panel", "Bea Cole <bea@example.org>")
        let warned = try #require(asked.out.range(of: "Approved now, it would be held."))
        let question = try #require(asked.out.range(of: "[y/N]"))
        #expect(warned.lowerBound < question.lowerBound)
        #expect(try ada.run("approve", "2").out.contains("Too late: "))
    }
}
