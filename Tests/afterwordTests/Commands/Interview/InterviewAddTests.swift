import Foundation
import Testing

@Suite struct InterviewAddTests {
    private static let message = [
        "attempts", "body", "channel", "due", "findings", "id", "interview", "kind", "messageID",
        "nextAttempt", "reason",
        "recruitment", "state", "subject", "to",
    ]

    @Test func documentHasTheShapeOfTheContract() throws {
        let added = try Applicant().add()
        #expect(added.keys == ["existing", "interview", "messages", "recruitment", "warnings"])
        #expect(added["recruitment"] == 1 && added["interview"] == 1 && added["existing"] == false)
        #expect(added["warnings"] == [])
        for message in added["messages"].items { #expect(message.keys == Self.message) }
        let thanks = added["messages"][0]
        #expect(thanks["id"] == 1 && thanks["recruitment"] == 1 && thanks["interview"] == 1)
        #expect(thanks["kind"] == "thank-you" && thanks["channel"] == "email" && thanks["state"] == "queued")
        #expect(thanks["to"].keys == ["address", "name"])
        #expect(thanks["to"]["address"] == "jane.okafor@example.org")
        #expect(thanks["due"] == "2026-11-21T15:00:00Z" && thanks["nextAttempt"] == "2026-11-21T15:00:00Z")
        #expect(thanks["messageID"].string.hasSuffix("@example.org"))
        #expect(thanks["attempts"] == [])
        #expect(thanks["reason"].keys == ["code", "text", "until"])
        #expect(thanks["reason"]["code"] == "early" && thanks["reason"]["until"] == "2026-11-21T15:00:00Z")
        let body = thanks["body"].string
        #expect(body.hasPrefix("Dear Jane Okafor,\n\n") && body.hasSuffix("\nAda Example\n"))
        #expect(!body.contains("\r"))
        #expect(added["messages"][2]["interview"] == nil)
    }

    @Test func thankYouOfTheWholePanelDiffersAndNamesItsTalkingPoint() throws {
        let messages = try Applicant().add()["messages"]
        let bodies = messages.items.map { $0["body"].string }
        #expect(bodies[0].contains("the open-data portal") && !bodies[1].contains("the open-data portal"))
        #expect(bodies[1].contains("how the team shares its on-call week"))
        let openings = bodies.map { $0.split(separator: "\n\n")[1].split(separator: ". ")[0] }
        #expect(Set(openings).count == 3)
    }

    @Test func sameInterviewAgainAddsNothingAndSaysSo() throws {
        let ada = try Applicant()
        try ada.add()
        let before = ada.ledger
        let again = try ada.run(Applicant.interview("--yes", "--json"))
        #expect(again.status == 0)
        #expect(try again.json()["existing"] == true)
        #expect(try again.json()["messages"].items.map(\.["id"]) == [1, 2, 3])
        let said = try ada.run(Applicant.interview())
        #expect(said.status == 0)
        #expect(said.out.hasPrefix("This interview is on record already: Data Analyst, City Library, "))
        #expect(ada.ledger == before)
    }

    @Test(arguments: [
        ["--panel", "Bea Cole <bea@example.org>"], ["--contact", "Ian Roe <ian@example.org>"],
        ["--decision-by", "2026-12-24"], ["--talking-point", "tom@example.org=tea"],
    ])
    func sameMomentWithOtherFactsIsSentToInterviewEdit(_ more: [String]) throws {
        let ada = try Applicant()
        try ada.add()
        let before = ada.ledger
        let run = try ada.run(Applicant.interview("--json") + more)
        #expect(run.status == 65)
        #expect(run.out.isEmpty)
        #expect(run.err.contains("nothing was changed. To correct it: afterword interview edit 1 --help"))
        #expect(ada.ledger == before)
    }

    @Test func sameOrganisationAndRoleInOtherCaseJoinTheRecruitment() throws {
        let ada = try Applicant()
        try ada.add()
        ada.clock = "2026-11-25 16:00:00"
        let second = try ada.document(
            "interview", "add", "--organisation", "  CITY  library ", "--role", "data ANALYST", "--ended",
            "2026-11-25 15:00", "--panel", "Bea Cole <bea@example.org>")
        #expect(second["recruitment"] == 1 && second["interview"] == 2)
        #expect(second["messages"].items.map(\.["id"]) == [4, 3])
        #expect(second["messages"][1]["due"] == "2026-12-09T15:00:00Z")
        #expect(second["warnings"].items.contains { $0.string.contains("(message 3) was written again") })
    }

    @Test func personMetBeforeIsShownWithTheirHistory() throws {
        let ada = try Applicant(server: MailServer())
        try ada.add()
        ada.clock = Applicant.nextDay
        try ada.run("send")
        ada.clock = "2027-03-02 18:00:00"
        let run = try ada.run(
            "interview", "add", "--organisation", "Harbour Trust", "--role", "Editor", "--ended",
            "2027-03-02 15:00",
            "--panel", "Jane Okafor <JANE.okafor@example.org>")
        let history = try #require(run.out.range(of: "You have met Jane Okafor before:"))
        let question = try #require(run.out.range(of: "Queue these 2 messages? [y/N]"))
        #expect(history.lowerBound < question.lowerBound)
        #expect(run.out.contains("Data Analyst, City Library  ended Fri 20 Nov 2026, 15:00"))
        #expect(run.out.contains("→ email"))
    }

    @Test func withoutYesJSONLeavesDraftsAndNeverAsks() throws {
        let run = try Applicant().run(Applicant.interview("--json"), input: "y\n")
        #expect(run.status == 0)
        #expect(try run.json()["messages"].items.map(\.["state"]) == ["draft", "draft", "draft"])
    }

    @Test func blockedMessageStaysADraftAndTheInterviewIsKept() throws {
        let ada = try Applicant()
        try ada.add()
        let run = try ada.run(
            "interview", "add", "--organisation", "Harbour Trust", "--role", "Editor", "--ended",
            "2026-11-20 12:00",
            "--panel", "Bea Cole <bea@example.org>", "--talking-point", "Bea Cole=what City Library does",
            "--yes",
            "--json")
        #expect(run.status == 1)
        let added = try run.json()
        #expect(added["messages"].items.map(\.["state"]) == ["draft", "queued"])
        #expect(added["warnings"].items.contains { $0.string.contains("it names “City Library”") })
        #expect(try ada.document("interview", "list").items.count == 2)
        #expect(try ada.run("approve", "4", "--ignore", "other-name").status == 0)
    }

    @Test func missingTalkingPointIsAWarningAndNoMore() throws {
        let run = try Applicant().run(
            "interview", "add", "--organisation", "City Library", "--role", "Data Analyst", "--ended",
            "2026-11-20 15:00", "--panel", "Jane Okafor <jane.okafor@example.org>", "--yes", "--json")
        #expect(run.status == 0)
        #expect(
            try run.json()["warnings"].items.map(\.string).filter { $0.contains("nothing personal yet") }
                .count == 1)
    }

