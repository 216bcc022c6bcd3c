import Testing

@testable import Etiquette

@Suite("A day is a day of the calendar")
struct DayTests {
    @Test(
        "is counted from 1970-01-01",
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2026-11-20", 20_777),
            ("2028-02-29", 21_243), ("2028-03-01", 21_244), ("0001-01-01", -719_162),
            ("9999-12-31", 2_932_896),
            ("1900-02-28", -25_509), ("1900-03-01", -25_508),
        ])
    func number(text: String, number: Int) throws {
        let day = try Day.parse(text)
        #expect(day.number == number)
        #expect(Day(number: number).description == text)
    }

    @Test(
        "knows the days of the week, 0 for Monday",
        arguments: [
            ("1970-01-01", 3), ("1969-12-31", 2), ("2026-11-20", 4), ("2026-11-21", 5), ("2026-11-22", 6),
            ("2026-11-23", 0), ("0001-01-01", 0), ("2028-02-29", 1),
        ])
    func weekday(text: String, weekday: Int) throws {
        let day = try Day.parse(text)
        #expect(day.weekday == weekday)
        #expect(day.isWeekend == (weekday > 4))
    }

    @Test("has no 29 February but in leap years", arguments: 1...2400)
    func leapDays(year: Int) {
        let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
        #expect((Day(year: year, month: 2, day: 29) != nil) == isLeap)
        #expect(Day(year: year, month: 2, day: 30) == nil)
        #expect(Day(year: year, month: 2, day: 28)?.adding(days: 1).components.month == (isLeap ? 2 : 3))
    }

    @Test("every number of four centuries stands for one day, in order")
    func roundTrip() throws {
        var before = Day(number: -200_001)
        for number in -200_000...200_000 {
            let day = Day(number: number)
            let (year, month, dayOfMonth) = day.components
            try #require(Day(year: year, month: month, day: dayOfMonth) == day)
            try #require(before < day)
            try #require(before.components < day.components)
            before = day
        }
    }

    @Test(
        "refuses days that no month has",
        arguments: [
            (2026, 4, 31), (2026, 6, 31), (2026, 9, 31), (2026, 11, 31), (2026, 1, 32), (2026, 1, 0),
            (2026, 0, 1),
            (2026, 13, 1), (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (Int.max, 1, 1), (2026, Int.min, 1),
        ])
    func impossible(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }
}
