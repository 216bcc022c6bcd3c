import Etiquette
import Foundation

@testable import Intake

/// Rows as a spreadsheet program writes them.
func csv(_ rows: [[String]], separator: String = ",", end: String = "\r\n") -> [UInt8] {
    let lines = rows.map { row in
        row.map { cell in
            cell.contains(where: { separator.contains($0) || $0 == "\"" || $0.isNewline })
                ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
        }.joined(separator: separator) + end
    }
    return Array(lines.joined().utf8)
}

/// The header and the one row that the tests vary.
struct RowSample {
    var header = ["Company", "Role", "Interview date", "Interviewer"]
    var cells = ["City Library", "Data Analyst", "2026-11-20 14:00-15:00", "Jane Okafor <jane@example.org>"]

    /// With more columns, or other cells in these.
    func with(_ column: String, _ cell: String) -> RowSample {
        var sample = self
        if let index = header.firstIndex(of: column) {
            sample.cells[index] = cell
        } else {
            sample.header.append(column)
            sample.cells.append(cell)
        }
        return sample
    }

    func without(_ column: String) -> RowSample {
        var sample = self
        guard let index = header.firstIndex(of: column) else { return sample }
        sample.header.remove(at: index)
        sample.cells.remove(at: index)
        return sample
    }

    func reading(_ answers: SheetAnswers = SheetAnswers()) throws -> SheetReading {
        try IntakeTests.reading([header, cells], answers)
    }

    func only(_ answers: SheetAnswers = SheetAnswers()) throws -> SheetInterview {
        let reading = try reading(answers)
        guard let only = reading.interviews.first, reading.problems.isEmpty, reading.questions.isEmpty else {
            throw SheetSurprise.unread(reading.problems, reading.questions)
        }
        return only
    }

    /// What is wrong with it; nil where nothing is.
    func fault(_ answers: SheetAnswers = SheetAnswers()) throws -> SheetProblem.Fault? {
        try reading(answers).problems.first?.fault
    }
}

enum SheetSurprise: Error {
    case unread([SheetProblem], [SheetQuestion])
}

func reading(_ rows: [[String]], _ answers: SheetAnswers = SheetAnswers()) throws -> SheetReading {
    try Spreadsheet(csv(rows), named: "jobs.csv").reading(answers, home: try TimeZone.iana("Europe/London"))
}

/// Why a file is refused; nil where it is opened.
func sheetFault(_ bytes: [UInt8]) -> SheetProblem.Fault? {
    do throws(SheetProblem) {
        _ = try Spreadsheet(bytes, named: "jobs.csv")
        return nil
    } catch {
        return error.fault
    }
}
