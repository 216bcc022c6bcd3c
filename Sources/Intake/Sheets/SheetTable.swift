/// Comma-separated values (RFC 4180), cut into cells by bytes. SwiftCSV reads whole files into dictionaries, knows no
/// limit on rows, columns and cells, and can't say where something stands.
struct SheetTable {
    /// The most of each that is taken: far beyond anybody's job search.
    static let mostRows = 50_000
    static let mostColumns = 1_024
    static let mostCells = 1_000_000
    /// In bytes; a cell of Excel holds 32,767 characters.
    static let longestCell = 131_068

    struct Row {
        /// As spreadsheets count.
        let number: Int
        let line: Int
        fileprivate let cells: Range<Int>

        var count: Int { cells.count }
    }

    fileprivate struct Cell {
        let start: Int32
        let end: Int32
        let isQuoted: Bool
    }

    private let bytes: [UInt8]
    private let cells: [Cell]
    /// Those that hold anything, the header first.
    private(set) var rows: [Row]
    let separator: UInt8

    /// - Parameter separator: what stands between the cells, in bytes.
    init(_ bytes: [UInt8], separator: UInt8) throws(SheetRefusal) {
        var cutter = Cutter(bytes: bytes, separator: separator, mostRows: Self.mostRows)
        try cutter.cut()
        self.init(cutter)
    }

    /// The first rows alone, as many as can be cut.
    /// - Throws: where not one can.
    init(headOf bytes: [UInt8], separator: UInt8, rows: Int) throws(SheetRefusal) {
        var cutter = Cutter(bytes: bytes, separator: separator, mostRows: rows)
        do throws(SheetRefusal) {
            try cutter.cut()
        } catch {
            guard !cutter.rows.isEmpty else { throw error }
        }
        self.init(cutter)
    }

    private init(_ cutter: Cutter) {
        (bytes, separator, cells, rows) = (cutter.bytes, cutter.separator, cutter.cells, cutter.rows)
    }

    /// Passes over what stands above the header.
    mutating func begin(at header: Int) { rows.removeAll { $0.number < header } }

    func texts(_ row: Row) -> [String] { (0..<row.count).map { text(row, $0) } }

    /// A cell without its quotation marks; empty where the row is shorter.
    func text(_ row: Row, _ column: Int) -> String {
        guard column < row.count else { return "" }
        let cell = cells[row.cells.lowerBound + column]
        let text = String(decoding: bytes[Int(cell.start)..<Int(cell.end)], as: UTF8.self)
        return cell.isQuoted && text.utf8.contains(UInt8(ascii: "\""))
            ? text.replacing("\"\"", with: "\"") : text
    }

    /// Begins with an equals sign, white space aside.
    func isFormula(_ row: Row, _ column: Int) -> Bool {
        let cell = cells[row.cells.lowerBound + column]
        return bytes[Int(cell.start)..<Int(cell.end)].first { $0 > 0x20 } == UInt8(ascii: "=")
    }

    /// Where a cell begins; where it would, in a row that is shorter.
    func place(_ row: Row, _ column: Int, named name: String?) -> SheetPlace {
        let index = row.cells.lowerBound + min(column, row.count - 1)
        let start = Int(cells[index].start) - (cells[index].isQuoted ? 1 : 0)
        return Cutter.place(of: start, in: bytes, row: row.number, from: row, cells: cells, named: name)
    }
}

/// The reader itself: one pass over the bytes, which stops at the first limit.
private struct Cutter {
    let bytes: [UInt8]
    let separator: UInt8
    let mostRows: Int
    var cells: [SheetTable.Cell] = []
    var rows: [SheetTable.Row] = []
    private var at = 0
    private var line = 1
    private var number = 0

    init(bytes: [UInt8], separator: UInt8, mostRows: Int) {
        self.bytes = bytes
        self.separator = separator
        self.mostRows = mostRows
    }

    private static let (quote, cr, lf) = (UInt8(ascii: "\""), UInt8(0x0D), UInt8(0x0A))

    mutating func cut() throws(SheetRefusal) {
        while at < bytes.count, rows.count < mostRows { try cutRow() }
        guard at == bytes.count || mostRows < SheetTable.mostRows else {
            throw refusal(.tooManyRows(limit: mostRows), at)
        }
    }

