import Etiquette
import Foundation

/// What a spreadsheet leaves open: each answer is one on how to read it, and the next question comes of reading it so.
package struct SheetDialogue: Dialogue {
    package enum Answer: Hashable, Sendable {
        /// Which of the choices, from 0.
        case choice(Int)
        case order(DateOrder)
        case year(Int)
        /// Seconds since midnight.
        case time(Int)
        /// Seconds that it takes.
        case length(Int)
    }

    /// Whose addresses a column holds.
    package enum Owner: CaseIterable, Sendable {
        case interviewer, contact, somebodyElse

        fileprivate var meaning: ColumnMeaning {
            switch self {
            case .interviewer: .interviewerEmail(nil)
            case .contact: .contactEmail
            case .somebodyElse: .ignored
            }
        }
    }

    /// What one chooses from.
    package enum Choices: Equatable, Sendable {
        case columns([String])
        case owners([Owner])

        var count: Int {
            switch self {
            case .columns(let columns): columns.count
            case .owners(let owners): owners.count
            }
        }
    }

    private let sheet: Spreadsheet
    private let home: TimeZone
    private let told: SheetAnswers

    /// - Parameters:
    ///   - told: what was said before, of this spreadsheet or one with the same columns.
    ///   - home: the zone of times that name none.
    package init(_ sheet: Spreadsheet, told: SheetAnswers, home: TimeZone) {
        self.sheet = sheet
        self.told = told
        self.home = home
    }

    /// The spreadsheet as it is read with these answers.
    package func reading(after answers: Answers<SheetQuestion, Answer>) -> SheetReading {
        sheet.reading(said(after: answers), home: home)
    }

    /// All that is said of it by then.
    package func said(after answers: Answers<SheetQuestion, Answer>) -> SheetAnswers {
        answers.all.reduce(into: told) { said, given in take(given.answer, to: given.question, into: &said) }
    }

    /// Nothing is asked of a spreadsheet that can't be taken anyway.
    package func nextQuestion(after answers: Answers<SheetQuestion, Answer>) -> SheetQuestion? {
        let reading = reading(after: answers)
        return reading.problems.isEmpty ? reading.questions.first : nil
    }

    /// What one chooses from; nil for a question whose answer is written.
    package func choices(for question: SheetQuestion) -> Choices? {
        switch question {
        case .column: .columns(sheet.header.filter { !$0.isEmpty })
        case .claimedTwice(_, let columns), .rounds(let columns, _, _): .columns(columns)
        case .addresses: .owners(Owner.allCases)
        case .year, .dateOrder, .time, .length: nil
        }
    }

    /// - Throws: `AnswerProblem`, `WrittenAnswerProblem`.
    package func answer(
        to question: SheetQuestion, typed text: String, after answers: Answers<SheetQuestion, Answer>
    ) throws -> Answer {
        if let choices = choices(for: question) {
            guard let number = Int(text), (1...max(1, choices.count)).contains(number) else {
                throw AnswerProblem.notNumbers(limit: choices.count)
            }
            return .choice(number - 1)
        }
        switch question {
        case .year: return .year(try WrittenAnswer.year(text))
        case .dateOrder: return .order(try WrittenAnswer.order(text))
        case .time: return .time(try WrittenAnswer.clock(text))
        default: return .length(try WrittenAnswer.length(text))
        }
    }

    private func take(_ answer: Answer, to question: SheetQuestion, into said: inout SheetAnswers) {
        switch (answer, question) {
        case (.order(let order), _): said.dateOrder = order
        case (.year(let year), _): said.year = year
        case (.time(let time), _): said.time = time
        case (.length(let length), _): said.length = length
        case (.choice(let index), .column(let meaning)):
            if case .columns(let columns)? = choices(for: question) {
                said.meanings[columns[index]] = meaning
            }
        case (.choice(let index), .addresses(let column, _, _)):
            said.meanings[column] = Owner.allCases[index].meaning
        case (.choice(let index), .claimedTwice(_, let columns)),
            (.choice(let index), .rounds(let columns, _, _)):
            // The others of these columns matter no more.
            for (place, column) in columns.enumerated() where place != index {
                said.meanings[column] = .ignored
            }
        case (.choice, _): break
        }
    }
}

/// Why a written answer about a spreadsheet is none, with what was written.
package enum WrittenAnswerProblem: Error, Equatable, Sendable {
    case notAYear(String)
    case notAClock(String)
    case notALength(String)
    case notAnOrder(String)
    case notASpan(String)
}

/// Answers that are written out, on a terminal, in a form or as an option.
package enum WrittenAnswer {
    /// Seconds since midnight, such as `15:00`.
    package static func clock(_ text: String) throws(WrittenAnswerProblem) -> Int {
        guard let time = ClockTime.seconds(text) else { throw .notAClock(text) }
        return time
    }

    /// Four digits.
    package static func year(_ text: String) throws(WrittenAnswerProblem) -> Int {
        guard text.count == 4, let year = Int(text), year >= 1000 else { throw .notAYear(text) }
        return year
    }

    /// Seconds, such as `45m`.
    package static func length(_ text: String) throws(WrittenAnswerProblem) -> Int {
        guard let length = WrittenLength.seconds(text) else { throw .notALength(text) }
        return length
    }

    /// `dmy`, `mdy` or `ymd`.
    package static func order(_ text: String) throws(WrittenAnswerProblem) -> DateOrder {
        guard let order = DateOrder(rawValue: text.lowercased()) else { throw .notAnOrder(text) }
        return order
    }

    /// The first day of a time that ends today, as `14d`, `2w` or `2026-11-16`.
    package static func since(_ text: String, today: Day) throws(WrittenAnswerProblem) -> Day {
        if let day = Day(text), day <= today, today.number - day.number <= longestSpan { return day }
        guard let match = text.lowercased().wholeMatch(of: /(\d{1,3})([dw])/), let count = Int(match.1) else {
            throw .notASpan(text)
        }
        let days = match.2 == "w" ? count * 7 : count
        guard (1...longestSpan).contains(days) else { throw .notASpan(text) }
        return today.adding(days: -days)
    }

    /// Days: nobody looks for an interview further back.
    private static let longestSpan = 366
}
