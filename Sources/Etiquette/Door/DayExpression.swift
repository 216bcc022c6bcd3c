/// A day as somebody writes it who thinks of today, and every day that may be meant.
struct DayExpression {
    /// One where it is sure; none where the calendar has no such day.
    private(set) var days: [Day]
    /// What may have been meant where a sure day turns out to be none that can be: the day before, the week before.
    private(set) var instead: [Day] = []
    /// The day that was named with a day of the week that it is not.
    private(set) var wrong: Day?
    /// It is written with the number of the day: another number beside it may be its year.
    private(set) var isDate = false

    /// No day is written, beside a time of day.
    init(ofClockAlone today: Day, _ tense: TimeReader.Tense) {
        days = [today]
        if tense == .past { instead = [today.adding(days: -1)] }
    }

    /// - Parameters:
    ///   - text: in lower case, with single spaces.
    /// - Returns: nil where it names no day.
    init?(_ text: String, today: Day, _ tense: TimeReader.Tense) {
        var words = text
        for link in ["on ", "by ", "at "] where words.hasPrefix(link) { words.removeFirst(link.count) }
        while let last = words.last, " ,".contains(last) { words.removeLast() }
        if tense == .future, let end = Self.end(of: words, today) {
            days = [end]
        } else if let distance = Self.named[words] ?? Self.distance(words) {
            days = [today.adding(days: distance)]
        } else if let (weekday, which) = Self.weekday(words) {
            (days, instead) = Self.days(weekday, which, today, tense)
        } else {
            guard let date = Self.date(words, today, tense) else { return nil }
            self = date
            isDate = true
        }
    }

    private init(days: [Day], instead: [Day] = [], wrong: Day? = nil) {
        (self.days, self.instead, self.wrong) = (days, instead, wrong)
    }

    private static let named = [
        "today": 0, "this morning": 0, "this afternoon": 0, "yesterday": -1, "tomorrow": 1,
        "the day before yesterday": -2, "the day after tomorrow": 2,
    ]

    /// `next week`, `the end of the week`, `the end of the month`: what is promised so is promised for its last day, of a
    /// week the Friday.
    private static func end(of words: String, _ today: Day) -> Day? {
        let friday = today.adding(days: 4 - today.weekday)
        var span = words
        for link in ["the ", "end of ", "the ", "during ", "sometime "] where span.hasPrefix(link) {
            span.removeFirst(link.count)
        }
        switch span {
        case "this week", "week": return max(friday, today)
        case "next week": return friday.adding(days: 7)
        case "week after next": return friday.adding(days: 14)
        case "this month" where span != words, "month" where span != words:
            return lastDay(monthsAhead: 0, today)
        case "next month" where span != words: return lastDay(monthsAhead: 1, today)
        default: return nil
        }
    }

    private static func lastDay(monthsAhead count: Int, _ today: Day) -> Day? {
        let (year, month, _) = today.components
        let months = year * 12 + month + count
        return Day(year: months / 12, month: months % 12 + 1, day: 1)?.adding(days: -1)
    }

    /// `3 days ago`, `in two weeks`, `within a fortnight`.
    private static func distance(_ words: String) -> Int? {
        let words = words.hasPrefix("with") ? String(words.dropFirst(4)) : words
        guard let distance = WrittenDistance(words), case .days(let days) = distance.length else {
            return nil
        }
        return distance.isBack ? -days : days
    }
}

// MARK: - Monday, last Monday, next Monday

extension DayExpression {
    private enum Which { case any, last, this, next }

    private static func weekday(_ words: String) -> (Int, Which)? {
        for (word, which) in [("last ", Which.last), ("this ", .this), ("next ", .next), ("", .any)]
        where words.hasPrefix(word) {
            return WrittenDay.weekday(named: words.dropFirst(word.count)).map { ($0, which) }
        }
        return nil
    }

