import Etiquette
import Text

/// Days that a sentence gives the interview, and that it did not have.
extension Style {
    /// How far from a day a word may stand that tells of the interview.
    private static let reach = 4

    /// A weekday alone, a date, or "yesterday" beside words that tell of the interview.
    func otherDays(_ sheet: Sheet) -> [Finding] {
        guard let calendar = language.language.calendar else { return [] }
        let dates = dates(in: sheet.page, calendar).map { ($0, withWeekday($0, sheet.page, calendar)) }
        var found: [Finding] = []
        for (date, words) in dates where !isInterview(date) {
            // Weekday and date that contradict each other are told of already.
            guard contradiction(date, sheet, calendar) == nil,
                tellsOfInterview(words, sheet.page, calendar, needsPreposition: true)
            else { continue }
            found.append(otherDay(words, sheet, fix: language.language.text(for: facts.interviewDay)))
        }
        for index in sheet.page.words.indices where !dates.contains(where: { $0.1.contains(index) }) {
            if let finding = singleDay(index, sheet, calendar) { found.append(finding) }
        }
        return found
    }

    private func singleDay(_ index: Int, _ sheet: Sheet, _ calendar: CalendarWords) -> Finding? {
        let (word, words) = (sheet.page.words[index], index..<(index + 1))
        let possessive = calendar.weekday(possessive: word, in: sheet.page)
        if let weekday = possessive ?? calendar.weekday(word) {
            guard word.traits.contains(.hasCapital), weekday != facts.interviewDay.weekday,
                tellsOfInterview(words, sheet.page, calendar, needsPreposition: true)
            else { return nil }
            let end = possessive == nil ? "" : String(sheet.page.original(word).suffix(2))
            return otherDay(words, sheet, fix: calendar.weekdays[facts.interviewDay.weekday] + end)
        }
        guard let offset = calendar.offset(word), let due, due.number + offset != facts.interviewDay.number,
            tellsOfInterview(words, sheet.page, calendar, needsPreposition: false)
        else { return nil }
        return otherDay(words, sheet, fix: nil)
    }

    private func otherDay(_ words: Range<Int>, _ sheet: Sheet, fix: String?) -> Finding {
        let text = sheet.page.place(sheet.part, words: words).passage
        return sheet.finding(.wrongWeekday(text, day: facts.interviewDay), words: words, fix: fix)
    }

    private func withWeekday(_ date: WrittenDate, _ page: TokenizedText, _ calendar: CalendarWords) -> Range<
        Int
    > {
        let before = date.words.lowerBound - 1
        let hasWeekday = before >= 0 && calendar.weekday(page.words[before]) != nil
        return (hasWeekday ? before : date.words.lowerBound)..<date.words.upperBound
    }

    /// "our interview on Tuesday", "Tuesday's interview": within one sentence, and near.
    private func tellsOfInterview(
        _ day: Range<Int>, _ page: TokenizedText, _ calendar: CalendarWords, needsPreposition: Bool
    ) -> Bool {
        let words = page.words
        if day.upperBound < words.count, !words[day.upperBound].traits.contains(.startsSentence),
            calendar.isOfInterview(words[day.upperBound])
        {
            return true
        }
        var index = day.lowerBound
        if needsPreposition {
            guard index > 0, !words[index].traits.contains(.startsSentence),
                calendar.introducesDay(words[index - 1])
            else { return false }
            index -= 1
        }
        for _ in 0..<Self.reach where index > 0 && !words[index].traits.contains(.startsSentence) {
            index -= 1
            if calendar.isOfInterview(words[index]) { return true }
        }
        return false
    }
}
