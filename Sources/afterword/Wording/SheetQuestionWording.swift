import Intake

extension SheetQuestion {
    /// Spelt as other programs read it.
    var code: String {
        switch self {
        case .column: "column"
        case .claimedTwice: "claimed-twice"
        case .dateOrder: "date-order"
        case .time: "time"
        case .length: "length"
        }
    }

    /// What answers it where nobody can be asked.
    var option: String {
        switch self {
        case .column(let meaning): "--map \"COLUMN=\(meaning.name)\""
        case .claimedTwice(_, let columns): "--map \"\(Wording.shown(columns.last ?? "", limit: 60))=ignore\""
        case .dateOrder: "--date-order"
        case .time: "--time"
        case .length: "--length"
        }
    }

    /// What the spreadsheet leaves open.
    var sentence: String {
        switch self {
        case .column(let meaning): "No column is recognised as the \(meaning.words)."
        case .claimedTwice(let meaning, let columns):
            "\(Wording.list(columns.map(Wording.quoted))) all look like the \(meaning.words)."
        case .dateOrder(let column, let example):
            "In \(Wording.quoted(column)), \(Wording.quoted(example)) may be either of two days."
        case .time(let rows, let first):
            "\(Wording.count(rows, "row")) (row \(first)\(rows > 1 ? " first" : "")) tell the day and not the time at which "
                + "the interview ended."
        case .length(let rows, let first):
            "\(Wording.count(rows, "row")) (row \(first)\(rows > 1 ? " first" : "")) tell when the interview began and not "
                + "how long it took."
        }
    }
}

extension ColumnMeaning {
    fileprivate var words: String {
        switch self {
        case .date: "date of the interview"
        case .interviewer: "name of who interviewed"
        default: name
        }
    }
}

/// Nothing was recorded, because the spreadsheet leaves something open.
struct SheetUnsettled: Worded {
    let open: [SheetQuestion]

    var sentence: String {
        "nothing was recorded: "
            + open.map { "\($0.sentence) Say it with \($0.option)." }.joined(separator: " ")
    }
    var exit: Exit { .badInput }
}

/// Not `COLUMN=meaning`.
struct NotAMapping: Worded {
    let text: String

    var sentence: String {
        "\(Wording.quoted(text)) tells of no column what it means; write it like \"Firm=organisation\", with one of "
            + "\(Wording.list(ColumnMeaning.names, "or"))."
    }
    var exit: Exit { .usage }
}

/// Not a time of day.
struct NotAClock: Worded {
    let text: String

    var sentence: String { "\(Wording.quoted(text)) is no time of day; write it like 15:00." }
    var exit: Exit { .usage }
}

/// Not a length.
struct NotALength: Worded {
    let text: String

    var sentence: String { "\(Wording.quoted(text)) is no length; write it like 45m or 1h." }
    var exit: Exit { .usage }
}

/// None of the orders of a date.
struct NotAnOrder: Worded {
    let text: String

    var sentence: String { "\(Wording.quoted(text)) is no order; write dmy, mdy or ymd." }
    var exit: Exit { .usage }
}
