import Intake

extension SheetQuestion {
    /// Spelt as other programs read it.
    package var code: String {
        switch self {
        case .column: "column"
        case .claimedTwice: "claimed-twice"
        case .dateOrder: "date-order"
        case .year: "year"
        case .rounds: "rounds"
        case .addresses: "addresses"
        case .time: "time"
        case .length: "length"
        }
    }

    /// What a column means that is not read.
    private static let nothing = "ignore"

    /// What answers it where nobody can be asked.
    package var option: Sentence {
        switch self {
        case .column(let meaning): "\(.column(nil, means: meaning.name))"
        case .claimedTwice(_, let columns): "\(.column(columns.last ?? "", means: Self.nothing))"
        case .dateOrder: "\(.dateOrder)"
        case .year: "\(.year)"
        case .rounds(let columns, _, _):
            columns.dropLast().map { "\(.column($0, means: Self.nothing))" }.joined(separator: " ")
        case .addresses(let column, _, _):
            "\(.column(column, means: "interviewer email"))"
        case .time: "\(.timeOfDay)"
        case .length: "\(.length)"
        }
    }

    /// Which option answers it, with another way where there is one.
    package var remedy: Sentence {
        switch self {
        case .rounds(let columns, _, _):
            "Say it with \(option), which records \(Wording.quoted(columns.last ?? "")) alone. To record each, give each "
                + "round a column of its own for who was there, such as “Round 1 interviewers”."
        case .addresses(let column, _, _):
            "Say it with \(option), or with \(.column(column, means: Self.nothing)) if they are somebody else's."
        default: "Say it with \(option)."
        }
    }

    /// What the spreadsheet leaves open.
    package var sentence: String {
        switch self {
        case .column(let meaning): "No column is recognised as the \(meaning.words)."
        case .claimedTwice(let meaning, let columns):
            "\(Wording.list(columns.map(Wording.quoted))) all look like the \(meaning.words)."
        case .dateOrder(let column, let example):
            "In \(Wording.quoted(column)), \(Wording.quoted(example)) could be either of two days."
        case .year(let column, let example):
            "In \(Wording.quoted(column)), \(Wording.quoted(example)) has no year."
        case .rounds(let columns, let rows, let first):
            "\(Wording.list(columns.map(Wording.quoted))) look like rounds of interviews, but "
                + "\(Self.rows(rows, first)) \(rows > 1 ? "don't" : "doesn't") say who was at which, or when."
        case .addresses(let column, let rows, let first):
            "\(Wording.quoted(column)) has email addresses but is not recognised; in \(Self.rows(rows, first)) an "
                + "interviewer has none, and would get a card by post instead of an email."
        case .time(let rows, let first):
            "\(Self.rows(rows, first)) \(rows > 1 ? "have" : "has") the day of the interview, but not the time "
                + "at which it ended."
        case .length(let rows, let first):
            "\(Self.rows(rows, first)) \(rows > 1 ? "have" : "has") a start time but no end."
        }
    }
}

extension SheetQuestion {
    /// `3 rows (row 5 first)`.
    fileprivate static func rows(_ count: Int, _ first: Int) -> String {
        "\(Wording.count(count, "row")) (row \(first)\(count > 1 ? " first" : ""))"
    }
}

extension ColumnMeaning {
    fileprivate var words: String {
        switch self {
        case .date: "date of the interview"
        case .interviewer: "interviewer's name"
        default: name
        }
    }
}

/// Nothing was recorded, because the spreadsheet leaves something open.
package struct SheetUnsettled: Worded {
    package let open: [SheetQuestion]

    package init(open: [SheetQuestion]) { self.open = open }

    package var sentence: Sentence {
        "nothing was recorded: " + open.map { "\($0.sentence) \($0.remedy)" }.joined(separator: " ")
    }
}

/// Not `COLUMN=meaning`.
package struct NotAMapping: Worded {
    package let text: String

    package init(text: String) { self.text = text }

    package var sentence: Sentence {
        "\(Wording.quoted(text)) does not say what a column means; write it like \"Firm=organisation\", with one of "
            + "\(Wording.list(ColumnMeaning.names, "or"))."
    }
}

extension WrittenAnswerProblem: Worded {
    package var sentence: Sentence {
        switch self {
        case .notAClock(let text): "\(Wording.quoted(text)) is not a time of day; write it like 15:00."
        case .notALength(let text): "\(Wording.quoted(text)) is not a length; write it like 45m or 1h."
        case .notAYear(let text): "\(Wording.quoted(text)) is not a year; write it like 2026."
        case .notAnOrder(let text): "\(Wording.quoted(text)) is not an order; write dmy, mdy or ymd."
        case .notASpan(let text):
            "\(Wording.quoted(text)) is not a time to look back over; write it like 14d, 2w or 2026-11-16, at most a year."
        }
    }
}

extension Wording {
    /// Asks on a terminal.
    ///
    /// - Parameter choices: what one chooses from, by its number.
    package static func prompt(_ question: SheetQuestion, _ choices: SheetDialogue.Choices?) -> String {
        let wanted =
            switch question {
            case .column, .claimedTwice: ""
            case .rounds: "Which one is to be recorded?"
            case .addresses: "Whose are they?"
            case .year: "Which year is it? "
            case .dateOrder: "dmy, mdy or ymd: "
            case .time: "Such as 15:00: "
            case .length: "Such as 45m: "
            }
        guard let choices else { return question.sentence + " " + wanted }
        let list = choices.names.enumerated().map { "\n  \($0.offset + 1)  \(shown($0.element, limit: 60))" }
        return question.sentence + " " + wanted + list.joined() + "\nNumber: "
    }
}

extension SheetDialogue.Choices {
    /// As people read them.
    package var names: [String] {
        switch self {
        case .columns(let columns): columns
        case .owners(let owners): owners.map(\.words)
        }
    }
}

extension SheetDialogue.Owner {
    fileprivate var words: String {
        switch self {
        case .interviewer: "the interviewer"
        case .contact: "the contact"
        case .somebodyElse: "somebody else"
        }
    }
}
