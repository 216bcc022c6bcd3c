import Foundation

/// A file of comma-separated values in which people keep their search: opened, its columns recognised, its rows not
/// read yet.
package struct Spreadsheet: Sendable {
    /// As the user named the file.
    package let file: String
    package let encoding: SheetEncoding
    /// The names of its columns, in their order.
    package var header: [String] { columns.names }
    /// Rows above the names of the columns, a title perhaps, each as its cells have it; nothing is read there.
    package let passedOver: [(row: Int, text: String)]
    let table: SheetTable
    let columns: SheetColumns

    /// The most bytes of a file; whoever opens it stops reading there.
    package static let sizeLimit = 16 * 1024 * 1024

    /// - Throws: where the bytes are no such file; the rows may still hold anything.
    package init(_ bytes: some Collection<UInt8>, named file: String) throws(SheetProblem) {
        self.file = file
        do throws(SheetRefusal) {
            guard bytes.count <= Self.sizeLimit else { throw SheetRefusal(.tooLarge(limit: Self.sizeLimit)) }
            let text = try SheetText(bytes)
            encoding = text.encoding
            (table, columns, passedOver) = try Self.cut(text.bytes)
        } catch {
            throw error.problem(named: file)
        }
    }

    /// A text for a cell, such that it is not read as nothing: the talking point `none` is one.
    package static func cell(_ text: String) -> String { SheetWords.protected(text) }

    /// A name for a cell of its own, such that it is read back exactly: in quotation marks where marks or words in it would
    /// be taken for something else.
    package static func cell(name: String) -> String {
        QuotedName.cell(name, at: SheetPlace(row: 1, line: 1, character: 1, column: nil))
    }

    /// Whether a file is called like one, workbooks among them, which have to be saved as CSV first.
    package static func isNamedLikeOne(_ file: String) -> Bool {
        [".csv", ".tsv", ".xlsx", ".xls", ".ods", ".numbers"].contains(where: file.lowercased().hasSuffix)
    }

    /// Whether the beginning of a file looks like one, for files whose name does not tell: at least two columns
    /// are recognised, in its first line if it may be a calendar or a mail.
    package static func looksLikeOne(_ bytes: some Collection<UInt8>) -> Bool {
        let head = Array(bytes.prefix(16_384))
        guard let text = try? SheetText(head.prefix(endOfLines(head))),
            let header = try? header(of: text.bytes)
        else { return false }
        return header.columns.recognised >= 2 && (header.place == 0 || FileKind(head) == .other)
    }

    /// Behind the last line that is whole: no character is cut in two there.
    private static func endOfLines(_ head: [UInt8]) -> Int {
        guard head.count == 16_384, let last = head.lastIndex(of: 0x0A) else { return head.count }
        // In UTF-16 with the low byte first a zero follows.
        return last + (head.starts(with: [0xFF, 0xFE]) ? 2 : 1)
    }

    private typealias Cut = (SheetTable, SheetColumns, [(row: Int, text: String)])

    private static func cut(_ bytes: [UInt8]) throws(SheetRefusal) -> Cut {
        let header = try header(of: bytes)
        var table = try SheetTable(header.body, separator: header.separator)
        try table.refuseFormulas(header.columns.names, below: header.place)
        let above = table.rows.prefix(header.place).map { row in
            (row.number, table.texts(row).filter { !$0.isEmpty }.joined(separator: ", "))
        }
        table.begin(at: table.rows[header.place].number)
        return (table, header.columns, above)
    }

    private struct Header {
        let columns: SheetColumns
        let separator: UInt8
        let body: [UInt8]
        /// How many rows that hold anything stand above it.
        let place: Int
    }

    /// As far down as a header is looked for.
    private static let lastHeader = 20

    /// The separator that gives the most columns that are recognised, and of those the most columns.
    private static func header(of bytes: [UInt8]) throws(SheetRefusal) -> Header {
        let (told, body) = declared(in: bytes)
        var best: Header?
        var problem: SheetRefusal?
        for separator in told.map({ [$0] }) ?? Array(",;\t|".utf8) {
            do throws(SheetRefusal) {
                let table = try SheetTable(headOf: body, separator: separator, rows: lastHeader)
                guard let (place, columns) = header(of: table) else { continue }
                let isBetter = best.map {
                    (columns.recognised, columns.names.count) > (
                        $0.columns.recognised, $0.columns.names.count
                    )
                }
                if isBetter ?? true {
                    best = Header(columns: columns, separator: separator, body: body, place: place)
                }
            } catch {
                problem = problem ?? error
            }
        }
        if let problem, best?.columns.recognised ?? 0 == 0 { throw problem }
        guard let best, best.columns.names.contains(where: { !$0.isEmpty }) else {
            throw SheetRefusal(.noHeader)
        }
        return best
    }

    /// The first row, unless it is a title: then the first row below it that has the most names that are known, or where
    /// none is known the first with several cells.
    private static func header(of table: SheetTable) -> (place: Int, columns: SheetColumns)? {
        let rows = table.rows.map { row in
            SheetColumns(table.texts(row).map { $0.trimmingCharacters(in: .whitespacesAndNewlines) })
        }
        guard let first = rows.first else { return nil }
        let most = rows.map(\.recognised).max() ?? 0
        if first.recognised < 2, most >= 2, let place = rows.firstIndex(where: { $0.recognised == most }),
            isHeader(rows[place], below: first)
        {
            return (place, rows[place])
        }
        let place = rows.firstIndex { $0.named > 2 }
        guard first.recognised == 0, first.named == 1, let place else { return (0, first) }
        return (place, rows[place])
    }

    /// What people write into cells may be called like a column, `2nd interview` for a status: such a row is no header.
    private static func isHeader(_ row: SheetColumns, below first: SheetColumns) -> Bool {
        let isTitle = first.named * 2 <= row.named
        let isAboutApplications = row.first(.organisation) != nil || row.first(.role) != nil
        return isTitle || row.recognised > 2 && isAboutApplications
    }

    /// `sep=;` on a line of its own, by which Excel is told; it is no row. Blanked out, so that lines count on.
    private static func declared(in bytes: [UInt8]) -> (UInt8?, [UInt8]) {
        let line = bytes.prefix(8).prefix { $0 != 0x0A && $0 != 0x0D }
        guard line.count == 5, String(decoding: line.prefix(4), as: UTF8.self).lowercased() == "sep=",
            let separator = line.last
        else { return (nil, bytes) }
        return (separator, Array(repeating: 0x20, count: 5) + bytes.dropFirst(5))
    }
}

extension SheetTable {
    /// What begins with an equals sign is a formula wherever it stands, in a column that is not read too.
    fileprivate func refuseFormulas(_ names: [String], below header: Int) throws(SheetRefusal) {
        for (index, row) in rows.enumerated() {
            for column in 0..<row.count where isFormula(row, column) {
                let name = index <= header || column >= names.count ? nil : names[column]
                throw SheetRefusal(.formula, at: place(row, column, named: name), value: text(row, column))
            }
        }
    }
}
