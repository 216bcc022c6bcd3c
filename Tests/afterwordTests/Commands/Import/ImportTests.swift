import Foundation
import Testing

@Suite("import: from the invitation to planned messages, and back") struct ImportTests {
    let ada: Applicant

    init() throws { ada = try Applicant(at: Applicant.weekBefore) }

    @Test("what was understood is shown with where it came from, and who was left out and why")
    func shown() throws {
        let run = try ada.take(InvitationSample(), "--yes")
        #expect(run.status == 0, "\(run)")
        #expect(run.err.isEmpty)
        for text in [
            "ends          Fri 20 Nov 2026, 15:00 (Europe/London)",
            "organisation  City Library (from “", "role          Data Analyst (from “",
            "invited       Jane Okafor <jane.okafor@example.org> (who invites you)",
            "invited       Tom Ó Briain <tom@example.org> (invited too)",
            "left out      Ada Example <ada@example.org>: that is you",
            "Recorded: Data Analyst, City Library, ",
            "It is planned: it ends Fri 20 Nov 2026, 15:00 (Europe/London).",
        ] {
            #expect(run.out.contains(text), "\(text) in \(run.out)")
        }
        #expect(try ada.states() == ["1 draft", "2 draft", "3 draft"])
    }

    @Test("the document is that of interview add, with what was understood")
    func document() throws {
        let document = try ada.take(InvitationSample(), "--yes", "--json").json()
        #expect(document["change"] == "recorded")
        #expect(document["recruitment"] == 1)
        #expect(document["interview"] == 1)
        #expect(document["existing"] == false)
        #expect(
            document["messages"].items.map { $0["due"].string } == [
                "2026-11-21T15:00:00Z", "2026-11-21T15:00:00Z", "2026-12-04T15:00:00Z",
            ])
        let understood = document["understood"]
        #expect(understood["ends"] == "2026-11-20T15:00:00Z")
        #expect(understood["timeZone"] == "Europe/London")
        #expect(understood["role"]["value"] == "Data Analyst")
        #expect(understood["people"].items.map { $0["name"].string } == ["Jane Okafor", "Tom Ó Briain"])
        #expect(understood["leftOut"].items.map { $0["reason"].string } == ["yourself"])
        #expect(document["questions"] == [])
    }

    @Test("the same file again changes nothing and says so; so does an older one", arguments: [0, 2])
    func again(sequence: Int) throws {
        try ada.take(InvitationSample(sequence: sequence), "--yes")
        let before = ada.ledger
        for sequence in 0...sequence {
            let run = try ada.take(InvitationSample(sequence: sequence))
            #expect(run.status == 0, "\(run)")
            #expect(run.out.contains("has this invitation already"))
            #expect(
                try ada.take(InvitationSample(sequence: sequence), "--json").json()["change"] == "unchanged")
        }
        #expect(ada.ledger == before)
    }

    @Test("a newer invitation moves the interview and its messages; one that calls it off withdraws them")
    func newer() throws {
        try ada.take(InvitationSample(), "--yes")
        let moved = try ada.take(
            InvitationSample(sequence: 1, start: "20261124T100000", end: "20261124T110000"), "--yes", "--json"
        ).json()
        #expect(moved["change"] == "moved")
        #expect(
            moved["messages"].items.map { $0["due"].string } == [
                "2026-11-25T11:00:00Z", "2026-11-25T11:00:00Z", "2026-12-08T11:00:00Z",
            ])
        let off = try ada.take(InvitationSample(method: "CANCEL", sequence: 2), "--yes")
        #expect(off.status == 0, "\(off)")
        #expect(
            off.out.contains(
                "Interview 1 (Data Analyst, City Library) is called off; its unsent messages are cancelled."))
        #expect(try ada.states() == ["1 cancelled", "2 cancelled", "3 cancelled"])
        #expect(try ada.document("show", "1")["reason"]["code"] == "called-off")
        #expect(try ada.run("interview", "list").out.contains("[called off]"))
    }

    @Test("a newer invitation takes a voice as interview add does")
    func voice() throws {
        try ada.take(InvitationSample(), "--yes")
        let moved = try ada.take(InvitationSample(sequence: 1), "--voice", "formal", "--yes", "--json").json()
        #expect(moved["change"] == "moved")
        #expect(moved["messages"][0]["body"].string.hasSuffix("Yours sincerely,\n\nAda Example\n"))
        #expect(try ada.document("interview", "show", "1")["voice"] == "formal")
    }

    @Test("the same invitation again takes a voice, asks for it, and says that nothing else was changed")
    func voiceAgain() throws {
        try ada.take(InvitationSample(), "--yes")
        let before = ada.ledger
        let unasked = try ada.take(InvitationSample(), "--voice", "formal", "--json")
        #expect(unasked.status == 65 && unasked.err.contains("add --yes"), "\(unasked)")
        #expect(try unasked.json()["change"] == nil)
        let wrong = try ada.take(InvitationSample(), "--voice", "wram", "--yes")
        #expect(wrong.status == 65 && wrong.err.contains("there is no voice “wram”"), "\(wrong)")
        #expect(ada.ledger == before)

        let told = try ada.take(InvitationSample(), "--voice", "formal", "--yes")
        #expect(told.status == 0, "\(told)")
        #expect(
            told.out.contains("already, or a newer one; only the voice (how the letters sound) was changed."),
            "\(told.out)")
        #expect(told.out.contains("rewritten in the voice “formal” (messages 1, 2 and 3)"), "\(told.out)")
        #expect(try ada.document("interview", "show", "1")["voice"] == "formal")
        let back = try ada.take(InvitationSample(), "--voice", "warm", "--yes", "--json").json()
        #expect(back["change"] == "revoiced" && back["existing"] == true)
        #expect(back["messages"].items.count == 3)
        let same = try ada.take(InvitationSample(), "--voice", "warm", "--json").json()
        #expect(same["change"] == "unchanged")
    }

    @Test("a voice that takes an approval away says what to do, and ends with 1")
    func voiceOfWhatWasApproved() throws {
        ada.clock = Applicant.evening
        try ada.take(InvitationSample(), "--yes")
        #expect(try ada.states() == ["1 queued", "2 queued", "3 queued"])
        let told = try ada.take(InvitationSample(), "--voice", "formal", "--yes")
        #expect(try ada.states() == ["1 draft", "2 draft", "3 draft"])
        #expect(told.status == 1, "\(told)")
        #expect(told.out.contains("Read them, then: afterword approve 1 2 3"), "\(told.out)")
    }

    @Test("what was never recorded can't be called off")
    func calledOffUnknown() throws {
        let run = try ada.take(InvitationSample(method: "CANCEL"), "--yes")
        #expect(run.status == 0)
        #expect(run.out.contains("It is called off, and it is not on record; nothing was changed."))
    }

    @Test("drafts wait for the end; then advise and queue ask how it went, and approve works")
    func wholeCircle() throws {
        try ada.take(InvitationSample(), "--yes")
        let early = try ada.run("approve", "1", "2")
        #expect(early.status == 65)
        #expect(
            early.err.contains(
                "the interview ends Fri 20 Nov 2026, 15:00 (Europe/London); approve it once it is over"))
        #expect(
            try ada.document("advise").items.map { $0["code"].string } == [
                "planned", "never-telephone", "no-social",
            ])
        #expect(try !ada.run("queue").out.contains("afterword approve"))

        ada.clock = Applicant.evening
        let advice = try ada.document("advise").items
        #expect(advice[0]["code"] == "how-it-went")
        let question = "What did you talk about with Jane Okafor and Tom Ó Briain?"
        #expect(advice[0]["text"].string.contains(question))
        #expect(try ada.run("queue").out.contains(question))
        let missing = try ada.run("approve", "1", "--json")
        #expect(missing.status == 0)
        try ada.run(
            "interview", "edit", "1", "--talking-point", "jane.okafor@example.org=the open-data portal",
            "--talking-point", "tom@example.org=how the team shares its on-call week")
        let approved = try ada.run("approve", "1", "2", "3")
        #expect(approved.status == 0, "\(approved)")
        #expect(try ada.states() == ["1 queued", "2 queued", "3 queued"])
        #expect(try !ada.document("advise").items.contains { $0["code"] == "how-it-went" })
    }

    @Test("an approval without anything personal says what is missing")
    func impersonal() throws {
        try ada.take(InvitationSample(), "--yes")
        ada.clock = Applicant.evening
        let run = try ada.run("approve", "1")
        #expect(run.out.contains("! "))
        #expect(run.out.contains("talk"))
    }

    @Test("an interview that is over is queued by an answer in advance, as interview add does")
    func over() throws {
        ada.clock = Applicant.evening
        let run = try ada.take(InvitationSample(), "--yes")
        #expect(run.status == 0, "\(run)")
        #expect(try ada.states() == ["1 queued", "2 queued", "3 queued"])
    }

    @Test("a name that may be misspelt is not queued by an answer in advance")
    func doubtful() throws {
        ada.clock = Applicant.evening
        let people = ["ORGANIZER;CN=\"OKAFOR, JANE\":mailto:jane.okafor@example.org"]
        let run = try ada.take(InvitationSample(people: people), "--yes")
        #expect(run.status == 1, "\(run)")
        #expect(run.out.contains("may not be how they write it"))
        #expect(try ada.state(1) == "draft")
    }

    @Test("a name that was settled once is not taken from the invitation")
    func settledName() throws {
        try ada.take(InvitationSample(), "--yes")
        let other = InvitationSample(
            start: "20261120T100000", end: "20261120T110000",
            summary: "Interview for Archivist at City Museum",
            people: ["ORGANIZER;CN=jane o:mailto:jane.okafor@example.org"]
        ).text.replacing("one@", with: "two@")
        let run = try ada.run("import", try ada.scratch.file("other.ics", other), "--yes")
        #expect(run.status == 0, "\(run)")
        #expect(
            run.out.contains(
                "jane.okafor@example.org is known as “Jane Okafor”; the invitation writes “jane o”."))
        #expect(
            try ada.document("interview", "show", "2")["panel"].items.map { $0["name"].string } == [
                "Jane Okafor"
            ])
    }

    @Test("standard input is read as a file is")
    func standardInput() throws {
        let run = try ada.run("import", "-", "--yes", "--json", input: InvitationSample().text)
        #expect(run.status == 0, "\(run)")
        #expect(try run.json()["interview"] == 1)
    }

    static let files: [(name: String, more: [String])] = [
        ("apple.ics", []), ("greenhouse.ics", []), ("teams.eml", []),
        ("calendly.ics", ["--organisation", "Acme", "--role", "Clerk"]),
        ("exchange.ics", ["--organisation", "City Council", "--role", "Records Officer"]),
        ("goodtime.ics", ["--panel", "Noor Haddad <noor@brightside.example>"]),
        ("google.ics", ["--panel", "Jane Okafor <jane.okafor@citylibrary.example>"]),
    ]

    @Test("invitations in the style of each system are recorded", arguments: files.indices)
    func systems(index: Int) throws {
        let (name, more) = Self.files[index]
        ada.clock = "2026-07-05 12:00:00"
        let run = try ada.run(["import", InvitationSample.shared(name), "--yes", "--json"] + more)
        #expect(run.status == 0, "\(run)")
        #expect(try ada.states().allSatisfy { $0.hasSuffix("draft") })
        #expect(try !ada.document("interview", "list").items.isEmpty)
    }
}
