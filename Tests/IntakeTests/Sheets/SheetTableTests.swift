import Testing

@testable import Intake

@Suite("Comma-separated values are cut as RFC 4180 has it, with line and column for what is not")
struct SheetTableTests {
    private func cells(_ text: String, _ separator: Character = ",") throws -> [[String]] {
        let table = try SheetTable(Array(text.utf8), separator: separator.asciiValue ?? 0)
        return table.rows.map { row in (0..<row.count).map { table.text(row, $0) } }
    }

    @Test(
        "cells, quotation marks, line ends",
        arguments: [
            ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
            ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
            ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
            ("\"a,1\",b\r\n", [["a,1", "b"]]),
            ("\"a \"\"quoted\"\" word\",\r\n", [["a \"quoted\" word", ""]]),
            ("\"two\r\nlines\",b\r\n", [["two\r\nlines", "b"]]),
            ("\"\",b", [["", "b"]]),
            (",,\r\na,,\r\n\r\n", [["a", "", ""]]),
            ("a,", [["a", ""]]),
            (" a , b ", [[" a ", " b "]]),
            ("\"\"\"\"", [["\""]]),
        ])
    func cut(text: String, expected: [[String]]) throws {
        #expect(try cells(text) == expected)
    }

    @Test("rows count on over blank ones, and lines over cells of several lines")
    func places() throws {
        let table = try SheetTable(Array("a,b\r\n\r\n\"x\ny\",z\nq,\"p\r\n\r\no\",r\n".utf8), separator: 0x2C)
        #expect(table.rows.map(\.number) == [1, 3, 4])
        #expect(table.rows.map(\.line) == [1, 3, 5])
        let place = table.place(table.rows[1], 1, named: "b")
        #expect(place == SheetPlace(row: 3, line: 4, character: 4, column: "b"))
        let last = table.place(table.rows[2], 2, named: nil)
        #expect(last == SheetPlace(row: 4, line: 7, character: 4, column: nil))
    }

    @Test(
        "what no spreadsheet program writes is refused where it stands",
        arguments: [
            ("a,b\nc\"d,e", SheetProblem.Fault.quoteInside, 2, 2),
            ("a,b\n\"c\"d,e", .textBehindQuote, 2, 4),
            ("a,b\nx,\"open\nfor ever", .quoteLeftOpen, 2, 3),
        ])
    func refused(text: String, fault: SheetProblem.Fault, line: Int, character: Int) throws {
        do {
            _ = try cells(text)
            Issue.record("taken")
        } catch let refusal as SheetRefusal {
            #expect(refusal.fault == fault)
            #expect(refusal.place?.line == line)
            #expect(refusal.place?.character == character)
        }
    }

    @Test("limits are met while the bytes are read, and not after")
    func limits() throws {
        let wide = Array(repeating: "x", count: 10_000).joined(separator: ",")
        #expect(sheetFault(Array(wide.utf8)) == .tooManyColumns(limit: SheetTable.mostColumns))
        let long = "Company,Role\n" + String(repeating: "x", count: SheetTable.longestCell + 1)
        #expect(sheetFault(Array(long.utf8)) == .cellTooLong(limit: SheetTable.longestCell))
        let quoted = "Company,Role\n\"" + String(repeating: "x\n", count: SheetTable.longestCell)
        #expect(sheetFault(Array(quoted.utf8)) == .cellTooLong(limit: SheetTable.longestCell))
        let tall = "Company,Role\n" + String(repeating: "a,b\n", count: SheetTable.mostRows)
        #expect(sheetFault(Array(tall.utf8)) == .tooManyRows(limit: SheetTable.mostRows))
        let full = Array(repeating: "x", count: 1_000).joined(separator: ",") + "\n"
        #expect(
            sheetFault(Array(String(repeating: full, count: 1_001).utf8))
                == .tooManyCells(limit: SheetTable.mostCells))
        #expect(
            sheetFault(Array(repeating: 0x41, count: Spreadsheet.sizeLimit + 1))
                == .tooLarge(limit: Spreadsheet.sizeLimit))
    }
}
