/// How one public holiday of a region falls.
struct HolidayRule: Sendable {
    /// On which day of a year it is.
    enum Base: Sendable {
        case fixed(month: Int, day: Int)
        /// So many days after Easter Sunday.
        case easter(Int)
        /// The first, second … weekday of a month; 0 is Monday.
        case nth(Int, weekday: Int, month: Int)
        /// The first such weekday from a day on.
        case onOrAfter(weekday: Int, month: Int, day: Int)
        /// The last such weekday up to a day.
        case onOrBefore(weekday: Int, month: Int, day: Int)
        /// The day itself where it is that weekday, else the first Monday of its month.
        case onlyOn(weekday: Int, month: Int, day: Int)
        /// What a law names year by year.
        case named([Day])
    }

    /// What is free instead, where it falls on a weekend.
    enum Substitute: Sendable {
        case none
        /// The next day that is neither a weekend nor free already.
        case free
        /// The Monday after, whatever that is.
        case monday
        /// The Monday after a Sunday; nothing for a Saturday.
        case mondayAfterSunday
        /// The Friday before a Saturday, the Monday after a Sunday.
        case nearest
    }

    let base: Base
    var substitute = Substitute.none

    /// The day itself; nil in a year that has none.
    func day(in year: Int) -> Day? {
        switch base {
        case .fixed(let month, let day): Day(year: year, month: month, day: day)
        case .easter(let offset): Self.easterSunday(year)?.adding(days: offset)
        case .nth(let count, let weekday, let month):
            Day(year: year, month: month, day: 1)?.next(weekday).adding(days: 7 * (count - 1))
        case .onOrAfter(let weekday, let month, let day):
            Day(year: year, month: month, day: day)?.next(weekday)
        case .onOrBefore(let weekday, let month, let day):
            Day(year: year, month: month, day: day)?.adding(days: -6).next(weekday)
        case .onlyOn(let weekday, let month, let day):
            Day(year: year, month: month, day: day).map { $0.weekday == weekday ? $0 : $0.next(0) }
        case .named(let days): days.first { $0.components.year == year }
        }
    }

    /// Easter Sunday of the Gregorian calendar, by the method that Nature printed in 1876 (Meeus, Astronomical Algorithms,
    /// chapter 8).
    static func easterSunday(_ year: Int) -> Day? {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let sum = h + l - 7 * m + 114
        return Day(year: year, month: sum / 31, day: sum % 31 + 1)
    }
}

extension Day {
    /// The first day of a weekday from this one on.
    fileprivate func next(_ weekday: Int) -> Day { adding(days: (weekday - self.weekday + 7) % 7) }
}
