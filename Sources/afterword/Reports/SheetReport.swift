import Desk
import Etiquette
import Foundation
import Intake
import Wording

/// What became of a spreadsheet, as other programs read it.
struct SheetReport: Encodable {
    let file: String
    let encoding: String
    let recorded: Bool
    /// The rows above the names of the columns that hold anything.
    let passedOver: [Int]
    let columns: [Column]
    let rows: [Row]
    let questions: [Asked]
    let problems: [Problem]

    struct Column: Encodable {
        let name: String
        @OrNull var meaning: String?

        init(_ column: (name: String, meaning: ColumnMeaning?)) {
            name = column.name
            meaning = column.meaning.flatMap { $0 == .ignored ? nil : $0.name }
        }
    }

    /// A message that an interview has a part in.
    struct Sent: Encodable {
        let id: Int64
        let state: String
    }

    struct Row: Encodable {
        let row: Int
        /// `new`, `planned`, `known`, `joins`, `skipped` or `wrong`; `open` while a question about the file is.
        let result: String
        /// Why it was skipped.
        @OrNull var reason: String?
        /// The row that told the interview first.
        @OrNull var joins: Int?
        let organisation: String
        let role: String
        @OrNull var ended: String?
        @OrNull var timeZone: String?
        @OrNull var interview: Int64?
        @OrNull var recruitment: Int64?
        var messages: [Sent] = []
        var warnings: [String] = []

        init(_ row: SheetRow, result: String) {
            self.row = row.number
            self.result = result
            organisation = row.organisation
            role = row.role
        }

        mutating func take(_ told: SheetInterview) {
            ended = JSON.time(told.ended.instant)
            timeZone = told.ended.zone.identifier
        }

        mutating func take(_ recorded: Recorded, _ states: [Message.ID: MessageState]) {
            interview = recorded.interview.rawValue
            recruitment = recorded.recruitment.rawValue
            messages = recorded.messages.map {
                Sent(id: $0.rawValue, state: states[$0]?.rawValue ?? MessageState.draft.rawValue)
            }
            warnings += recorded.warnings.map { Wording.text($0) }
        }
    }

    struct Asked: Encodable {
        let code: String
        let option: String
        let text: String

        init(_ question: SheetQuestion) {
            code = question.code
            option = question.option
            text = question.sentence
        }
    }

    struct Problem: Encodable {
        @OrNull var row: Int?
        @OrNull var line: Int?
        @OrNull var column: String?
        @OrNull var value: String?
        let text: String

        init(_ trouble: SheetPlan.Trouble) {
            row = trouble.row == 0 ? nil : trouble.row
            line = trouble.problem?.place?.line
            column = trouble.problem?.place?.column
            value = trouble.problem?.value
            text = trouble.sentence
        }
    }
}
