import Foundation
import Testing

/// The main job from beginning to end, as one job seeker lives through it.
@Suite struct WholeCircleTests {
    @Test func interviewLeadsToThankYousThenOneQuestionThenNothing() throws {
        let server = try MailServer()
        let ada = try Applicant(server: server)
        #expect(try ada.add()["messages"].items.map(\.["state"]) == ["queued", "queued", "queued"])

        let early = try ada.run("send")
        #expect(early.status == 0)
        #expect(
            early.out
                == "Nothing is due. Next: 2 messages wait until Sat 21 Nov 2026, 15:00 (Europe/London).\n"
        )

        ada.clock = Applicant.nextDay
        let sent = try ada.document("send")
        #expect(sent["sent"].items.map(\.["id"]) == [1, 2])
        #expect(server.mails.map(\.to) == ["jane.okafor@example.org", "tom@example.org"])
        #expect(Set(server.mails.map(\.from)) == ["ada@example.org"])
        let thanks = try #require(server.mails.last)
        #expect(thanks.header("To")?.hasSuffix("<tom@example.org>") == true)
        #expect(thanks.header("Subject") != nil && thanks.header("In-Reply-To") == nil)

        try expectNothingGoes(ada, server, count: 2)
        ada.clock = Applicant.twoWeeksLater
        #expect(try ada.document("send")["sent"].items.map(\.["id"]) == [3])
        #expect(server.mails.last?.to == "hana.lee@example.org")
        try expectNothingGoes(ada, server, count: 3)

        let heard = try ada.document("heard", "1", "--rejected")
        #expect(heard["changed"] == [], "feedback was asked for already")
        ada.clock = "2027-01-20 12:00:00"
        try expectNothingGoes(ada, server, count: 3)
        #expect(try ada.run("audit", "--check").status == 0)
        #expect(try ada.document("audit").items.map(\.["outcome"]) == ["sent", "sent", "sent", "rejected"])
    }

    /// A further `send` sends nothing, says so, and leaves the ledger as it is.
    private func expectNothingGoes(_ ada: Applicant, _ server: MailServer, count: Int) throws {
        let before = ada.ledger
        let again = try ada.run("send")
        #expect(again.status == 0)
        #expect(again.out.hasPrefix("Nothing is due. "))
        #expect(server.mails.count == count)
        #expect(ada.ledger == before)
    }

    @Test func questionToSomebodyThankedStaysInTheThread() throws {
        let server = try MailServer()
        let ada = try Applicant(server: server)
        try ada.run(
            "interview", "add", "--organisation", "City Library", "--role", "Data Analyst", "--ended",
            "2026-11-20 15:00", "--panel", "Jane Okafor <jane.okafor@example.org>", "--yes")
        // Without the dash, which would be encoded.
        try ada.run("edit", "1", "--subject", "Thank you")
        try ada.run("approve", "1")
        ada.clock = Applicant.nextDay
        try ada.run("send")
        ada.clock = Applicant.twoWeeksLater
        #expect(try ada.run("show", "2").out.contains("In the thread of your thank-you as: Re: Thank you\n"))
        try ada.run("send")
        let (thanks, question) = try (#require(server.mails.first), #require(server.mails.last))
        #expect(server.mails.count == 2)
        #expect(question.header("In-Reply-To") == thanks.header("Message-ID"))
        #expect(question.header("References") == thanks.header("Message-ID"))
        #expect(question.header("Subject") == "Re: Thank you")
        #expect(thanks.header("Message-ID") != question.header("Message-ID"))
    }

    @Test func rejectionBeforeTheTwoWeeksTurnsTheQuestionIntoAFeedbackRequest() throws {
        let server = try MailServer()
        let ada = try Applicant(server: server)
        try ada.add()
        ada.clock = Applicant.nextDay
        try ada.run("send")
        ada.clock = "2026-11-25 10:00:00"
        let changed = try ada.document("heard", "1", "--rejected")["changed"].items
        #expect(
            changed.map { "\($0["id"]) \($0["kind"]) \($0["state"])" }.sorted() == [
                "3 decision-status cancelled", "4 feedback-request draft",
            ])
        #expect(changed.allSatisfy { $0["to"]["address"] == "hana.lee@example.org" })
        #expect(try ada.run("approve", "4").status == 0)
        ada.clock = "2026-11-26 10:00:00"
        #expect(try ada.document("send")["sent"].items.map(\.["id"]) == [4])
        ada.clock = Applicant.twoWeeksLater
        #expect(try ada.document("send")["sent"] == [])
        #expect(server.mails.count == 3)
    }

    /// The machine's own clock, so that nothing here hangs on the one that the other tests put in its place.
    @Test func thankYouOfYesterdayGoesByTheRealClock() throws {
        let server = try MailServer()
        let ada = try Applicant(at: nil, server: server)
        let ended = Date(timeIntervalSinceNow: -25 * 3600).formatted(.iso8601)
        let added = try ada.run(Applicant.interview(ended: ended, "--yes", "--json"))
        #expect(added.status == 0, "\(added)")
        #expect(try ada.document("send")["sent"].items.map(\.["id"]) == [1, 2])
        #expect(try ada.document("send")["sent"] == [])
        #expect(server.mails.count == 2)
    }

    @Test func interviewOfTwoWeeksAgoIsAskedAboutByTheRealClock() throws {
        let server = try MailServer()
        let ada = try Applicant(at: nil, server: server)
        let ended = Date(timeIntervalSinceNow: -17 * 86_400).formatted(.iso8601)
        let added = try ada.run(Applicant.interview(ended: ended, "--yes", "--json"))
        #expect(added.status == 1, "the thank-yous are too late, and held")
        #expect(try ada.states() == ["1 held", "2 held", "3 queued"])
        #expect(try ada.run("send", "--json").json()["sent"].items.map(\.["id"]) == [3])
        #expect(server.mails.map(\.to) == ["hana.lee@example.org"])
    }
}
