/// The public holidays of a country or a part of it, computed: those on which offices are closed. What falls on a weekend
/// with nothing free instead is of no matter here, and need not be complete.
package struct PublicHolidays: Sendable {
    /// Such as `GB-ENG`: ISO 3166-1, and ISO 3166-2 for a part.
    package let region: String
    private let rules: [HolidayRule]

    /// Nil for a region that is not known.
    package init?(region: String) {
        guard let rules = Self.regions[region] else { return nil }
        self.region = region
        self.rules = rules
    }

    /// Every region that is known, by its code.
    package static var known: [String] { regions.keys.sorted() }

    package func days(in years: ClosedRange<Int>) -> Set<Day> {
        // The first day of a year may be kept on the last one of the year before.
        let days = (years.lowerBound - 1...years.upperBound + 1).reduce(into: Set<Day>()) {
            $0.formUnion(self.days(in: $1))
        }
        return days.filter { years.contains($0.components.year) }
    }

    private func days(in year: Int) -> Set<Day> {
        let found = rules.compactMap { rule in rule.day(in: year).map { (day: $0, rule: rule) } }
        var days = Set(found.map(\.day))
        for (day, rule) in found where day.isWeekend {
            let monday = day.adding(days: 7 - day.weekday)
            switch rule.substitute {
            case .none: break
            case .monday: days.insert(monday)
            case .mondayAfterSunday: if day.weekday == 6 { days.insert(monday) }
            case .nearest: days.insert(day.weekday == 6 ? monday : day.adding(days: -1))
            case .free:
                var free = monday
                while free.isWeekend || days.contains(free) { free = free.adding(days: 1) }
                days.insert(free)
            }
        }
        return days
    }

    private static let regions: [String: [HolidayRule]] =
        britain.merging(overseas) { $1 }.merging(canada) { $1 }.merging(australia) { $1 }.merging(germany) {
            $1
        }
}

/// Rules as the tables write them. Weekdays count from Monday, 0.
extension HolidayRule {
    static func on(_ month: Int, _ day: Int, _ substitute: Substitute = .none) -> HolidayRule {
        HolidayRule(base: .fixed(month: month, day: day), substitute: substitute)
    }
    static func easter(_ offset: Int) -> HolidayRule { HolidayRule(base: .easter(offset)) }
    static func monday(_ count: Int, of month: Int) -> HolidayRule { nth(count, 0, of: month) }
    static func nth(_ count: Int, _ weekday: Int, of month: Int) -> HolidayRule {
        HolidayRule(base: .nth(count, weekday: weekday, month: month))
    }
    static func from(_ month: Int, _ day: Int, _ weekday: Int = 0) -> HolidayRule {
        HolidayRule(base: .onOrAfter(weekday: weekday, month: month, day: day))
    }
    static func upTo(_ month: Int, _ day: Int, _ weekday: Int = 0) -> HolidayRule {
        HolidayRule(base: .onOrBefore(weekday: weekday, month: month, day: day))
    }
    static func named(_ days: String...) -> HolidayRule {
        HolidayRule(base: .named(days.compactMap { Day($0) }))
    }

    static let goodFriday = easter(-2)
    static let easterMonday = easter(1)
}
