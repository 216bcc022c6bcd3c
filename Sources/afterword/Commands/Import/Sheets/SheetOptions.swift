import ArgumentParser
import Etiquette
import Foundation
import Intake
import Wording

/// What a spreadsheet wants to be told; an invitation only how long it takes.
struct SheetOptions: ParsableArguments {
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "What a column of a spreadsheet means, such as \"Hiring lead=interviewer\"; repeat for each.",
            valueName: "column=meaning"))
    var map: [String] = []

    @Option(help: "How a spreadsheet writes dates such as 03/04/2026: dmy, mdy or ymd.")
    var dateOrder: DateOrder?

    @Option(help: "The year, for dates in a spreadsheet that are written without one.")
    var year: String?

    @Option(help: "When interviews ended, for rows that give only the day, such as 15:00.")
    var time: String?

    @Option(help: "How long interviews took, for rows or invitations with no end, such as 45m.")
    var length: String?

    /// What is said fits nothing but a spreadsheet.
    var isForSheet: Bool { !map.isEmpty || dateOrder != nil || year != nil || time != nil }

    /// Adds what was given to what was said before.
    func complete(_ answers: inout SheetAnswers) throws {
        for text in map {
            guard let sign = text.lastIndex(of: "="), sign != text.startIndex else {
                throw NotAMapping(text: text)
            }
            let column = text[..<sign].trimmingCharacters(in: .whitespaces)
            guard let meaning = ColumnMeaning(String(text[sign...].dropFirst())) else {
                throw NotAMapping(text: text)
            }
            answers.meanings[column] = meaning
        }
        answers.dateOrder = dateOrder ?? answers.dateOrder
        answers.year = try year.map(WrittenAnswer.year) ?? answers.year
        answers.time = try time.map(WrittenAnswer.clock) ?? answers.time
        answers.length = try length.map(WrittenAnswer.length) ?? answers.length
    }
}

extension DateOrder: ExpressibleByArgument {}
