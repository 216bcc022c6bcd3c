import Etiquette
import Foundation

/// What the columns for the status of a row say together.
struct RowStatus {
    /// The interview does not take place.
    private(set) var isCalledOff = false
    /// The first end that is told, else open.
    private(set) var standing: Recruitment.Standing = .open
    /// What was not understood.
    private(set) var unknown: [UnreadStatus] = []

    init(_ cells: RowCells) throws(SheetRefusal) {
        for (column, meaning) in cells.columns.meanings.enumerated() where meaning?.withoutRound == .status {
            let text = try cells.text(column)
            switch SheetWords.status(text) {
            // Another round that is called off takes nothing from this one.
            case .calledOff: if meaning == .status { isCalledOff = true }
            case .standing(let told): if standing == .open { standing = told }
            case .unknown: unknown.append(UnreadStatus(text: text, place: cells.place(column)))
            }
        }
    }
}

extension RowCells {
    /// Whether an export tells of messages of this row that are more than queued: they may have left, or the user
    /// decided otherwise. Such a cell reads `3 thank-you sent; 4 decision-status queued`.
    func hasOwnMessages() throws(SheetRefusal) -> Bool {
        let told = try text(.messages).split(separator: ";")
        return told.contains { $0.split(whereSeparator: \.isWhitespace).last != "queued" }
    }
}
