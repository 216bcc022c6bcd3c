import Foundation
import Testing

/// One conversation on record twice, and one person under two addresses, from wherever they come.
@Suite struct DoublesTests {
    private let ada: Applicant

    init() throws {
        ada = try Applicant()
        try ada.add()
    }

    private static func again(_ organisation: String = "The City Library", _ more: String...) -> [String] {
        [
            "interview", "add", "--organisation", organisation, "--role", "Data Analyst", "--ended",
            "2026-11-20 15:05", "--panel", "Jane Okafor <jane.okafor@example.org>", "--talking-point",
            "jane.okafor@example.org=the open-data portal",
        ] + more
    }

    /// How the messages stand that the first interview did not bring, in the order of their numbers.
    private func fresh() throws -> [String] {
        try ada.states().filter { !["1", "2", "3"].contains($0.prefix(1)) }.sorted()
    }

    private static let question = "Are they two different meetings? [y/N]"

    // MARK: - In a script

    @Test(arguments: [["--yes"], ["--yes", "--json"], ["--json"], []])
    func aScriptLeavesADraftAndSaysWhy(_ options: [String]) throws {
        let run = try ada.run(Self.again() + options)
        #expect(run.status == 1, "\(run)")
        #expect(
            run.out.contains(
                "this may be the same meeting as interview 1 (Data Analyst at City Library, ended "))
        #expect(try fresh() == ["4 draft", "5 draft"])
        if options == ["--yes", "--json"] {
            let message = try run.json()["messages"].items[0]
            #expect(message["findings"].items.map(\.["code"]) == ["same-meeting"])
            #expect(message["findings"].items.map(\.["canBeIgnored"]) == [true])
        }
    }

    @Test func theAnswerIsGivenOnceForAllItsMessages() throws {
        try ada.run(Self.again("The City Library", "--yes"))
        let blocked = try ada.run("approve", "4", "5")
        #expect(blocked.status == 1)
        #expect(
            blocked.out.contains(
                "if they are two meetings: afterword approve 4 --ignore same-meeting; if it is one: afterword cancel 4"
            ), "\(blocked)")
        #expect(try ada.run("approve", "4", "--ignore", "same-meeting").status == 0)
        #expect(try ada.run("approve", "5").status == 0)
        #expect(try fresh() == ["4 queued", "5 queued"])
    }

    @Test func ofManyLinesTheDoublesStayDrafts() throws {
        func line(_ organisation: String, _ address: String) -> String {
            #"{"organisation": "\#(organisation)", "role": "Clerk", "ended": "2026-11-20 12:00", "panel": "#
                + #"[{"name": "Åsa Öberg", "address": "\#(address)", "talkingPoint": "tides"}]}"# + "\n"
        }
        let lines =
            line("Harbour", "asa@harbour.example") + line("Harbour Works", "oberg@harbour.example")
            + line("Northwind", "asa@north.example")
        let run = try ada.run("interview", "add", "--from-json", "-", "--yes", "--json", input: lines)
        #expect(run.status == 1)
        let codes = try run.json().items.map { interview in
            interview["messages"].items.map { $0["findings"].items.map(\.["code"]) }
        }
        #expect(codes == [[[], []], [["same-meeting"], ["same-meeting"]], [[], []]])
    }

    // MARK: - On a terminal

    @Test func aTerminalIsAskedBeforeAnythingIsRecorded() throws {
        let before = ada.ledger
        let run = try ada.runAtTerminal(Self.again(), typed: "n\n")
        #expect(run.status == 0 && run.out.contains(Self.question), "\(run.out)")
        #expect(run.out.contains("To correct the interview on record: afterword interview edit 1 --help\n"))
        #expect(run.out.hasSuffix("Nothing was recorded.\n"))
        #expect(ada.ledger == before)
    }

    @Test func twoMeetingsAreRecordedAndNotAskedAboutAgain() throws {
        // Whether it is another job, greeting, organisation and how it was held are asked in between.
        let run = try ada.runAtTerminal(Self.again(), typed: "y\ny\n\n\n\ny\ny\n")
        #expect(run.out.components(separatedBy: Self.question).count == 2, "\(run.out)")
        #expect(!run.out.contains("may be the same meeting as"))
        #expect(try fresh() == ["4 queued", "5 queued"], "\(run.out)")
    }

    @Test func approvalAsksOnATerminal() throws {
        try ada.run(Self.again("The City Library", "--yes"))
        let no = try ada.runAtTerminal(["approve", "4"], typed: "n\n")
        #expect(no.status == 1 && no.out.contains(Self.question), "\(no.out)")
        let yes = try ada.runAtTerminal(["approve", "4", "5"], typed: "y\n")
        #expect(yes.status == 0, "\(yes.out)")
        #expect(try fresh() == ["4 queued", "5 queued"])
    }

    // MARK: - Elsewhere

    @Test func aCorrectionThatBringsTwoTogetherStopsWhatWasApproved() throws {
        let other = Self.again("Harbour Works", "--yes").map {
            $0 == "2026-11-20 15:05" ? "2026-11-20 12:00" : $0
        }
        #expect(try ada.run(other).status == 0)
        let run = try ada.run("interview", "edit", "2", "--ended", "2026-11-20 14:30")
        #expect(run.status == 1 && run.out.contains("may be the same meeting as interview 1"), "\(run)")
        #expect(try fresh() == ["4 draft", "5 draft"])
        #expect(try ada.run("interview", "edit", "2", "--ended", "2026-11-20 12:00").status == 0)
        #expect(try ada.run("approve", "4", "5").status == 0)
    }

    @Test func aRowOfASpreadsheetHasItsFinding() throws {
        try ada.run("interview", "edit", "1", "--organisation", "City Library (Central)")
        var sheet = JobSheet()
        sheet.rows = Array(sheet.rows.prefix(2))
        let json = try ada.take(sheet, "--yes", "--json")
        #expect(json.status == 1, "\(json)")
        let warnings = try json.json()["rows"].items[0]["warnings"].items.map(\.string)
        #expect(
            warnings.contains { $0.hasPrefix("this may be the same meeting as interview 1") }, "\(warnings)")
        #expect(
            try !json.json()["rows"].items[1]["warnings"].items.contains { $0.string.contains("meeting") })
        #expect(try fresh().filter { $0.hasSuffix("draft") }.count >= 3)
    }

    @Test func aRowOfASpreadsheetSaysSoBeforeItIsRecorded() throws {
        var sheet = JobSheet()
        sheet.rows[0][0] = "The City Library"
        let path = try ada.scratch.file("jobs.csv", sheet.text)
        let run = try ada.runAtTerminal(["import", path], typed: "n\n")
        let said = run.out.components(separatedBy: "Record ")
        #expect(said[0].contains("Note: this may be the same meeting as interview 1"), "\(run.out)")
        let yes = try ada.run("import", path, "--yes")
        #expect(
            yes.status == 1 && yes.out.contains("row 2: this may be the same meeting as interview 1"),
            "\(yes)")
    }

    @Test func anotherInvitationToOneMeetingIsADouble() throws {
        var sample = InvitationSample(summary: "Interview for Data Analyst at The City Library")
        sample.end = "20261120T151500"
        let run = try ada.take(sample, "--yes", "--json")
        #expect(run.status == 1, "\(run)")
        #expect(
            try run.json()["warnings"].items.contains {
                $0.string.contains("may be the same meeting as interview 1")
            })
        #expect(try fresh().allSatisfy { $0.hasSuffix("draft") })
    }

    @Test func anInvitationIsAskedAboutOnATerminal() throws {
        let sample = InvitationSample(summary: "Interview for Data Analyst at The City Library")
        let path = try ada.scratch.file("invite.ics", sample.text)
        let before = ada.ledger
        let options = ["--organisation", "The City Library", "--role", "Data Analyst"]
        let run = try ada.runAtTerminal(["import", path] + options, typed: "\ny\nn\n")
        #expect(run.out.contains(Self.question) && run.out.contains("Nothing was recorded."), "\(run.out)")
        #expect(ada.ledger == before)
    }

    // MARK: - One person, two addresses

    private static let twice = [
        "interview", "add", "--organisation", "Harbour", "--role", "Clerk", "--ended", "2026-11-20 10:00",
        "--panel", "Åsa Öberg <asa@harbour.example>", "--panel", "Asa Oberg <oberg@hr.harbour.example>",
        "--talking-point", "asa@harbour.example=tides", "--talking-point",
        "oberg@hr.harbour.example=the lock",
    ]

    @Test func onePersonUnderTwoAddressesIsAskedAboutOnce() throws {
        let run = try ada.run(Self.twice + ["--yes"])
        #expect(run.status == 1)
        #expect(run.out.contains("may be one person, who would be thanked twice"), "\(run)")
        #expect(try fresh() == ["4 queued", "5 draft", "6 queued"])
        #expect(try ada.run("approve", "5", "--ignore", "same-person").status == 0)
    }

    @Test func aTerminalIsAskedWhetherTheyAreTwo() throws {
        let question = "Are they two different people? [y/N]"
        let no = try ada.runAtTerminal(Self.twice, typed: "\n")
        #expect(no.out.contains(question) && no.out.hasSuffix("Nothing was recorded.\n"), "\(no.out)")
        #expect(no.out.contains("Name each person once, with the address to write to."))
        let yes = try ada.runAtTerminal(Self.twice, typed: "y\n\n\n\n\ny\ny\ny\n\n\n")
        #expect(yes.out.components(separatedBy: question).count == 2)
        #expect(try ada.states().contains("5 queued"), "\(yes.out)")
    }
}
