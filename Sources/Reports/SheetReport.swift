import Desk
import Etiquette
import Foundation
import Intake
import Wording

package struct SheetReport: Encodable {
    package let file: String
    package let encoding: String
    package let recorded: Bool
    /// The rows above the names of the columns that hold anything.
    package let passedOver: [Int]
    package let columns: [Column]
    package let rows: [Row]
    package let questions: [Asked]
    package let problems: [Problem]

    package init(
        file: String, encoding: String, recorded: Bool, passedOver: [Int], columns: [Column], rows: [Row],
        questions: [Asked], problems: [Problem]
    ) {
        self.file = file
        self.encoding = encoding
        self.recorded = recorded
        self.passedOver = passedOver
        self.columns = columns
        self.rows = rows
        self.questions = questions
        self.problems = problems
    }

    package struct Column: Encodable {
        package let name: String
        @OrNull package var meaning: String?

        package init(_ column: (name: String, meaning: ColumnMeaning?)) {
            name = column.name
            meaning = column.meaning.flatMap { $0 == .ignored ? nil : $0.name }
        }
    }

    /// A message that an interview has a part in.
    package struct Sent: Encodable {
        package let id: Int64
        package let state: String
    }

    package struct Row: Encodable {
        package let row: Int
        /// `new`, `planned`, `known`, `joins`, `skipped` or `wrong`; `open` while a question about the file is.
        package let result: String
        /// Why it was skipped; `deleted` where the interview was deleted as a mistake, and stays so.
        @OrNull package var reason: String?
        /// The row that told the interview first.
        @OrNull package var joins: Int?
        package let organisation: String
        package let role: String
        @OrNull package var ended: String?
        @OrNull package var timeZone: String?
        @OrNull package var interview: Int64?
        @OrNull package var recruitment: Int64?
        package var messages: [Sent] = []
        package var warnings: [Sentence] = []

        package init(_ row: SheetRow, result: String) {
            self.row = row.number
            self.result = result
            organisation = row.organisation
            role = row.role
        }

        package mutating func take(_ told: SheetInterview) {
            ended = JSON.time(told.ended.instant)
            timeZone = told.ended.zone.identifier
        }

        package mutating func take(_ recorded: Recorded, _ states: [Message.ID: MessageState]) {
            interview = recorded.interview.rawValue
            recruitment = recorded.recruitment.rawValue
            messages = recorded.messages.map {
                Sent(id: $0.rawValue, state: states[$0]?.rawValue ?? MessageState.draft.rawValue)
            }
            warnings += recorded.warnings.map { Wording.text($0) }
        }
    }

    package struct Asked: Encodable {
        package let code: String
        package let option: Sentence
        package let text: String

        package init(_ question: SheetQuestion) {
            code = question.code
            option = question.option
            text = question.sentence
        }
    }

    package struct Problem: Encodable {
        @OrNull package var row: Int?
        @OrNull package var line: Int?
        @OrNull package var column: String?
        @OrNull package var value: String?
        package let text: String

        /// - Parameters:
        ///   - row: 0 where it is about the whole file.
        ///   - problem: as the spreadsheet has it; nil where a row can be read and not recorded.
        package init(row: Int, _ problem: SheetProblem?, text: String) {
            self.row = row == 0 ? nil : row
            line = problem?.place?.line
            column = problem?.place?.column
            value = problem?.value
            self.text = text
        }
    }
}
