import Etiquette
import Foundation
import Testing

@testable import Intake

@Suite("Spreadsheets are opened as programs save them")
struct SpreadsheetTests {
    private static let text =
        "Company;Role;Interview date;Interviewer\r\nCafé Noël;Köchin;2026-11-20 15:00;Zoë Brontë\r\n"

    private func names(_ bytes: [UInt8]) throws -> (SheetEncoding, [String]) {
        let sheet = try Spreadsheet(bytes, named: "jobs.csv")
        var answers = SheetAnswers()
        answers.length = 3600
        let reading = sheet.reading(answers, home: .gmt)
        let people = reading.interviews.flatMap { [$0.organisation, $0.role] + $0.people.compactMap(\.name) }
        return (sheet.encoding, people)
    }

    @Test("UTF-8 with and without its mark, UTF-16 both ways, Windows-1252")
    func encodings() throws {
        let told = ["Café Noël", "Köchin", "Zoë Brontë"]
        let utf8 = Array(Self.text.utf8)
        let utf16 = Array(Self.text.utf16)
        let little: [UInt8] = [0xFF, 0xFE] + utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big: [UInt8] = [0xFE, 0xFF] + utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let windows = [UInt8](try #require(Self.text.data(using: .windowsCP1252)))
        let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + utf8
        let saved: [([UInt8], SheetEncoding)] = [
            (utf8, .utf8), (marked, .utf8), (little, .utf16), (big, .utf16), (windows, .windows1252),
        ]
        for (bytes, encoding) in saved {
            let (found, names) = try names(bytes)
            #expect(found == encoding)
            #expect(names == told)
        }
    }

    @Test(
        "the separator is the one that makes columns known",
        arguments: [(",", ""), (";", ""), ("\t", ""), ("|", ""), (";", "sep=;\r\n")])
    func separators(separator: String, head: String) throws {
        let rows = [
            ["Company", "Job title", "Interview date", "Interviewed by"],
            ["Smith, Jones; Sons", "Clerk", "2026-11-20 14:00-15:00", "Jane Okafor"],
        ]
        let bytes = Array(head.utf8) + csv(rows, separator: separator)
        let reading = try Spreadsheet(bytes, named: "jobs.csv").reading(SheetAnswers(), home: .gmt)
        #expect(reading.interviews.map(\.organisation) == ["Smith, Jones; Sons"])
        #expect(reading.problems.isEmpty)
    }

    @Test(
        "what is no such file is refused for what it is",
        arguments: [
            (Array("PK\u{3}\u{4}".utf8), SheetProblem.Fault.workbook),
            (Array("Company,Role\nA\0B,C".utf8), .zeroByte), ([], .noHeader),
            (Array("\r\n\r\n".utf8), .noHeader),
            ([0x43, 0x81, 0x2C, 0x44], .unreadableText),
            (Array("Company,=1+1\nA,B".utf8), .formula),
            (Array("Company,Link\nA,\" =HYPERLINK(1)\"".utf8), .formula),
        ])
    func refused(bytes: [UInt8], fault: SheetProblem.Fault) {
        #expect(sheetFault(bytes) == fault)
    }

    @Test(
        "its beginning tells a spreadsheet from an invitation and a mail",
        arguments: [
            ("Company,Role,Interview date\n", true), ("Firma;Stelle\n", true),
            ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", false),
            ("From: Company <a@example.org>\r\nSubject: Role\r\n", false), ("From ada@example.org\n", false),
            ("a,b\n1,2\n", false), ("", false), ("Dear Ada, company, role\n", true),
        ])
    func looks(text: String, expected: Bool) {
        #expect(Spreadsheet.looksLikeOne(Array(text.utf8)) == expected)
    }

    @Test("a zero byte, a formula: the place is that of the cell")
    func places() throws {
        let zero = #expect(throws: SheetProblem.self) {
            try Spreadsheet(Array("Company,Role\nA,B\0".utf8), named: "jobs.csv")
        }
        #expect(zero?.place == SheetPlace(row: 2, line: 2, character: 4, column: nil))
        let formula = #expect(throws: SheetProblem.self) {
            try Spreadsheet(Array("Company,Role\nA,=B".utf8), named: "jobs.csv")
        }
        #expect(formula?.place == SheetPlace(row: 2, line: 2, character: 3, column: "Role"))
        #expect(formula?.value == "=B")
    }

    @Test(
        "a title above the names of the columns is passed over, in one line or several, with blank ones",
        arguments: [
            [["My job search 2026"]], [["My job search 2026", "", "", ""], ["", "", "", ""]],
            [[""], ["Job search"], [""], ["Updated:", "2026-11-01"], ["", ""]], [["Interviews"]],
            [["Applications: 5", "", "Interviews: 3"]],
        ])
    func title(above: [[String]]) throws {
        for separator in [",", ";", "\t"] {
            let sheet = try Spreadsheet(
                csv(above + [RowSample().header, RowSample().cells], separator: separator), named: "jobs.csv")
            #expect(sheet.header == RowSample().header)
            #expect(sheet.passedOver.count == above.count { $0.contains { !$0.isEmpty } })
            let reading = sheet.reading(SheetAnswers(), home: .gmt)
            #expect(reading.interviews.count == 1)
            #expect(reading.rows.map(\.number) == [above.count + 2])
        }
    }

    @Test("a title above names that nobody knows is one, too; a first row with names is none")
    func unknownNames() throws {
        let strange = try Spreadsheet(
            csv([["Search"], ["Where", "As what", "When", "Met"]]), named: "jobs.csv")
        #expect(strange.header == ["Where", "As what", "When", "Met"])
        let plain = try Spreadsheet(
            csv([["Where", "When"], ["Company", "Role", "Status"]]), named: "jobs.csv")
        #expect(plain.header == ["Company", "Role", "Status"])
        let first = try Spreadsheet(
            csv([["Company", "Role"], ["Company", "Role", "Status"]]), named: "jobs.csv")
        #expect(first.header == ["Company", "Role"] && first.passedOver.isEmpty)
    }
}
