import Etiquette
import Foundation

/// What the user has said of a spreadsheet beyond the file.
package struct SheetAnswers: Hashable, Sendable {
    /// What columns mean, by their names.
    package var meanings: [String: ColumnMeaning] = [:]
    /// How dates of three numbers are written.
    package var dateOrder: DateOrder?
    /// Seconds since midnight at which the interviews ended of which a row tells the day alone.
    package var time: Int?
    /// Seconds that the interviews took of which a row tells the beginning alone.
    package var length: Int?
    /// The year of dates that are written without one.
    package var year: Int?
    /// Where a row names none.
    package var organisation: String?
    /// Where a row names none.
    package var role: String?

    package init() {}
}

/// What a spreadsheet leaves open; nothing is recorded before the user has answered.
package enum SheetQuestion: Hashable, Sendable {
    /// No column has this meaning, and none can be done without.
    case column(ColumnMeaning)
    /// Several columns have it.
    case claimedTwice(ColumnMeaning, columns: [String])
    /// Its dates may be read in more than one order.
    case dateOrder(column: String, example: String)
    /// Its dates have no year.
    case year(column: String, example: String)
    /// Several rounds, in these columns, and so many rows, this one first, that don't tell who was at which.
    case rounds(columns: [String], rows: Int, first: Int)
    /// Addresses in a column that nobody recognises, beside people without one, in so many rows, this one first.
    case addresses(column: String, rows: Int, first: Int)
    /// So many rows, this one first, tell a day and no time.
    case time(rows: Int, first: Int)
    /// So many rows, this one first, tell when the interview began and not when it ended.
    case length(rows: Int, first: Int)
}

/// A status that says nothing that is known here.
package struct UnreadStatus: Hashable, Sendable {
    package let text: String
    package let place: SheetPlace
}

/// An interview that a row tells, or several rows of the same one.
package struct SheetInterview: Hashable, Sendable {
    /// As the row writes it.
    package let organisation: String
    /// As the row writes it.
    package let role: String
    /// When it ended or ends.
    package let ended: ZonedTime
    /// The clocks went back over that time; the later of the two was taken.
    package let wasTwice: Bool
    /// Who interviewed, in the order of the file.
    package internal(set) var people: [SheetPerson]
    package internal(set) var contact: SheetPerson?
    /// The day by which a decision was promised.
    package internal(set) var decisionBy: Day?
    /// How the role is said in a sentence.
    package internal(set) var roleShort: String?
    /// How the organisation is said in a sentence.
    package internal(set) var organisationAs: String?
    /// In which voice the letters are worded.
    package internal(set) var voice: Voice?
    /// How it was held, as far as the row's words for it are known.
    package internal(set) var medium: Interview.Medium?
    /// It came about through an agency.
    package internal(set) var viaAgency: Bool
    /// How the recruitment stands, as the row says; open where it says nothing.
    package internal(set) var standing: Recruitment.Standing
    /// What it says of that and was not understood.
    package internal(set) var unknownStatuses: [UnreadStatus]
    /// An export tells of messages that may have left, or that the user has not let go.
    package internal(set) var hasOwnMessages: Bool
    /// The number that it had in the ledger from which the row was exported.
    package internal(set) var exported: Interview.ID?
    /// The row that told it first.
    package let place: SheetPlace

    /// The recruitment has ended, as the row says.
    package var isOver: Bool { standing != .open }
}

/// A row that holds anything, and what became of it.
package struct SheetRow: Hashable, Sendable {
    /// As spreadsheets count.
    package let number: Int
    /// What it is about, as far as it says.
    package let organisation: String
    /// What it is about, as far as it says.
    package let role: String
    package let outcome: Reading

    /// What a row is.
    package enum Reading: Hashable, Sendable {
        /// The interview of this index, told first here.
        case interview(Int)
        /// More of the interview of this index.
        case joins(Int)
        case skipped(Skip)
        /// Something stays open, or is wrong.
        case unread
    }

    /// Why a row is no interview.
    package enum Skip: String, Hashable, Sendable {
        /// An application, perhaps: it has no date of an interview.
        case noDate = "no-date"
        /// Nobody is named who interviewed.
        case nobody = "nobody"
        /// They called it off.
        case calledOff = "called-off"
    }
}

/// The rows of a spreadsheet as they are understood.
package struct SheetReading: Sendable {
    /// Every column, with what it is taken to mean; nil for one that is not recognised.
    package internal(set) var columns: [(name: String, meaning: ColumnMeaning?)] = []
    package internal(set) var questions: [SheetQuestion] = []
    /// Every row that holds anything, in the order of the file; empty where a column is in question.
    package internal(set) var rows: [SheetRow] = []
    package internal(set) var interviews: [SheetInterview] = []
    /// What is wrong, in the order of the file.
    package internal(set) var problems: [SheetProblem] = []
}

extension Spreadsheet {
    /// Reads the rows.
    /// - Parameters:
    ///   - answers: what the user has said.
    ///   - home: the zone of rows that name none.
    package func reading(_ answers: SheetAnswers, home: TimeZone) -> SheetReading {
        let columns = SheetColumns(self.columns.names, told: answers.meanings)
        var reading = SheetReading()
        reading.columns = Array(zip(columns.names, columns.meanings))
        reading.problems = answers.meanings.keys.filter { !columns.has($0) }.sorted().map {
            SheetRefusal(.noSuchColumn($0)).problem(named: file)
        }
        reading.questions = columns.questions(answers)
        guard reading.questions.isEmpty, reading.problems.isEmpty else { return reading }
        var rows = RowReading(table: table, columns: columns, answers: answers, home: home)
        rows.readDates()
        if rows.questions.isEmpty, rows.refusals.isEmpty { rows.readRows() }
        (reading.rows, reading.interviews) = (rows.rows, rows.interviews)
        reading.questions = rows.questions
        reading.problems = rows.refusals.map { $0.problem(named: file) }
        return reading
    }
}

extension SheetColumns {
    /// What has to be known before a row can be read.
    fileprivate func questions(_ answers: SheetAnswers) -> [SheetQuestion] {
        var questions = claimedTwice.map { SheetQuestion.claimedTwice($0.meaning, columns: $0.columns) }
        let isTold: [(ColumnMeaning, Bool)] = [
            (.organisation, answers.organisation != nil), (.role, answers.role != nil),
            (.date, first(.ended) != nil || first(.startTime) != nil || !roundDates.isEmpty),
            (.interviewer(nil), meanings.contains { $0?.withoutRound.isPerson ?? false }),
        ]
        for (meaning, isTold) in isTold where !isTold && first(meaning) == nil {
            questions.append(.column(meaning))
        }
        return questions
    }
}

extension ColumnMeaning {
    /// Who interviewed stands there.
    fileprivate var isPerson: Bool {
        switch self {
        case .interviewer, .interviewerGiven, .interviewerFamily, .interviewerEmail: true
        default: false
        }
    }
}
