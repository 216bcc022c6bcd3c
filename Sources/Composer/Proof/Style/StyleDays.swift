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
        if let near = calendar.offset(at: index, in: sheet.page) {
            guard let due, due.number + near.days != facts.interviewDay.number,
                tellsOfInterview(near.words, sheet.page, calendar, needsPreposition: false)
            else { return nil }
            return otherDay(near.words, sheet, fix: nil)
        }
        return dayOfMonth(index, sheet, calendar)
    }

    /// "on the 18th", where nothing follows but the rest of the sentence: there is a 2nd floor, and a 3rd round.
    private func dayOfMonth(_ index: Int, _ sheet: Sheet, _ calendar: CalendarWords) -> Finding? {
        let (words, day) = (sheet.page.words, facts.interviewDay.components.day)
        guard index > 1, words[index].traits.isSuperset(of: [.hasDigit, .hasSmall]),
            let told = sheet.page.number(at: index), (1...31).contains(told), told != day,
            index + 1 == words.count || words[index + 1].traits.contains(.startsSentence)
                || words[index + 1].folded.count < 4,
            tellsOfInterview(index..<(index + 1), sheet.page, calendar, needsPreposition: true)
        else { return nil }
        return otherDay(index..<(index + 1), sheet, fix: nil)
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
        // "on the Tuesday interview", and "Tuesday's interview"; "your Monday meeting" is one of theirs.
        let isIntroduced =
            !needsPreposition || words[day.lowerBound].traits.contains(.startsSentence)
            || words[day.lowerBound].possessor(in: page) != nil
            || day.lowerBound > 0 && calendar.introducesDay(words[day.lowerBound - 1])
        if isIntroduced, day.upperBound < words.count,
            !words[day.upperBound].traits.contains(.startsSentence),
            calendar.isOfInterview(words[day.upperBound])
        {
            return true
        }
        var index = day.lowerBound
        if needsPreposition {
            // "on the twenty-first"
            let isThe =
                index > 1 && !calendar.introducesDay(words[index - 1]) && words[index - 1].folded.count < 4
            if isThe { index -= 1 }
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
