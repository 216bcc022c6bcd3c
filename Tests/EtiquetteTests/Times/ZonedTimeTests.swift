import Fixtures
import Foundation
import Testing

@testable import Etiquette

@Suite("Hours elapse, days are counted at the same wall time")
struct ZonedTimeTests {
    @Test(
        "d counts calendar days across a change of the clocks",
        arguments: [
            ("2026-10-20 15:00", "Europe/London", 14, "2026-11-03T15:00:00Z"),
            ("2026-03-20 15:00", "Europe/London", 14, "2026-04-03T14:00:00Z"),
            ("2026-10-25 15:00", "America/New_York", 14, "2026-11-08T20:00:00Z"),
            ("2026-03-27 15:00", "Australia/Lord_Howe", 14, "2026-04-10T04:30:00Z"),
            ("2026-09-25 15:00", "Australia/Lord_Howe", 14, "2026-10-09T04:00:00Z"),
            ("2011-12-29 15:00", "Pacific/Apia", 2, "2011-12-31T01:00:00Z"),
            ("2011-12-29 15:00", "Pacific/Apia", 1, "2011-12-31T01:00:00Z"),
            ("2026-02-10 15:00", "Africa/Casablanca", 14, "2026-02-24T15:00:00Z"),
            ("2026-11-20 01:00", "Pacific/Kiritimati", 14, "2026-12-03T11:00:00Z"),
            ("2028-02-15 15:00", "Etc/UTC", 14, "2028-02-29T15:00:00Z"),
            ("2028-02-16 15:00", "Etc/UTC", 14, "2028-03-01T15:00:00Z"),
            ("2027-02-15 15:00", "Etc/UTC", 14, "2027-03-01T15:00:00Z"),
            ("2026-03-15 01:30", "Europe/London", 14, "2026-03-29T01:30:00Z"),
            ("2026-10-11 01:30", "Europe/London", 14, "2026-10-25T01:30:00Z"),
        ])
    func days(from: String, zone: String, days: Int, instant: String) throws {
        #expect(try wall(from, zone).adding(.days(days)).instant == at(instant))
    }

    @Test(
        "h elapses, whatever the clocks show",
        arguments: [
            ("2026-10-24 15:00", "Europe/London", "2026-10-25T14:00:00Z"),
            ("2026-03-28 15:00", "Europe/London", "2026-03-29T15:00:00Z"),
            ("2026-03-07 15:00", "America/New_York", "2026-03-08T20:00:00Z"),
            ("2011-12-29 15:00", "Pacific/Apia", "2011-12-31T01:00:00Z"),
        ])
    func hours(from: String, zone: String, instant: String) throws {
        #expect(try wall(from, zone).adding(.elapsed(seconds: 86_400)).instant == at(instant))
    }

    @Test("no days at all leave the instant alone, even where its wall time comes again")
    func noDays() throws {
        let earlier = ZonedTime(instant: at("2026-10-25T00:30:00Z"), zone: try .iana("Europe/London"))
        #expect(earlier.adding(.days(0)) == earlier)
        #expect(earlier.adding(.elapsed(seconds: 0)) == earlier)
    }

    @Test("keeps its zone")
    func keepsZone() throws {
        let time = try wall("2026-11-20 15:00", "Australia/Lord_Howe")
        #expect(time.adding(.days(3)).zone.identifier == "Australia/Lord_Howe")
        #expect(time.adding(.elapsed(seconds: 3)).zone.identifier == "Australia/Lord_Howe")
    }
}
