import Testing

@Suite struct ShowTests {
    @Test func showIsOneMessageWithEveryField() throws {
        let ada = try Applicant()
        let added = try ada.add()["messages"]
        for (index, message) in added.items.enumerated() {
            #expect(try ada.document("show", String(index + 1)) == message)
        }
    }

    @Test func rawIsTheMailItself() throws {
        let ada = try Applicant()
        try ada.add()
        let raw = try ada.run("show", "2", "--raw").out
        let head = try #require(raw.components(separatedBy: "\r\n\r\n").first)
        #expect(head.contains("From: Ada Example <ada@example.org>"))
        #expect(head.contains("<tom@example.org>") && !head.lowercased().contains("\r\nbcc:"))
        #expect(!head.contains("Date:"), "that is the moment of hand-over")
        #expect(raw.utf8.allSatisfy { $0 < 0x80 })
        #expect(!raw.replacing("\r\n", with: "").contains { $0.isNewline })
    }

    @Test func draftHasNoMailToShow() throws {
        let ada = try Applicant()
        try ada.run(Applicant.interview("--json"))
        let run = try ada.run("show", "1", "--raw")
        #expect(run.status == 65)
        #expect(run.err.contains("message 1 has no mail to show"))
    }

    @Test func findingsStandBelowADraft() throws {
        let ada = try Applicant()
        try ada.run(
            "interview", "add", "--organisation", "City Library", "--role", "Data Analyst", "--ended",
            "2026-11-20 15:00", "--panel", "Jane Okafor <kim@example.org>", "--json")
        let shown = try ada.run("show", "1").out
        #expect(shown.contains("afterword interview edit 1 --talking-point \"kim@example.org=…\""))
        #expect(
            shown.contains(
                "! the name does not resemble the address; is it spelt right? If so: afterword person verify 1"
            ))
    }

    @Test func unknownMessageIsNamed() throws {
        let run = try Applicant().run("show", "7", "--json")
        #expect(run.status == 65)
        #expect(run.out.isEmpty)
        #expect(run.err == "afterword: there is no message number 7; see: afterword queue --all\n")
    }

    @Test(arguments: ["x", "1.5", "-", "99999999999999999999"])
    func numberThatIsNoneIsAUsageError(_ number: String) throws {
        #expect(try Applicant().run("show", number).status == 64)
    }
}
