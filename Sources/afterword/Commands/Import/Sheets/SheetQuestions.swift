import Etiquette
import Foundation
import Intake

/// Asks on a terminal for what a spreadsheet leaves open.
struct SheetQuestions {
    let house: House
    let header: [String]

    /// - Throws: `Unsettled` where nobody answers.
    func ask(_ question: SheetQuestion, _ answers: inout SheetAnswers) throws {
        let prompt = question.sentence + " "
        switch question {
        case .column(let meaning):
            let column = try house.ask(prompt + Self.list(header) + "\nNumber: ") {
                try Self.number($0, header.count)
            }
            if let column { answers.meanings[header[column - 1]] = meaning }
        case .claimedTwice(_, let columns):
            let chosen = try house.ask(prompt + Self.list(columns) + "\nNumber: ") {
                try Self.number($0, columns.count)
            }
            for (index, column) in columns.enumerated() where index + 1 != chosen {
                answers.meanings[column] = .ignored
            }
        case .dateOrder:
            answers.dateOrder = try house.ask(prompt + "dmy, mdy or ymd: ") { typed in
                guard let order = DateOrder(rawValue: typed.lowercased()) else {
                    throw NotAnOrder(text: typed)
                }
                return order
            }
        case .time:
            answers.time = try house.ask(prompt + "Such as 15:00: ") { try SheetOptions.clock($0) }
        case .length:
            answers.length = try house.ask(prompt + "Such as 45m: ") { try SheetOptions.seconds($0) }
        }
    }

    private static func list(_ names: [String]) -> String {
        names.enumerated().map { "\n  \($0.offset + 1)  \(Wording.shown($0.element, limit: 60))" }.joined()
    }

    private static func number(_ typed: String, _ limit: Int) throws -> Int? {
        guard let number = Int(typed), (1...limit).contains(number) else { throw NotANumber(limit: limit) }
        return number
    }
}
