import Etiquette
import Text

/// A date as it stands in a text.
struct WrittenDate {
    let day: Int
    let month: Int
    let year: Int?
    /// Of the words, without the weekday.
    let words: Range<Int>
}

/// Dates, and the weekdays before them.
extension Style {
    /// A weekday that the date behind it does not have.
    func weekdays(_ sheet: Sheet) -> [Finding] {
        guard let calendar = language.language.calendar else { return [] }
        return dates(in: sheet.page, calendar).compactMap { contradiction($0, sheet, calendar) }
    }

    /// What is said of a date that does not have the weekday before it.
    func contradiction(_ date: WrittenDate, _ sheet: Sheet, _ calendar: CalendarWords) -> Finding? {
        let before = [1, 2].map { date.words.lowerBound - $0 }.first { index in
            index >= 0 && calendar.weekday(sheet.page.words[index]) != nil
        }
        guard let before, let told = calendar.weekday(sheet.page.words[before]), let day = day(date),
            day.weekday != told, isNear(before, date, sheet.page)
        else { return nil }
        let text = sheet.page.place(sheet.part, words: before..<date.words.upperBound).passage
        return sheet.finding(
            .wrongWeekday(text, day: day), words: before..<(before + 1), fix: calendar.weekdays[day.weekday])
    }

    /// Only a short word such as "the" may stand between weekday and date.
    private func isNear(_ weekday: Int, _ date: WrittenDate, _ page: TokenizedText) -> Bool {
        let between = (weekday + 1)..<date.words.lowerBound
        return page.words[between].allSatisfy { $0.folded.count < 4 && !$0.traits.contains(.startsSentence) }
    }

    /// The day that is meant; without a year, the one nearest to the interview.
    private func day(_ date: WrittenDate) -> Day? {
        if let year = date.year { return Day(year: year, month: date.month, day: date.day) }
        let year = facts.interviewDay.components.year
        return [year - 1, year, year + 1].compactMap { Day(year: $0, month: date.month, day: date.day) }
            .min { abs($0.number - facts.interviewDay.number) < abs($1.number - facts.interviewDay.number) }
    }

    /// Dates that name their month, in either order, and those of ISO 8601.
    func dates(in page: TokenizedText, _ calendar: CalendarWords) -> [WrittenDate] {
        // Months need not be looked up where there is no number.
        guard page.words.contains(where: { $0.traits.contains(.hasDigit) }) else { return [] }
        return page.words.indices.compactMap { index in
            if let month = calendar.month(page.words[index]) { return named(month, at: index, in: page) }
            return page.words[index].traits.contains(.hasDigit) ? iso(at: index, in: page) : nil
        }
    }

    private func named(_ month: Int, at index: Int, in page: TokenizedText) -> WrittenDate? {
        // "20 November", "20th of November"
        for first in [index - 1, index - 2] {
            guard let day = page.number(at: first), (1...31).contains(day) else { continue }
            guard first == index - 1 || page.words[index - 1].folded.count < 4 else { continue }
            return date(day, month, at: first..<(index + 1), in: page)
        }
        guard let day = page.number(at: index + 1), (1...31).contains(day) else { return nil }
        return date(day, month, at: index..<(index + 2), in: page)
    }

    private func date(_ day: Int, _ month: Int, at words: Range<Int>, in page: TokenizedText) -> WrittenDate {
        let year = page.number(at: words.upperBound).flatMap { (1900...2999).contains($0) ? $0 : nil }
        let end = words.upperBound + (year == nil ? 0 : 1)
        return WrittenDate(day: day, month: month, year: year, words: words.lowerBound..<end)
    }

    private func iso(at index: Int, in page: TokenizedText) -> WrittenDate? {
        guard let year = page.number(at: index), (1900...2999).contains(year), index + 2 < page.words.count,
            page.words[index + 1].traits.contains(.followsHyphen),
            page.words[index + 2].traits.contains(.followsHyphen),
            let month = page.number(at: index + 1), let day = page.number(at: index + 2)
        else { return nil }
        return WrittenDate(day: day, month: month, year: year, words: index..<(index + 3))
    }
}

extension TokenizedText {
    /// The number that a word is, whether as `20` or as `20th`; nil for anything else.
    fileprivate func number(at index: Int) -> Int? {
        guard words.indices.contains(index), words[index].traits.contains(.hasDigit) else { return nil }
        let letters = folded[words[index].folded]
        let digits = letters.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard (1...4).contains(digits.count), letters.count - digits.count <= 2 else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
}
