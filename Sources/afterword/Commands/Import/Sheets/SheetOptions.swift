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

    @Option(help: "The year of dates in a spreadsheet that are written without one.")
    var year: String?

    @Option(help: "When interviews ended whose row tells the day alone, such as 15:00.")
    var time: String?

    @Option(help: "How long interviews took whose row or invitation tells the beginning alone, such as 45m.")
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
        answers.year = try year.map(Self.year) ?? answers.year
        answers.time = try time.map(Self.clock) ?? answers.time
        answers.length = try length.map(Self.seconds) ?? answers.length
    }

    /// Seconds since midnight.
    static func clock(_ text: String) throws -> Int {
        guard let time = ClockTime.seconds(text) else { throw NotAClock(text: text) }
        return time
    }

    static func year(_ text: String) throws -> Int {
        guard text.count == 4, let year = Int(text), year >= 1000 else { throw NotAYear(text: text) }
        return year
    }

    static func seconds(_ text: String) throws -> Int {
        guard let length = WrittenLength.seconds(text) else { throw NotALength(text: text) }
        return length
    }
}

extension DateOrder: ExpressibleByArgument {}
