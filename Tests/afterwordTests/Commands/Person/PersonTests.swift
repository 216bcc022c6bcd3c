import Testing

@Suite struct PersonTests {
    @Test func namesAreMendedInEveryMessageThatHasNotGone() throws {
        let ada = try Applicant()
        try ada.add()
        let changed = try ada.document(
            "person", "edit", "jane.okafor@example.org", "--name", "Jane Okáfor-Smith")
        // The question to somebody else names her, too.
        #expect(changed.items.map(\.["id"]) == [1, 3])
        #expect(changed[0]["state"] == "draft")
        #expect(changed[0]["body"].string.hasPrefix("Dear Jane Okáfor-Smith,\n"))
        #expect(changed[0]["to"]["name"] == "Jane Okáfor-Smith")
    }

    @Test func addressIsMendedAndTheMessageGoesThere() throws {
        let server = try MailServer()
        let ada = try Applicant(server: server)
        try ada.add()
        try ada.run("person", "edit", "Jane Okafor", "--address", "j.okafor@example.net")
        #expect(try ada.run("approve", "1").status == 0)
        ada.clock = Applicant.nextDay
        try ada.run("send")
        #expect(server.mails.map(\.to).sorted() == ["j.okafor@example.net", "tom@example.org"])
    }

    @Test func salutationStandsUntilItIsTakenBack() throws {
        let ada = try Applicant()
        try ada.add()
        let set = try ada.document("person", "edit", "1", "--salutation", "Dr Okafor")
        #expect(set[0]["body"].string.hasPrefix("Dear Dr Okafor,\n"))
        #expect(try ada.run("person", "show", "1").out.contains("greeted as: Dear Dr Okafor,"))
        let back = try ada.document("person", "edit", "1", "--salutation", "")
        #expect(back[0]["body"].string.hasPrefix("Dear Jane Okafor,\n"))
    }

    @Test func cardBecomesAnEmailOnceThereIsAnAddress() throws {
        let ada = try Applicant()
        try ada.run(
            "interview", "add", "--organisation", "City Library", "--role", "Data Analyst", "--ended",
            "2026-11-20 15:00", "--panel", "Jane Okafor", "--yes")
        let changed = try ada.document(
            "person", "edit", "Jane Okafor", "--address", "jane.okafor@example.org")
        #expect(changed.items.map(\.["kind"]) == ["thank-you", "decision-status"])
        #expect(changed.items.map(\.["channel"]) == ["email", "email"])
    }

    @Test(arguments: [
        (
            "Jane Okafor", ["--address", "tom@example.org"],
            "tom@example.org belongs to “Tom Ó Briain”, number 2"
        ),
        ("Jane Okafor", ["--name", "Jane\nOkafor"], "U+000A"),
        ("Jane Okafor", ["--address", "jane"], "“jane” is not an email address"),
        ("Jane Okafor", ["--name", ""], "the name is empty"),
        ("Jane Okafor", ["--name", "Jane Okafor"], "nothing was changed"),
        ("Nobody", ["--name", "Bea"], "nobody on record is called “Nobody”"),
        ("99", ["--name", "Bea"], "there is no person number 99"),
    ])
    func badCorrectionChangesNothing(person: String, options: [String], says: String) throws {
        let ada = try Applicant()
        try ada.add()
        let before = ada.ledger
        let run = try ada.run(["person", "edit", person, "--json"] + options)
        #expect(run.status == 65)
        #expect(run.out.isEmpty)
        #expect(run.err.contains(says), "\(run.err)")
        #expect(ada.ledger == before)
    }

    @Test func namesakesAreToldApartByNumber() throws {
        let ada = try Applicant()
        try ada.add()
        try ada.run(
            "interview", "add", "--organisation", "Harbour Trust", "--role", "Editor", "--ended",
            "2026-11-20 12:00",
            "--panel", "Jane Okafor <jane.o@example.net>", "--yes")
        let run = try ada.run("person", "show", "Jane Okafor")
        #expect(run.status == 65)
        #expect(run.err.contains("several people are called “Jane Okafor”: 1 ("), "\(run.err)")
        #expect(run.err.contains(" or 4 ("), "\(run.err)")
    }

    @Test func wholeHistoryIsShown() throws {
        let ada = try Applicant(server: MailServer())
        try ada.add()
        ada.clock = Applicant.nextDay
        try ada.run("send")
        let history = try ada.document("person", "show", "Jane Okafor")
        #expect(history.keys == ["contacts", "interviews", "messages", "person"])
        #expect(
            history["person"].keys == [
                "address", "differences", "form", "id", "name", "nameSource", "salutation", "verified",
            ])
        #expect(history["messages"].items.map(\.["state"]) == ["sent"])
        #expect(history["contacts"].items.count == 1 && history["interviews"].items.count == 1)
        #expect(try ada.document("person", "list").items.map(\.["id"]) == [1, 2, 3])
    }

    @Test func nothingToMendIsAUsageError() throws {
        #expect(try Applicant().run("person", "edit", "1").status == 64)
    }
}