    private mutating func cutRow() throws(SheetRefusal) {
        number += 1
        let (first, row) = (cells.count, line)
        repeat {
            guard cells.count - first < SheetTable.mostColumns else {
                throw refusal(.tooManyColumns(limit: SheetTable.mostColumns), at)
            }
            guard cells.count < SheetTable.mostCells else {
                throw refusal(.tooManyCells(limit: SheetTable.mostCells), at)
            }
            try cutCell()
        } while takeSeparator()
        takeLineEnd()
        let isBlank = cells[first...].allSatisfy { cell in
            bytes[Int(cell.start)..<Int(cell.end)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
        }
        if isBlank {
            cells.removeSubrange(first...)
        } else {
            rows.append(SheetTable.Row(number: number, line: row, cells: first..<cells.count))
        }
    }

    private mutating func cutCell() throws(SheetRefusal) {
        let isQuoted = at < bytes.count && bytes[at] == Self.quote
        let start = isQuoted ? at + 1 : at
        if isQuoted { try passQuoted() } else { try passPlain() }
        let end = isQuoted ? at - 1 : at
        cells.append(SheetTable.Cell(start: Int32(start), end: Int32(end), isQuoted: isQuoted))
    }

    private mutating func passPlain() throws(SheetRefusal) {
        let start = at
        while at < bytes.count, bytes[at] != separator, bytes[at] != Self.lf, bytes[at] != Self.cr {
            guard bytes[at] != Self.quote else { throw refusal(.quoteInside, at) }
            at += 1
            if at - start > SheetTable.longestCell {
                throw refusal(.cellTooLong(limit: SheetTable.longestCell), start)
            }
        }
    }

    /// Up to behind the closing quotation mark; two of them are one that is meant.
    private mutating func passQuoted() throws(SheetRefusal) {
        let (start, firstLine) = (at, line)
        at += 1
        while true {
            guard at < bytes.count else { throw refusal(.quoteLeftOpen, start, line: firstLine) }
            if bytes[at] == Self.quote {
                at += 1
                guard at < bytes.count, bytes[at] == Self.quote else { break }
            } else if bytes[at] == Self.lf || bytes[at] == Self.cr && !isBefore(Self.lf) {
                line += 1
            }
            at += 1
            if at - start > SheetTable.longestCell {
                throw refusal(.cellTooLong(limit: SheetTable.longestCell), start, line: firstLine)
            }
        }
        guard at == bytes.count || bytes[at] == separator || bytes[at] == Self.lf || bytes[at] == Self.cr
        else { throw refusal(.textBehindQuote, at) }
    }

    private func isBefore(_ byte: UInt8) -> Bool { at + 1 < bytes.count && bytes[at + 1] == byte }

    private mutating func takeSeparator() -> Bool {
        guard at < bytes.count, bytes[at] == separator else { return false }
        at += 1
        return true
    }

    /// CRLF (RFC 4180, section 2, rule 1), or what Unix and old Macs write.
    private mutating func takeLineEnd() {
        guard at < bytes.count else { return }
        at += bytes[at] == Self.cr && isBefore(Self.lf) ? 2 : 1
        line += 1
    }

    private func refusal(_ fault: SheetProblem.Fault, _ index: Int, line: Int? = nil) -> SheetRefusal {
        SheetRefusal(fault, at: Self.place(of: index, in: bytes, row: number, line: line ?? self.line))
    }

    private static func place(of index: Int, in bytes: [UInt8], row: Int, line: Int) -> SheetPlace {
        let start = bytes[..<index].lastIndex { $0 == lf || $0 == cr }.map { $0 + 1 } ?? 0
        let character = String(decoding: bytes[start..<index], as: UTF8.self).count + 1
        return SheetPlace(row: row, line: line, character: character, column: nil)
    }

    /// Of a cell in a row that was cut: the line ends within the cells before it are counted.
    static func place(
        of index: Int, in bytes: [UInt8], row: Int, from first: SheetTable.Row, cells: [SheetTable.Cell],
        named name: String?
    ) -> SheetPlace {
        let start = Int(cells[first.cells.lowerBound].start)
        let before = index > start ? bytes[start..<index] : []
        let breaks = zip(before, Array(before.dropFirst()) + [0]).count { byte, next in
            byte == lf || byte == cr && next != lf
        }
        let plain = place(of: index, in: bytes, row: row, line: first.line + breaks)
        return SheetPlace(row: row, line: plain.line, character: plain.character, column: name)
    }
}
