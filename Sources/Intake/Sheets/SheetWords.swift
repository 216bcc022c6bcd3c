import Foundation

/// The words that stand in cells and mean something of their own.
enum SheetWords {
    /// Nothing is said: `-`, `TBC`.
    static func isBlank(_ text: String) -> Bool { text.isEmpty || blank.contains(text.lowercased()) }

    /// The recruitment has ended: `Rejected`, `Rejected (by email)`.
    static func isOver(_ status: String) -> Bool { over.contains(bare(status)) }

    /// The interview does not take place.
    static func isCalledOff(_ status: String) -> Bool { off.contains(bare(status)) }

    static func isNo(_ text: String) -> Bool { no.contains(text.lowercased()) }

    /// A spreadsheet would calculate it; the same as `export` protects.
    static func isFormula(_ text: String) -> Bool {
        text.unicodeScalars.first.map { formulas.contains($0) } ?? false
    }

    /// What `export` writes before it, taken away: one apostrophe before a formula, or before such an apostrophe.
    static func unprotected(_ text: String) -> String? {
        guard text.first == "'" else { return nil }
        let rest = text.drop { $0 == "'" }
        return isFormula(String(rest)) ? String(text.dropFirst()) : nil
    }

    private static let formulas = Set("=+-@＝＋－＠".unicodeScalars)

    /// What stands before a remark, without symbols around it.
    private static func bare(_ status: String) -> String {
        let end = status.firstIndex { "(,:;–—/".contains($0) } ?? status.endIndex
        return status[..<end].lowercased().trimmingCharacters(in: CharacterSet.letters.inverted)
    }

    private static let rows = DataFile(PackageResources.sheet_words_txt).rows.filter { $0.count == 2 }
    private static let (blank, over, off, no) = (words("blank"), words("over"), words("off"), words("no"))

    private static func words(_ kind: String) -> Set<String> {
        Set(rows.compactMap { $0[0] == kind ? $0[1] : nil })
    }
}
