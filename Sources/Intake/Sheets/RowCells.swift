import Etiquette
import Foundation

/// The cells of one row, by their columns.
struct RowCells {
    let table: SheetTable
    let columns: SheetColumns
    let row: SheetTable.Row

    /// What a cell says; empty where it says nothing, in whatever word.
    /// - Throws: where a spreadsheet would calculate it.
    func text(_ column: Int) throws(SheetRefusal) -> String {
        let text = raw(column)
        if let own = SheetWords.unprotected(text) { return own }
        if SheetWords.isBlank(text) { return "" }
        guard !SheetWords.isFormula(text) else {
            throw SheetRefusal(.formula, at: place(column), value: text)
        }
        return text
    }

    /// The same of the first column with a meaning; empty where there is none.
    func text(_ meaning: ColumnMeaning) throws(SheetRefusal) -> String {
        if let column = columns.first(meaning) { try text(column) } else { "" }
    }

    /// As it is shown to the user, whether it can be taken or not.
    func label(_ meaning: ColumnMeaning) -> String? {
        guard let text = columns.first(meaning).map(raw), !SheetWords.isBlank(text) else { return nil }
        return SheetWords.unprotected(text) ?? text
    }

    func holds(_ column: Int) -> Bool { !SheetWords.isBlank(raw(column)) }

    /// Columns that nobody recognises in which this row has an address, or several, and nothing else.
    var strayAddresses: [Int] {
        columns.meanings.indices.filter { column in
            guard columns.meanings[column] == nil, raw(column).contains("@") else { return false }
            let found = try? SheetPeople.addresses(in: raw(column), at: place(column))
            return !(found ?? []).isEmpty
        }
    }

    private func raw(_ column: Int) -> String {
        table.text(row, column).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    func place(_ column: Int) -> SheetPlace {
        let name = column < columns.names.count ? columns.names[column] : nil
        return table.place(row, column, named: name)
    }

    func place(_ meaning: ColumnMeaning) -> SheetPlace { place(columns.first(meaning) ?? 0) }

    /// Cells beyond the header: a separator within a cell that has no quotation marks.
    func refuseSurplus() throws(SheetRefusal) {
        let width = columns.names.count
        guard row.count > width else { return }
        for column in width..<row.count where !raw(column).isEmpty {
            throw SheetRefusal(.surplusCell, at: place(column), value: raw(column))
        }
    }

    /// Nil where nothing is said of it; which there are, the templates decide.
    func voice() throws(SheetRefusal) -> Voice? {
        let text = try text(.voice)
        return text.isEmpty ? nil : Voice(rawValue: text.lowercased())
    }

    /// Yes, no, or the name of the agency.
    func isThroughAgency() throws(SheetRefusal) -> Bool {
        let text = try text(.agency)
        return !text.isEmpty && !SheetWords.isNo(text)
    }
}
