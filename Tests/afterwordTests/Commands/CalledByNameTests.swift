import Testing

@Suite("commands take names where they take numbers") struct CalledByNameTests {
    private let ada: Applicant

    init() throws {
        ada = try Applicant()
        try ada.add()
    }

    @Test(arguments: [
        ["show", "okafor", "--json"], ["hold", "tom", "--json"],
        ["heard", "city library", "--replied", "--json"],
        ["heard", "1", "--rejected", "--from", "hana", "--json"], ["interview", "show", "city", "--json"],
        ["person", "show", "jane", "--json"], ["person", "verify", "o briain", "--json"],
        ["interview", "edit", "the city library", "--by", "video", "--json"],
        [
            "log", "--person", "okafor", "--channel", "phone", "--direction", "out", "--recruitment",
            "analyst", "--json",
        ],
    ])
    func itIsDone(arguments: [String]) throws {
        let run = try ada.run(arguments)
        #expect(run.status == 0 && run.err.isEmpty, "\(run.err)")
    }

    @Test func severalAreRefusedWithTheList() throws {
        let run = try ada.run("show", "library")
        #expect(run.status == 65)
        #expect(
            run.err.contains(
                "“library” may mean 1 (thank-you to Jane Okafor (Data Analyst, City Library), queued), 2 ("))
    }

    @Test(
        "without a terminal the beginning of a name does nothing",
        arguments: [
            ["cancel", "t"], ["heard", "c", "--rejected"],
            ["log", "--person", "Ja", "--channel", "post", "--direction", "out"],
        ])
    func aBeginningDoesNothing(arguments: [String]) throws {
        let run = try ada.run(arguments)
        #expect(run.status == 65 && run.err.contains("” may mean "), "\(run)")
        #expect(try ada.states() == ["1 queued", "2 queued", "3 queued"])
    }

    /// What is likelier counts only for whoever sees which it was.
    @Test func aScriptIsNeverChosenFor() throws {
        try ada.run("cancel", "1")
        let run = try ada.run("release", "library")
        #expect(run.status == 65 && run.err.contains("“library” may mean 1 ("), "\(run)")
        #expect(try ada.state(1) == "cancelled")
        #expect(try ada.run("release", "thank-you okafor").status == 0)
    }

    @Test func nothingCalledSoIsSaid() throws {
        let run = try ada.run("heard", "museum", "--replied")
        #expect(run.status == 65 && run.err.contains("called “museum”; see: afterword interview list"))
    }

    @Test func anInterviewIsCalledOffAndTakenUp() throws {
        let off = try ada.document("interview", "cancel", "city library")
        #expect(off["interview"]["calledOff"] == true && off["changed"].items.count == 3)
        #expect(try ada.states() == ["1 cancelled", "2 cancelled", "3 cancelled"])
        let on = try ada.run("interview", "cancel", "1", "--undo")
        #expect(on.out.hasPrefix("On record again: Data Analyst, City Library, Fri 20 Nov 2026"))
        #expect(try ada.states() == ["1 draft", "2 draft", "3 draft"])
    }

    @Test func aMistakeIsDeletedAndPutBack() throws {
        #expect(
            try ada.run("interview", "delete", "city library").out.hasPrefix(
                "Deleted: Data Analyst, City Library"))
        #expect(try ada.run("interview", "list", "--json").json().items.isEmpty)
        #expect(try ada.run("interview", "undelete", "city library").status == 0)
        #expect(try ada.run("interview", "list", "--json").json().items.count == 1)
    }

    @Test func whatWasHeardEarlierStandsAtItsTime() throws {
        ada.clock = "2026-11-23 12:00:00"
        let heard = try ada.document("heard", "city", "--rejected", "--at", "2026-11-21 10:30")
        #expect(heard["contact"]["time"] == "2026-11-21T10:30:00Z")
        #expect(try ada.run("heard", "city", "--rejected", "--at", "2026-11-20 10:30").status == 65)
    }
}
