import Foundation
import Reports
import Testing

@Suite("import of a spreadsheet: a line for each row, all of it or nothing") struct SheetImportTests {
    let ada: Applicant

    init() throws { ada = try Applicant() }

    private func interviews() throws -> [Value] { try ada.document("interview", "list").items }

    @Test("every row is told what becomes of it, and columns what they are taken for")
    func shown() throws {
        let run = try ada.take(JobSheet(), "--yes")
        #expect(run.status == 0, "\(run)")
        #expect(run.err.isEmpty)
        for text in [
            "“Company” organisation, “Job title” role, “Interview date” date, “Interviewers” interviewer",
            "Ignored: “Salary”",
            "row 2   new      Data Analyst, City Library: ended Fri 20 Nov 2026, 15:00 (Europe/London), with Jane Okafor and "
                + "Tom Ó Briain",
            "row 3   planned  Clerk, Harbour Works: ends Fri 27 Nov 2026, 10:45",
            "row 4   new      Guide, City Museum",
            "; already decided", "row 5   skipped  Tester, Northwind: no date of an interview",
            "row 6   skipped  Porter, Town Hall: no interviewer is named",
            "It is too late for a thank-you after 1 interview",
            "3 interviews recorded; 7 messages: 3 queued, 2 drafts, 2 cancelled.",
        ] {
            #expect(run.out.contains(text), "\(text) in \(run.out)")
        }
        #expect(try interviews().count == 3)
    }

    @Test("the document has a row for each row")
    func document() throws {
        let document = try ada.take(JobSheet(), "--yes", "--json").json()
        #expect(document["recorded"] == true)
        #expect(document["encoding"] == "UTF-8")
        let rows = document["rows"].items
        #expect(rows.map { $0["result"].string } == ["new", "planned", "new", "skipped", "skipped"])
        #expect(rows.map { $0["row"] } == [2, 3, 4, 5, 6])
        #expect(rows[0]["ended"] == "2026-11-20T15:00:00Z")
        #expect(rows[0]["messages"].items.map { $0["state"].string } == ["queued", "queued", "queued"])
        #expect(rows[1]["messages"].items.map { $0["state"].string } == ["draft", "draft"])
        #expect(rows[2]["messages"].items.map { $0["state"].string } == ["cancelled", "cancelled"])
        #expect(rows.map { $0["reason"].string } == ["", "", "", "no-date", "nobody"])
        #expect(document["columns"].items.last?["meaning"] == .null)
    }

