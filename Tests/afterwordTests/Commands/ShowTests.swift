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

    /// The server took every envelope, and refused every body.
    private func refused() throws -> (Applicant, MailServer) {
        let server = try MailServer(MailServer.Manners(body: "554 5.7.1 it smells of spam"))
        let ada = try Applicant(server: server)
        try ada.add()
        ada.clock = Applicant.nextDay
        try ada.run("send")
        #expect(try ada.state(1) == "refused")
        return (ada, server)
    }

    private static let otherWords = "Dear Jane Okafor,\n\nThank you for your time on Friday.\n\nAda Example\n"

    /// What the server had refused is shown as long as the message stands refused; what is edited has other words.
    @Test func rawIsWhatGoesNowAndNotWhatWasRefusedBefore() throws {
        let (ada, server) = try refused()
        let mail = try #require(server.mails.first { $0.to.contains("jane") })
        #expect(try ada.run("show", "1", "--raw").out.replacing("\r\n", with: "\n") == mail.text)

        try ada.run("edit", "1", "--body-file", "-", input: Self.otherWords)
        let draft = try ada.run("show", "1", "--raw")
        #expect(
            draft.status == 65 && draft.out.isEmpty && draft.err.contains("has no mail to show"), "\(draft)")
        try ada.run("approve", "1")
        let queued = try ada.run("show", "1", "--raw").out
        #expect(queued.contains("Thank you for your time on Friday.") && !queued.contains("\r\nDate:"))
        try ada.run("cancel", "1")
        #expect(try ada.run("show", "1", "--raw").out == queued)
    }

    /// The body of the old words was refused; of the new ones not even the envelope was taken.
    @Test func rawOfWhatIsRefusedAgainHasTheWordsThatWereMeant() throws {
        let (ada, server) = try refused()
        try ada.run("edit", "1", "--body-file", "-", input: Self.otherWords)
        ada.clock = "2026-11-21 15:01:00"
        try ada.run("approve", "1")
        let queued = try ada.run("show", "1", "--raw").out
        server.behave { $0.recipients = ["jane": "550 5.1.1 no such user"] }
        try ada.run("send")
        #expect(try ada.state(1) == "refused")
        #expect(try ada.run("show", "1", "--raw").out == queued)
    }

    @Test func rawOfWhatIsCancelledIsWhatHadLeft() throws {
        let (ada, _) = try refused()
        let left = try ada.run("show", "1", "--raw").out
        #expect(left.contains("\r\nDate: "))
        try ada.run("cancel", "1")
        #expect(try ada.state(1) == "cancelled")
        #expect(try ada.run("show", "1", "--raw").out == left)
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
    func whatIsNoNumberIsANameThatNothingAnswersTo(_ text: String) throws {
        let run = try Applicant().run("show", text)
        #expect(run.status == 65 && run.out.isEmpty)
        #expect(run.err.contains("called “\(text)”"), "\(run.err)")
    }
}