    private static func days(
        _ weekday: Int, _ which: Which, _ today: Day, _ tense: TimeReader.Tense
    ) -> (days: [Day], instead: [Day]) {
        let ahead = (weekday - today.weekday + 7) % 7
        let back = ahead == 0 ? 0 : 7 - ahead
        let coming = today.adding(days: ahead == 0 ? 7 : ahead)
        switch (which, tense) {
        case (.last, _): return ([today.adding(days: back == 0 ? -7 : -back)], [])
        // Half of a country means the coming one by it, half the one of the week after.
        case (.next, _): return ([coming, coming.adding(days: 7)], [])
        case (.this, .future): return ([today.adding(days: ahead)], [])
        case (_, .past):
            return ([today.adding(days: -back)], back == 0 ? [today.adding(days: -7)] : [])
        case (.any, .future): return (ahead == 0 ? [today, coming] : [coming], [])
        }
    }
}

// MARK: - 20/10/2026, 20 October, 20/10

extension DayExpression {
    /// As far from today as a day may be that is written without its year.
    private static let halfYear = 183

    private static func date(_ words: String, _ today: Day, _ tense: TimeReader.Tense) -> DayExpression? {
        var rest = Substring(words)
        if let date = WrittenDay(takenFrom: &rest), rest.allSatisfy({ ",.".contains($0) }) {
            guard date.lacksYear else { return written(date, words, today, tense) }
            return yearless(date.weekday, today, tense) { year in
                var rest = Substring(words)
                return WrittenDay(takenFrom: &rest, year: year)?.days[.dmy].map { [$0] } ?? []
            }
        }
        return numbers(words).flatMap { first, second in
            yearless(nil, today, tense) { year in
                Set(
                    [(first, second), (second, first)].compactMap { Day(year: year, month: $0.1, day: $0.0) }
                ).sorted()
            }
        }
    }

    /// With its year, which may have been mistyped.
    private static func written(
        _ date: WrittenDay, _ words: String, _ today: Day, _ tense: TimeReader.Tense
    ) -> DayExpression? {
        let all = Set(date.days.values).sorted()
        // Two figures may be the year at either end; nobody speaks of an interview of another decade.
        let near = all.filter { abs($0.number - today.number) < 2 * 366 }
        let days = near.isEmpty ? all : near
        let right = days.filter(date.agrees)
        guard let first = right.first else { return DayExpression(days: [], wrong: days.first) }
        let (year, month, day) = first.components
        let before = right.count == 1 && tense == .past ? Day(year: year - 1, month: month, day: day) : nil
        return DayExpression(days: right, instead: [before].compactMap(\.self))
    }

    /// The day of the year that is nearest in the direction of the tense; further than half a year away, the nearest in
    /// either direction may be meant.
    private static func yearless(
        _ weekday: Int?, _ today: Day, _ tense: TimeReader.Tense, _ days: (Int) -> [Day]
    ) -> DayExpression? {
        let year = today.components.year
        // A leap day lies up to eight years from the last; any other is of a year beside this one.
        let near = (year - 1...year + 1).flatMap(days)
        let all = (near.isEmpty ? (year - 8...year + 8).flatMap(days) : near).sorted()
        guard let any = all.min(by: { abs($0.number - today.number) < abs($1.number - today.number) }) else {
            return nil
        }
        let right = all.filter { weekday == nil || $0.weekday == weekday }
        let orders = Dictionary(grouping: right) { "\($0.components.month)-\($0.components.day)" }.values
        let meant = orders.flatMap { nearest($0, today, tense) }.sorted()
        return meant.isEmpty ? DayExpression(days: [], wrong: any) : DayExpression(days: meant)
    }

    /// - Parameter days: the same day and month, in order.
    private static func nearest(_ days: [Day], _ today: Day, _ tense: TimeReader.Tense) -> [Day] {
        let (past, coming) = (days.last { $0 <= today }, days.first { $0 >= today })
        guard let meant = tense == .past ? past ?? coming : coming ?? past else { return [] }
        guard abs(meant.number - today.number) > halfYear else { return [meant] }
        return Set([past, coming].compactMap(\.self)).sorted()
    }

    /// `20/10`, `20.10.`; a dash is left to spans.
    private static func numbers(_ words: String) -> (Int, Int)? {
        var text = words
        if text.hasSuffix("."), text.filter({ $0 == "." }).count == 2 { text.removeLast() }
        let parts = text.split(whereSeparator: { "/.".contains($0) })
        guard parts.count == 2, text.filter({ "/.".contains($0) }).count == 1,
            parts.allSatisfy({ $0.count <= 2 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let first = Int(parts[0]), let second = Int(parts[1])
        else { return nil }
        return (first, second)
    }
}
