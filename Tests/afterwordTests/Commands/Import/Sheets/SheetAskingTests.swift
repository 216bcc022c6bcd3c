import Foundation
import Testing

@Suite("import of a spreadsheet asks once for what it leaves open, and remembers it") struct SheetAskingTests
{
    let ada: Applicant

    init() throws { ada = try Applicant() }

    private func sheet(_ header: [String], _ cells: [String]) -> JobSheet {
        var sheet = JobSheet()
        (sheet.header, sheet.rows) = (header, [cells])
        return sheet
    }

    private var strange: JobSheet {
        sheet(
            ["Where", "As what", "Interview date", "Met"],
            ["City Library", "Clerk", "03/11/2026", "Jane Okafor"])
    }

    private func terminal(_ sheet: JobSheet, typed: String) throws -> Run {
        try ada.runAtTerminal(["import", try ada.scratch.file("jobs.csv", sheet.text)], typed: typed)
    }

    @Test("columns, the order of dates, a time, and the answers the next time")
    func asked() throws {
        // Where, as what, met; day first; the time; record.
        let run = try terminal(strange, typed: "1\n2\n4\ndmy\n15:00\ny\n")
        #expect(run.status == 0, "\(run)")
        #expect(run.out.contains("1 interview recorded"))
        let listed = try ada.document("interview", "list")[0]
        #expect(listed["organisation"] == "City Library")
        #expect(listed["ended"] == "2026-11-03T15:00:00Z")
        // The next export of the same columns needs no answer but the last.
        var next = strange
        next.rows[0] = ["City Museum", "Guide", "04/11/2026", "Tom Long"]
        let again = try ada.take(next, "--yes")
        #expect(again.status == 0, "\(again)")
        #expect(
            again.out.contains(
                "Where no time of day is given, the interview is taken to have ended at 15:00."))
        #expect(try ada.document("interview", "list")[1]["ended"] == "2026-11-04T15:00:00Z")
        let memory = try String(contentsOfFile: ada.home + "/spreadsheets.json", encoding: .utf8)
        #expect(memory.contains("\"As what\" : \"role\""))
    }

    @Test("what is not confirmed is not remembered")
    func declined() throws {
        let run = try terminal(strange, typed: "1\n2\n4\ndmy\n15:00\nn\n")
        #expect(run.out.contains("Nothing was recorded."))
        #expect(!FileManager.default.fileExists(atPath: ada.home + "/spreadsheets.json"))
    }

    static let open: [(header: [String], cells: [String], option: String, answer: [String])] = [
        (
            ["Where", "Role", "Interview date", "Interviewer"],
            ["A", "B", "2026-11-03 14:00-15:00", "Jane Okafor"], "--map",
            ["--map", "Where=organisation"]
        ),
        (
            ["Role", "Interview date", "Interviewer"], ["B", "2026-11-03 14:00-15:00", "Jane Okafor"],
            "--map",
            ["--organisation", "City Library"]
        ),
        (
            ["Company", "Employer", "Role", "Interview date", "Interviewer"],
            ["A", "A", "B", "2026-11-03 14:00-15:00", "Jane Okafor"], "--map", ["--map", "Employer=ignore"]
        ),
        (
            ["Company", "Role", "Interview date", "Interviewer"],
            ["A", "B", "03/11/2026 14:00-15:00", "Jane Okafor"],
            "--date-order", ["--date-order", "mdy"]
        ),
        (
            ["Company", "Role", "Interview date", "Interviewer"], ["A", "B", "2026-11-03", "Jane Okafor"],
            "--time", ["--time", "15:00"]
        ),
        (
            ["Company", "Role", "Interview date", "Interviewer"],
            ["A", "B", "2026-11-03 14:00", "Jane Okafor"], "--length",
            ["--length", "45m"]
        ),
        (
            ["Company", "Role", "Interview date", "Interviewer"],
            ["A", "B", "3 Nov 14:00-15:00", "Jane Okafor"],
            "--year", ["--year", "2026"]
        ),
        (
            ["Company", "Role", "Interview 1", "Interview 2", "Interviewers"],
            ["A", "B", "2026-11-03 14:00-15:00", "2026-11-09 14:00-15:00", "Jane Okafor"],
            "--map \"Interview 1=ignore\"", ["--map", "Interview 1=ignore"]
        ),
        (
            ["Company", "Role", "Interview date", "Interviewer", "HM mail"],
            ["A", "B", "2026-11-03 14:00-15:00", "Jane Okafor", "jane@example.org"],
            "--map \"HM mail=interviewer email\"", ["--map", "HM mail=interviewer email"]
        ),
    ]

    @Test("rows that are fine beside one that leaves something open are a document too")
    func openBeside() throws {
        var sheet = sheet(
            ["Company", "Role", "Interview date", "Interviewer"],
            ["A", "B", "2026-11-03 14:00-15:00", "Jane Okafor"])
        sheet.rows.append(["C", "D", "2026-11-04", "Tom Long"])
        let run = try ada.take(sheet, "--yes", "--json")
        #expect(run.status == 65, "\(run)")
        #expect(try run.json()["rows"].items.map { $0["result"].string } == ["open", "wrong"])
    }

    static let managers: [(map: [String], typed: String)] = [
        (["--map", "Hiring Manager=interviewer"], "y\n"), ([], "3\ny\n"),
    ]

    @Test(
        "the addresses of a column whose names were told come along, and again by memory", arguments: managers
    )
    func addressesComeAlong(map: [String], typed: String) throws {
        var sheet = sheet(
            ["Company", "Role", "Hiring Manager", "Hiring Manager Email", "Interview date"],
            ["A", "B", "Jane Okafor", "jane.okafor@example.org", "2026-11-03 14:00-15:00"])
        let file = try ada.scratch.file("jobs.csv", sheet.text)
        let run = try ada.runAtTerminal(["import", file] + map, typed: typed)
        #expect(run.status == 0, "\(run)")
        sheet.rows[0] = ["C", "D", "Tom Long", "tom.long@example.org", "2026-11-04 14:00-15:00"]
        #expect(try ada.take(sheet, "--yes").status == 0)
        let panels = try ada.document("interview", "list").items.map { $0["panel"][0]["address"].string }
        #expect(panels == ["jane.okafor@example.org", "tom.long@example.org"])
    }

    @Test("that a thank-you becomes a card is said, where one is still to be written")
    func card() throws {
        let rows = [
            ["A", "B", "2026-11-20 14:00-15:00", "Jane Okafor"],
            ["C", "D", "2025-11-03 14:00-15:00", "Tom Long"],
        ]
        var sheet = JobSheet()
        (sheet.header, sheet.rows) = (["Company", "Role", "Interview date", "Interviewer"], rows)
        let run = try ada.take(sheet, "--yes")
        #expect(run.out.contains("no email address is given for Jane Okafor"), "\(run)")
        #expect(!run.out.contains("given for Tom Long"), "\(run)")
    }

    @Test("a title is passed over and said; the status of a row names its column")
    func titleAndStatus() throws {
        var sheet = sheet(
            ["Company", "Role", "Interview date", "Interviewer", "Where it stands", "Status"],
            ["A", "B", "2026-11-20 14:00-15:00", "Jane Okafor", "", "Rather not"])
        (sheet.rows, sheet.header) = ([sheet.header] + sheet.rows, ["My search"])
        let run = try ada.take(sheet, "--yes")
        #expect(
            run.out.contains("Skipped, above the names of the columns: row 1 (“My search”)"), "\(run)")
        #expect(
            run.out.contains("in the column “Status”, row 3, the status “Rather not” is not understood"),
            "\(run)")
        #expect(try ada.document("interview", "list").items.count == 1)
    }

    @Test("what stays open names the option that answers it", arguments: open.indices)
    func options(index: Int) throws {
        let (header, cells, option, answer) = Self.open[index]
        let file = try ada.scratch.file("jobs.csv", sheet(header, cells).text)
        let run = try ada.run("import", file, "--yes")
        #expect(run.status == 65, "\(run)")
        #expect(run.err.contains("nothing was recorded: ") && run.err.contains(option), "\(run.err)")
        let document = try ada.run("import", file, "--yes", "--json").json()
        #expect(document["questions"][0]["option"].string.contains(option))
        #expect(try ada.run(["import", file, "--yes"] + answer).status == 0)
        #expect(try ada.document("interview", "list").items.count == 1)
    }

    @Test(
        "an answer that can't be is refused",
        arguments: [
            (["--map", "Company"], "64"), (["--map", "Company=firm"], "64"),
            (["--map", "Nowhere=role"], "65"),
            (["--time", "3 o'clock"], "64"), (["--length", "long"], "64"), (["--date-order", "dym"], "64"),
        ])
    func nonsense(options: [String], status: String) throws {
        let run = try ada.run(
            ["import", try ada.scratch.file("jobs.csv", JobSheet().text), "--yes"] + options)
        #expect(String(run.status) == status, "\(run)")
        #expect(try ada.document("interview", "list").items.isEmpty)
    }

    @Test("a memory that was damaged is named")
    func damaged() throws {
        try ada.scratch.file("home/spreadsheets.json", "{")
        let run = try ada.take(JobSheet(), "--yes")
        #expect(run.status == 78)
        #expect(run.err.contains("spreadsheets.json"))
    }
}
