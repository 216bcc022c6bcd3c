import Foundation
import Testing

/// Where nobody reads the mailbox, a question that somebody approved at a screen long ago is asked about before it goes.
@Suite struct AnyNewsTests {
    private let server: MailServer
    private let ada: Applicant

    init() throws {
        server = try MailServer()
        ada = try Applicant(server: server)
    }

    /// Records and approves at a terminal, sends the thank-yous, and comes back after two weeks.
    private func live() throws {
        try ada.run(Applicant.interview())
        let approved = try ada.runAtTerminal(["approve", "1", "2", "3"], typed: "y\ny\ny\n")
        #expect(approved.out.contains("Nothing will be sent by itself."), "\(approved)")
        ada.clock = Applicant.nextDay
        try ada.run("send")
        ada.clock = Applicant.twoWeeksLater
        #expect(server.mails.count == 2)
    }

    private func advice() throws -> Value? {
        try ada.run("advise", "--json").json().items.first { $0["message"] == 3 }
    }

    @Test func itIsHeldUntilTheUserSaysThatNothingWasHeard() throws {
        try live()
        #expect(try advice()?["code"] == "settle", "advise asks before send does")
        let run = try ada.run("send", "--json")
        #expect(try run.status == 1 && run.json()["held"].items.map(\.["id"]) == [3], "\(run)")
        #expect(try run.json()["held"][0]["reason"]["code"] == "any-news")
        let said = try advice()?["text"].string ?? ""
        #expect(said.hasPrefix("Have you heard anything from City Library"), "\(said)")
        #expect(said.contains("afterword heard 1 --nothing"))
        #expect(try ada.run("heard", "1", "--nothing").status == 0)
        #expect(try ada.document("send")["sent"].items.map(\.["id"]) == [3])
    }

    @Test func atATerminalItIsAskedThereAndThen() throws {
        try live()
        let run = try ada.runAtTerminal(["send"], typed: "n\n")
        #expect(run.out.contains("Have you heard anything from City Library"))
        #expect(try ada.state(3) == "sent")
    }

    @Test func whoHasHeardSomethingSendsNothing() throws {
        try live()
        try ada.runAtTerminal(["send"], typed: "y\n")
        #expect(try ada.state(3) == "held")
        try ada.run("heard", "1", "--rejected")
        #expect(try ada.state(3) == "cancelled")
    }

    /// `--yes` answers in advance, and so does a script that approves.
    @Test func aScriptHasAnsweredInAdvance() throws {
        try ada.add()
        ada.clock = Applicant.nextDay
        try ada.run("send")
        ada.clock = Applicant.twoWeeksLater
        #expect(try ada.document("send")["sent"].items.map(\.["id"]) == [3])
    }

    @Test func anApprovalOfTheSameDaySaysEnough() throws {
        try live()
        try ada.run("edit", "3", "--subject", "Data Analyst")
        try ada.runAtTerminal(["approve", "3"], typed: "y\ny\n")
        #expect(try ada.document("send")["sent"].items.map(\.["id"]) == [3])
    }

    @Test func withNothingToAskThereIsNothingToSay() throws {
        try live()
        try ada.run("cancel", "3")
        #expect(try ada.run("heard", "1", "--nothing").status == 65)
        #expect(try ada.run("heard", "1", "--nothing", "--from", "Hana Lee").status == 64)
    }
}
