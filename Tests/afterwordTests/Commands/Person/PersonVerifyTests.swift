import Testing
import Wording

@testable import afterword

@Suite("names-right: which spelling is right is asked once, side by side") struct PersonVerifyTests {
    private static func interview(_ who: String, _ more: String...) -> [String] {
        [
            "interview", "add", "--organisation", "City Library", "--role", "Data Analyst", "--ended",
            "2026-11-20 15:00", "--panel", who, "--talking-point",
            "jane.okafor@example.org=the open-data portal",
        ] + more
    }

    private static let slip = "Jane Okofor <jane.okafor@example.org>"
    private static let asked =
        "which is right: “Jane Okofor”, as recorded, or “Jane Okafor”, as the address jane.okafor@example.org has it? The first: "
        + "afterword person verify 1; the second: afterword person edit 1 --name \"Jane Okafor\""

    @Test func aNearMissStaysADraftAndNamesTheCommands() throws {
        let ada = try Applicant()
        let run = try ada.run(Self.interview(Self.slip, "--yes", "--json"))
        #expect(run.status == 1)
        #expect(try run.json()["messages"].items.map(\.["state"]) == ["draft", "draft"])
        #expect(try run.json()["warnings"].items.contains { $0.string.contains(Self.asked) })
        #expect(try ada.run("show", "1").out.contains("✗ " + Self.asked))
        let again = try ada.run("approve", "1", "--ignore", "name-unsettled")
        #expect(again.status == 65)
        #expect(again.err.contains("“name-unsettled” can't be ignored"))
        #expect(try ada.run("advise").out.contains("Which is right: “Jane Okofor”"))
    }

    @Test func verifyingShowsWhoAndWhen() throws {
        let ada = try Applicant()
        try ada.run(Self.interview(Self.slip, "--yes"))
        let before = try ada.document("person", "show", "1")["person"]
        #expect(before["verified"] == .null && before["nameSource"] == .null)
        #expect(before["differences"][0]["name"] == "Jane Okafor")
        #expect(before["differences"][0]["source"] == "address")
        let verified = try ada.document("person", "verify", "1")
        #expect(verified[0]["verified"] == "2026-11-20T16:00:00Z")
        #expect(verified[0]["nameSource"] == "user")
        #expect(verified[0]["differences"].items.isEmpty)
        #expect(
            try ada.run("person", "show", "1").out.contains("name verified by you (Fri 20 Nov 2026, 16:00"))
        #expect(try ada.run("approve", "1", "2").status == 0)
    }

    @Test func whatWaitedForTheNameIsNamed() throws {
        let ada = try Applicant()
        try ada.run(Self.interview(Self.slip, "--yes"))
        let run = try ada.run("person", "verify", "1", "1")
        #expect(run.out.contains("Approve now: afterword approve 1 2\n"))
        #expect(try ada.state(1) == "draft")
        #expect(try !ada.run("person", "verify", "1").out.contains("Approve now"))
    }

    @Test func whatIsADraftForAnotherReasonIsNotNamed() throws {
        let ada = try Applicant()
        try ada.run(Self.interview("Jane Okafor <jane.okafor@example.org>"))
        #expect(try !ada.run("person", "verify", "1").out.contains("Approve now"))
    }

    @Test func whatIsMendedIsVerified() throws {
        let ada = try Applicant()
        try ada.run(Self.interview(Self.slip, "--yes"))
        try ada.run("person", "edit", "1", "--name", "Jane Okafor")
        #expect(try ada.document("person", "list")[0]["nameSource"] == "user")
        #expect(try ada.run("approve", "1", "2").status == 0)
    }

    @Test(
        "on a terminal the spellings stand below each other",
        arguments: [
            ("1\n\n\n\ny\ny\n\n\n", "Jane Okofor", "queued"),
            ("2\n\n\n\ny\ny\n\n\n", "Jane Okafor", "queued"),
            ("Jana Okafor\n\n\n\ny\ny\n\n\n", "Jana Okafor", "queued"),
            ("\n\n\n\ny\ny\n\n\n", "Jane Okofor", "draft"),
        ])
    func askedOnATerminal(typed: String, name: String, state: String) throws {
        let ada = try Applicant()
        let run = try ada.runAtTerminal(Self.interview(Self.slip), typed: typed)
        #expect(run.status == 0, "\(run)")
        #expect(run.out.contains("1  Jane Okofor  (as recorded)"))
        #expect(run.out.contains("2  Jane Okafor  (as the address jane.okafor@example.org has it)"))
        #expect(try ada.document("person", "list")[0]["name"].string == name)
        #expect(try ada.state(1) == state)
    }

    @Test func aNameInCapitalsIsShownAndSettledOnce() throws {
        let ada = try Applicant()
        let run = try ada.runAtTerminal(
            Self.interview("JANE OKAFOR <jane.okafor@example.org>"), typed: "Jane Okafor\n\n\n\ny\ny\n\n\n")
        #expect(run.out.contains("The name is in capitals:"))
        #expect(try ada.state(1) == "queued")
        #expect(try ada.document("show", "1")["body"].string.hasPrefix("Dear Jane,\n"))
        let kept = try Applicant()
        _ = try kept.runAtTerminal(
            Self.interview("JANE OKAFOR <jane.okafor@example.org>"), typed: "1\n\n\n\ny\ny\n\n\n")
        #expect(try kept.document("show", "1")["body"].string.hasPrefix("Dear JANE OKAFOR,\n"))
        #expect(try kept.document("person", "list")[0]["nameSource"] == "user")
    }

    @Test func aCommandToBeCopiedHoldsNoOther() {
        #expect(Remedy.argument("Jane O'Brien") == "\"Jane O'Brien\"")
        #expect(Remedy.argument("Jane $(reboot)") == "'Jane $(reboot)'")
        #expect(Remedy.argument("a`b'c\"d") == "'a`b'\\''c\"d'")
    }

    @Test func nobodyIsVerifiedUnseen() throws {
        let ada = try Applicant()
        #expect(try ada.run("person", "verify").status == 64)
        #expect(try ada.run("person", "verify", "7").status == 65)
    }
}
