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

    /// Dates that name their month, in either order, and those in numbers.
    func dates(in page: TokenizedText, _ calendar: CalendarWords) -> [WrittenDate] {
        // Months need not be looked up where there is no number.
        guard calendar.hasOrdinals || page.words.contains(where: { $0.traits.contains(.hasDigit) }) else {
            return []
        }
        return page.words.indices.compactMap { index in
            if let month = calendar.month(page.words[index]) {
                return named(month, at: index, in: page, calendar)
            }
            guard page.words[index].traits.contains(.hasDigit) else { return nil }
            return iso(at: index, in: page) ?? numeric(at: index, in: page)
        }
    }

    private func named(
        _ month: Int, at index: Int, in page: TokenizedText, _ calendar: CalendarWords
    ) -> WrittenDate? {
        // "20 November", "20th of November"
        for first in [index - 1, index - 2] {
            guard let day = page.number(at: first), (1...31).contains(day) else { continue }
            guard first == index - 1 || page.words[index - 1].folded.count < 4 else { continue }
            return date(day, month, at: first..<(index + 1), in: page)
        }
        // "the twenty-first of November"
        for last in [index - 1, index - 2] {
            guard let (day, start) = calendar.ordinal(endingAt: last, in: page) else { continue }
            guard last == index - 1 || page.words[index - 1].folded.count < 4 else { continue }
            return date(day, month, at: start..<(index + 1), in: page)
        }
        guard let day = page.number(at: index + 1), (1...31).contains(day) else { return nil }
        return date(day, month, at: index..<(index + 2), in: page)
    }

    private func date(_ day: Int, _ month: Int, at words: Range<Int>, in page: TokenizedText) -> WrittenDate {
        let year = page.number(at: words.upperBound).flatMap { (1900...2999).contains($0) ? $0 : nil }
        let end = words.upperBound + (year == nil ? 0 : 1)
        return WrittenDate(day: day, month: month, year: year, words: words.lowerBound..<end)
    }

    /// "20/11/2026", "20.11.26": day and month in the order in which the language writes them.
    private func numeric(at index: Int, in page: TokenizedText) -> WrittenDate? {
        guard index + 1 < page.words.count, page.isParted(at: index),
            index == 0 || !page.isParted(at: index - 1),
            let first = page.number(at: index), let second = page.number(at: index + 1)
        else { return nil }
        let isLong = index + 2 < page.words.count && page.isParted(at: index + 1)
        let third = isLong ? page.number(at: index + 2) : nil
        if isLong, !(third.map { $0 < 100 || (1900...2999).contains($0) } ?? false) { return nil }
        let (day, month) = language.language.writesDayFirst ? (first, second) : (second, first)
        guard (1...31).contains(day), (1...12).contains(month) else { return nil }
        let year = third.map { $0 < 100 ? 2000 + $0 : $0 }
        return WrittenDate(day: day, month: month, year: year, words: index..<(index + (isLong ? 3 : 2)))
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
    /// Whether one slash or full stop stands between a word and the next, and nothing else.
    fileprivate func isParted(at index: Int) -> Bool {
        let gap = words[index].range.upperBound..<words[index + 1].range.lowerBound
        return gap.count == 1 && [UInt8(ascii: "/"), UInt8(ascii: ".")].contains(bytes[gap.lowerBound])
    }

    /// The number that a word is, whether as `20` or as `20th`; nil for anything else.
    func number(at index: Int) -> Int? {
        guard words.indices.contains(index), words[index].traits.contains(.hasDigit) else { return nil }
        let letters = folded[words[index].folded]
        let digits = letters.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard (1...4).contains(digits.count), letters.count - digits.count <= 2 else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
}
