import Etiquette
import Foundation
import Intake
import Wording

/// Asks on a terminal for what a spreadsheet leaves open.
struct SheetQuestions {
    let application: Application
    let header: [String]

    /// - Throws: `Unsettled` where nobody answers.
    func ask(_ question: SheetQuestion, _ answers: inout SheetAnswers) throws {
        let prompt = question.sentence + " "
        switch question {
        case .column(let meaning):
            let named = header.filter { !$0.isEmpty }
            if let column = try choice(prompt, named) { answers.meanings[named[column]] = meaning }
        case .claimedTwice(_, let columns):
            try keep(choice(prompt, columns), of: columns, &answers)
        case .rounds(let columns, _, _):
            try keep(choice(prompt + "Which one is to be recorded?", columns), of: columns, &answers)
        case .addresses(let column, _, _):
            let owners = ["who interviewed", "the contact", "somebody else"]
            let owner = try choice(prompt + "Whose are they?", owners)
            let meanings: [ColumnMeaning] = [.interviewerEmail(nil), .contactEmail, .ignored]
            answers.meanings[column] = owner.map { meanings[$0] }
        case .year:
            answers.year = try application.ask(prompt + "Which year is it? ") { try SheetOptions.year($0) }
        case .dateOrder:
            answers.dateOrder = try application.ask(prompt + "dmy, mdy or ymd: ") { typed in
                guard let order = DateOrder(rawValue: typed.lowercased()) else {
                    throw NotAnOrder(text: typed)
                }
                return order
            }
        case .time:
            answers.time = try application.ask(prompt + "Such as 15:00: ") { try SheetOptions.clock($0) }
        case .length:
            answers.length = try application.ask(prompt + "Such as 45m: ") { try SheetOptions.seconds($0) }
        }
    }

    /// Which of them, from 0.
    private func choice(_ prompt: String, _ names: [String]) throws -> Int? {
        try application.ask(prompt + Self.list(names) + "\nNumber: ") { try Self.number($0, names.count) }.map
        {
            $0 - 1
        }
    }

    /// The others of these columns matter no more.
    private func keep(_ chosen: Int?, of columns: [String], _ answers: inout SheetAnswers) {
        for (index, column) in columns.enumerated() where index != chosen {
            answers.meanings[column] = .ignored
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