    @Test func agencyAloneIsWrittenTo() throws {
        let run = try Applicant().run(Applicant.interview("--via-agency", "--yes", "--json"))
        let messages = try run.json()["messages"]
        #expect(messages.items.map(\.["kind"]) == ["thank-you", "decision-status"])
        #expect(Set(messages.items.map { $0["to"]["name"].string }) == ["Hana Lee"])
    }

    @Test func memberWithoutAddressGetsACard() throws {
        let run = try Applicant().run(
            "interview", "add", "--organisation", "City Library", "--role", "Data Analyst", "--ended",
            "2026-11-20 15:00", "--panel", "Jane Okafor", "--json")
        let messages = try run.json()["messages"]
        #expect(messages.items.count == 1)
        #expect(messages[0]["channel"] == "post" && messages[0]["to"]["address"] == nil)
        #expect(
            try run.json()["warnings"].items.contains {
                $0.string.contains("nobody to ask about the decision")
            }
        )
    }

    @Test func doubledWallTimeIsTheLaterOneAndSaysSo() throws {
        let ada = try Applicant(at: "2026-10-25 09:00:00")
        let added = try ada.document(
            "interview", "add", "--organisation", "City Library", "--role", "Data Analyst", "--ended",
            "2026-10-25 01:30", "--panel", "Jane Okafor <jane.okafor@example.org>")
        #expect(
            added["warnings"][0].string.hasPrefix(
                "the clocks went back over “2026-10-25 01:30” in Europe/London"))
        #expect(try ada.document("interview", "show", "1")["ended"] == "2026-10-25T01:30:00Z")
        let earlier = try ada.document(
            "interview", "add", "--organisation", "Harbour Trust", "--role", "Editor", "--ended",
            "2026-10-25T01:30+01:00", "--panel", "Bea Cole <bea@example.org>")
        #expect(!earlier["warnings"].items.contains { $0.string.contains("clocks") })
        #expect(try ada.document("interview", "show", "2")["ended"] == "2026-10-25T00:30:00Z")
    }
}
