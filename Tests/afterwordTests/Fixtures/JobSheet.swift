import Foundation

/// A spreadsheet as a job seeker keeps it, around the interview of the tests.
struct JobSheet {
    var header = [
        "Company", "Job title", "Interview date", "Interviewers", "Talking points", "Status", "Salary",
    ]
    var rows = [
        [
            "City Library", "Data Analyst", "20/11/2026 14:00-15:00",
            "Jane Okafor <jane.okafor@example.org>; Tom Ó Briain <tom@example.org>",
            "Jane Okafor: the open-data portal; Tom Ó Briain: the on-call week", "Interview", "40,000",
        ],
        [
            "Harbour Works", "Clerk", "27/11/2026 10:00-10:45", "Åsa Öberg <asa@example.net>", "",
            "Interview", "",
        ],
        [
            "City Museum", "Guide", "12/03/2026 09:00-10:00", "Li Wei <li.wei@example.com>", "tides",
            "Rejected", "",
        ],
        ["Northwind", "Tester", "", "", "", "Applied", ""],
        ["Town Hall", "Porter", "01/09/2026 09:00-10:00", "", "", "Interview", ""],
    ]

    /// As a spreadsheet program saves it.
    var text: String {
        ([header] + rows).map { row in
            row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\r\n"
        }.joined()
    }
}

extension Applicant {
    /// Imports a spreadsheet from a file.
    @discardableResult
    func take(_ sheet: JobSheet, _ more: String...) throws -> Run {
        try run(["import", try scratch.file("jobs.csv", sheet.text)] + more)
    }
}
