import Reports
import Wording

/// Rows that can't be recorded, and so nothing is.
struct SheetTroubles: Worded {
    let all: [SheetPlan.Trouble]
    /// As many as a person mends at once.
    private static let most = 20

    var sentence: Sentence {
        let rest = all.count - Self.most
        return "nothing was recorded:\n"
            + all.prefix(Self.most).map { "  " + $0.sentence }.joined(separator: "\n")
            + (rest > 0 ? "\n  … and \(rest) more like these." : "")
    }
}
