import Fixtures
import Foundation
import Testing

@testable import Etiquette

@Suite("What the clock on the wall shows, and when it shows that")
struct WallTimeTests {
    @Test(
        "shows the local time of an instant",
        arguments: [
            ("2026-11-20T15:00:00Z", "Europe/London", "2026-11-20", 15 * 3600),
            ("2026-07-20T23:30:00Z", "Europe/London", "2026-07-21", 1800),
            ("2026-11-20T02:00:00Z", "America/New_York", "2026-11-19", 21 * 3600),
            ("2026-11-19T10:00:00Z", "Pacific/Kiritimati", "2026-11-20", 0),
            ("1969-12-31T23:59:59Z", "Etc/UTC", "1969-12-31", 86_399),
            ("1969-12-31T00:00:00Z", "Etc/UTC", "1969-12-31", 0),
            ("1970-01-01T00:00:00Z", "America/New_York", "1969-12-31", 19 * 3600),
            ("2026-11-20T12:00:00Z", "Asia/Kathmandu", "2026-11-20", 17 * 3600 + 45 * 60),
        ])
    func shows(instant: String, zone: String, day: String, second: Int) throws {
        let wall = WallTime(at: at(instant), in: try .iana(zone))
        #expect(wall.day.description == day)
        #expect(wall.second == second)
    }

    @Test("a part of a second belongs to the second that has begun", arguments: [0.0, 0.25, 0.999])
    func fractions(part: Double) throws {
        for second in [-1.0, 0, 1] {
            let wall = WallTime(at: Date(timeIntervalSince1970: second + part), in: try .iana("UTC"))
            #expect(wall.day.number * 86_400 + wall.second == Int(second))
        }
    }

    @Test(
        "exists twice where the clocks went back",
        arguments: [
            ("Europe/London", "2026-10-25", 5400, "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"),
            ("America/New_York", "2026-11-01", 3600, "2026-11-01T05:00:00Z", "2026-11-01T06:00:00Z"),
            ("Australia/Lord_Howe", "2026-04-05", 6300, "2026-04-04T14:45:00Z", "2026-04-04T15:15:00Z"),
        ])
    func twice(zone: String, day: String, second: Int, earlier: String, later: String) throws {
        let wall = try WallTime(day: .parse(day), second: second)
        #expect(try wall.occurrence(in: .iana(zone)) == .twice(earlier: at(earlier), later: at(later)))
        #expect(try wall.instant(in: .iana(zone)) == at(later))
    }

    @Test(
        "never exists where the clocks went forward",
        arguments: [
            ("Europe/London", "2026-03-29", 5400, "2026-03-29T01:30:00Z"),
            ("America/New_York", "2026-03-08", 7200, "2026-03-08T07:00:00Z"),
            ("Australia/Lord_Howe", "2026-10-04", 8100, "2026-10-03T15:45:00Z"),
            ("Pacific/Apia", "2011-12-30", 43_200, "2011-12-30T22:00:00Z"),
            ("Africa/Casablanca", "2026-03-22", 9000, "2026-03-22T02:30:00Z"),
        ])
    func never(zone: String, day: String, second: Int, resumed: String) throws {
        let wall = try WallTime(day: .parse(day), second: second)
        #expect(try wall.occurrence(in: .iana(zone)) == .never(resumed: at(resumed)))
        #expect(try wall.instant(in: .iana(zone)) == at(resumed))
    }

    @Test(
        "every half hour of a year is found again where it was shown",
        arguments: [
            ("Europe/London", 2026), ("America/New_York", 2026), ("Australia/Lord_Howe", 2026),
            ("Pacific/Apia", 2011),
            ("Africa/Casablanca", 2026), ("Pacific/Kiritimati", 2026), ("Asia/Kathmandu", 2026),
            ("America/St_Johns", 2026), ("Africa/Cairo", 2026), ("Asia/Pyongyang", 2018),
            ("Antarctica/Troll", 2026),
        ])
    func foundAgain(zone: String, year: Int) throws {
        let zone = try TimeZone.iana(zone)
        let start = try #require(Day(year: year, month: 1, day: 1)).number * 86_400
        for step in 0..<366 * 48 {
            let instant = Date(timeIntervalSince1970: Double(start + step * 1800))
            switch WallTime(at: instant, in: zone).occurrence(in: zone) {
            case .once(let found): try #require(found == instant)
            case .twice(let earlier, let later): try #require(instant == earlier || instant == later)
            case .never: Issue.record("\(instant) was shown in \(zone.identifier)")
            }
        }
    }

    @Test("is ordered by day, then by second")
    func ordered() throws {
        let (first, second) = try (Day.parse("2026-11-20"), Day.parse("2026-11-21"))
        #expect(WallTime(day: first, second: 86_399) < WallTime(day: second, second: 0))
        #expect(WallTime(day: first, second: 1) < WallTime(day: first, second: 2))
    }
}
