import Testing

/// Nobody thanks themselves, under whichever spelling of their own address.
@Suite struct OwnAddressTests {
    @Test(arguments: ["ada@example.org", "Ada@Example.org", "ada+jobs@example.org"])
    func theUserIsNobodyOnAPanel(address: String) throws {
        let ada = try Applicant()
        let who = "Ada Example <\(address)>"
        let more = [
            "--organisation", "City Library", "--role", "Clerk", "--ended", "2026-11-20 15:00", "--yes",
        ]
        let jane = "Jane Okafor <jane@example.org>"
        for people in [["--panel", who], ["--panel", jane, "--contact", who]] {
            let run = try ada.run(["interview", "add"] + more + people)
            // A domain is written in small letters, as everywhere.
            let shown = address.replacing("Example.org", with: "example.org")
            #expect(run.status == 65 && run.err.contains("has your own address (\(shown))"), "\(run)")
        }
        #expect(try ada.document("interview", "list") == .list([]))
        try ada.add()
        let edited = try ada.run("interview", "edit", "1", "--contact", who)
        #expect(edited.status == 65 && edited.err.contains("has your own address"), "\(edited)")
    }
}