    @Test("what was deleted as a mistake stays deleted, and says so, also where the row differs by now")
    func deleted() throws {
        var sheet = JobSheet()
        try ada.take(sheet, "--yes")
        try ada.run("interview", "delete", "1")
        let before = try ada.states()
        for _ in 0..<2 {
            let run = try ada.take(sheet, "--yes")
            #expect(run.status == 1, "\(run)")
            #expect(
                run.out.contains(
                    "row 2   skipped  Data Analyst, City Library: this interview was deleted as a mistake; to take that back: "
                        + "afterword interview undelete 1"), "\(run.out)")
            let row = try ada.take(sheet, "--yes", "--json").json()["rows"].items[0]
            #expect(row["result"] == "skipped" && row["reason"] == "deleted" && row["interview"] == 1)
            sheet.rows[0][4] = ""
        }
        #expect(try ada.states() == before && interviews().count == 2)
    }

    @Test("the same file again changes nothing; a new row is recorded alone")
    func again() throws {
        var sheet = JobSheet()
        try ada.take(sheet, "--yes")
        let before = ada.ledger
        for more in [[], ["--yes"]] {
            let run = try ada.run(["import", try ada.scratch.file("jobs.csv", sheet.text)] + more)
            #expect(run.status == 0, "\(run)")
            #expect(run.out.contains("row 2   known    Data Analyst, City Library: interview 1"))
            #expect(run.out.contains("There is nothing new; nothing was changed."))
        }
        #expect(ada.ledger == before)
        sheet.rows.insert(["New Firm", "Cook", "20/11/2026 09:00-10:00", "Sam Wu", "", "", ""], at: 0)
        let results = try ada.take(sheet, "--yes", "--json").json()["rows"].items.map { $0["result"].string }
        #expect(results == ["new", "known", "known", "known", "skipped", "skipped"])
        #expect(try interviews().count == 4)
    }

    @Test("old rows pester nobody: nothing is held, due or advised")
    func history() throws {
        var sheet = JobSheet()
        sheet.rows = (0..<80).map { index in
            let day = "2026-0\(index % 9 + 1)-1\(index % 10) 09:00-10:00"
            return [
                "Firm \(index)", "Clerk", day, "Jane Firm\(index) <jane@firm\(index).example>", "tides", "",
                "",
            ]
        }
        let run = try ada.take(sheet, "--yes")
        #expect(run.status == 0, "\(run)")
        #expect(run.out.contains("80 interviews recorded; 160 messages: 160 cancelled."))
        #expect(try ada.document("queue").items.isEmpty)
        let advice = try ada.document("advise").items.map { $0["code"].string }
        #expect(Set(advice).isSubset(of: ["nothing", "never-telephone", "no-social"]), "\(advice)")
    }

    static let wrong: [(column: Int, cell: String, texts: [String])] = [
        (2, "next Friday", ["jobs.csv:4 (row 4, column “Interview date”): “next Friday” is not a date"]),
        (2, "Mon 20/11/2026 14:00-15:00", ["gives the wrong weekday for that date"]),
        (3, "Okafor, Jane", ["(row 4, column “Interviewers”): “Okafor, Jane” may be several people"]),
        (3, "Jane <jane@example.org\r\nBcc: all@example.org>", ["is not a name"]),
        (3, "li.wei@example.com", ["nobody is named for “li.wei@example.com”"]),
        (
            3, "=HYPERLINK(\"x\")",
            ["jobs.csv:4 (row 4, column “Interviewers”): “=HYPERLINK(\"x\")” begins like a formula"]
        ),
        (0, "+SUM(A1)", ["begins like a formula"]), (0, "", ["the organisation is missing"]),
        (0, String(repeating: "x", count: 201), ["is longer than 200 characters"]),
        (3, "Li Wei <li@example.com>; Li Wei <li@example.com>", ["is on the panel twice"]),
    ]

    @Test(
        "one row that can't be recorded keeps all of them out, and says where it is", arguments: wrong.indices
    )
    func oneWrong(index: Int) throws {
        let (column, cell, texts) = Self.wrong[index]
        var sheet = JobSheet()
        sheet.rows[2][4] = ""
        sheet.rows[2][column] = cell
        let run = try ada.take(sheet, "--yes")
        #expect(run.status == 65, "\(run)")
        for text in texts { #expect(run.err.contains(text), "\(text) in \(run.err)") }
        #expect(try interviews().isEmpty)
    }

    @Test("everything that is wrong is told at once, and as a document too")
    func allWrong() throws {
        var sheet = JobSheet()
        sheet.rows[0][2] = "soon"
        sheet.rows[2][3] = "Okafor, Jane"
        let run = try ada.take(sheet, "--yes", "--json")
        #expect(run.status == 65)
        #expect(run.err.contains("row 2") && run.err.contains("row 4"))
        let document = try run.json()
        #expect(document["recorded"] == false)
        #expect(document["problems"].items.map { $0["row"] } == [2, 4])
        #expect(document["problems"][0]["column"] == "Interview date")
        #expect(document["problems"][0]["value"] == "soon")
        #expect(
            document["rows"].items.map { $0["result"].string } == [
                "wrong", "planned", "wrong", "skipped", "skipped",
            ])
    }

    @Test("what contradicts the record names the row and the way to mend it")
    func contradiction() throws {
        var sheet = JobSheet()
        try ada.take(sheet, "--yes")
        sheet.rows[0][3] = "Jane Okafor <jane.okafor@example.org>"
        sheet.rows[0][4] = ""
        let run = try ada.take(sheet, "--yes")
        #expect(run.status == 65, "\(run)")
        #expect(run.err.contains("row 2") && run.err.contains("interview edit 1"))
        sheet = JobSheet()
        sheet.rows.append([
            "Other", "Cook", "20/11/2026 09:00-10:00", "Jane Okofor <jane.okafor@example.org>", "", "", "",
        ])
        let slip = try ada.take(sheet, "--yes")
        #expect(slip.status == 65)
        #expect(slip.err.contains("row 7"))
        #expect(slip.err.contains("“Jane Okofor”"))
    }

    @Test("without a terminal and without --yes nothing is recorded", arguments: [[String](), ["--json"]])
    func unconfirmed(more: [String]) throws {
        let run = try ada.run(
            ["import", try ada.scratch.file("jobs.csv", JobSheet().text)] + more, input: "y\n")
        #expect(run.status == 65)
        #expect(run.err.contains("add --yes"))
        #expect(try interviews().isEmpty)
    }

    @Test("standard input is known by its content")
    func input() throws {
        let run = try ada.run("import", "-", "--yes", "--json", input: JobSheet().text)
        #expect(try run.json()["file"] == "standard input")
        #expect(try interviews().count == 3)
    }

    @Test("options for one meeting don't fit a spreadsheet, and a workbook is told what it is")
    func misuse() throws {
        let run = try ada.take(JobSheet(), "--panel", "Jane Okafor", "--yes")
        #expect(run.status == 65)
        let workbook = try ada.run("import", try ada.scratch.file("jobs.xlsx", "PK\u{3}\u{4}rest"), "--yes")
        #expect(workbook.status == 65)
        #expect(workbook.err.contains("save it as CSV (UTF-8)"))
    }

    @Test(
        "what is no certain thing stays a draft, and why is said",
        arguments: [
            (5, "Rather not", "the status “Rather not” is not understood"),
            (3, "Jane Okafor <xyz.qwv@example.org>", "does not look like the address xyz.qwv@example.org"),
        ])
    func unsure(column: Int, cell: String, text: String) throws {
        var sheet = JobSheet()
        sheet.rows[0][column] = cell
        if column == 3 { sheet.rows[0][4] = "" }
        let run = try ada.take(sheet, "--yes")
        #expect(run.status == 1, "\(run)")
        #expect(run.out.contains(text), "\(run)")
        #expect(try ada.document("queue").items.allSatisfy { $0["state"] != "queued" })
    }

    @Test("names that were read in a guessed character set are shown and not queued")
    func guessed() throws {
        let path = ada.scratch.path + "/jobs.csv"
        try #require(JobSheet().text.data(using: .windowsCP1252)).write(to: URL(filePath: path))
        let run = try ada.run("import", path, "--yes", "--json")
        let rows = try run.json()["rows"].items
        #expect(rows[0]["messages"].items.map { $0["state"].string } == ["draft", "draft", "draft"])
        #expect(rows[2]["messages"].items.map { $0["state"].string } == ["cancelled", "cancelled"])
    }
}
