import Fixtures
import Foundation
import Testing

@testable import Etiquette

@Suite("Messages go out in the opening hours of their kind")
struct OpeningHoursTests {
    /// 2026-11-20 is a Friday.
    @Test(
        "inside the hours nothing moves; outside, the next opening on an allowed day",
        arguments: [
            (.thankYou, "2026-11-20 08:00", "2026-11-20 08:00"),
            (.thankYou, "2026-11-20 18:59:59", "2026-11-20 18:59:59"),
            (.thankYou, "2026-11-20 19:00", "2026-11-21 08:00"),
            (.thankYou, "2026-11-20 07:59:59", "2026-11-20 08:00"),
            (.thankYou, "2026-11-20 00:00", "2026-11-20 08:00"),
            (.thankYou, "2026-11-21 12:00", "2026-11-21 12:00"),
            (.thankYou, "2026-11-22 20:00", "2026-11-23 08:00"),
            (.decisionStatus, "2026-11-20 19:00", "2026-11-23 08:00"),
            (.decisionStatus, "2026-11-21 12:00", "2026-11-23 08:00"),
            (.feedbackRequest, "2026-11-22 23:59:59", "2026-11-23 08:00"),
            (.feedbackRequest, "2026-11-23 07:00", "2026-11-23 08:00"),
            (.decisionStatus, "2026-12-31 19:00", "2027-01-01 08:00"),
        ] as [(FollowUp.Kind, String, String)])
    func nextOpening(kind: FollowUp.Kind, from: String, opening: String) throws {
        for zone in ["Europe/London", "America/New_York", "Pacific/Kiritimati", "Australia/Lord_Howe"] {
            let hours = OpeningHours(settings: EtiquetteSettings())
            #expect(try hours.nextOpening(kind, at: wall(from, zone)) == wall(opening, zone).instant)
        }
    }

    @Test(
        "weekends are for the kinds that the user allows",
        arguments: [
            (.none, .thankYou, "2026-11-23 08:00"), (.none, .decisionStatus, "2026-11-23 08:00"),
            (.thankYou, .thankYou, "2026-11-21 12:00"), (.thankYou, .feedbackRequest, "2026-11-23 08:00"),
            (.all, .thankYou, "2026-11-21 12:00"), (.all, .decisionStatus, "2026-11-21 12:00"),
        ] as [(EtiquetteSettings.Weekends, FollowUp.Kind, String)])
    func weekends(weekends: EtiquetteSettings.Weekends, kind: FollowUp.Kind, opening: String) throws {
        var settings = EtiquetteSettings()
        settings.weekends = weekends
        let next = try OpeningHours(settings: settings).nextOpening(
            kind, at: wall("2026-11-21 12:00", "Europe/London"))
        #expect(try next == wall(opening, "Europe/London").instant)
    }

    @Test("a holiday is like a Sunday")
    func holidays() throws {
        var settings = EtiquetteSettings()
        settings.holidays = try Set(["2026-12-25", "2026-12-28", "2027-01-01", "2027-03-26"].map(Day.parse))
        let hours = OpeningHours(settings: settings)
        let eve = try wall("2026-12-24 19:00", "Europe/London")
        #expect(
            try hours.nextOpening(.decisionStatus, at: eve)
                == wall("2026-12-29 08:00", "Europe/London").instant)
        // But for 25 December, thank-yous go out as on a Sunday.
        let before = try wall("2027-03-25 19:00", "Europe/London")
        #expect(
            try hours.nextOpening(.thankYou, at: before) == wall("2027-03-26 08:00", "Europe/London").instant)
        #expect(!hours.isOpen(.decisionStatus, at: try wall("2026-12-25 12:00", "Europe/London")))
    }

    @Test("any hour is open from 00:00 to 24:00, weekends apart")
    func anyHour() throws {
        var settings = EtiquetteSettings()
        settings.hours = 0..<1440
        let hours = OpeningHours(settings: settings)
        for time in ["2026-11-20 00:00", "2026-11-20 23:59:59", "2026-11-20 03:00"] {
            #expect(try hours.isOpen(.decisionStatus, at: wall(time, "Europe/London")))
        }
        let saturday = try wall("2026-11-21 00:00", "Europe/London")
        #expect(
            try hours.nextOpening(.decisionStatus, at: saturday)
                == wall("2026-11-23 00:00", "Europe/London").instant)
    }

    @Test(
        "hours that begin in a change of the clocks are found on either side of it",
        arguments: [
            // Forward: 01:30 is not shown, 02:30 stands in its place.
            ("Europe/London", 90, 1140, "2026-03-29T00:10:00Z", "2026-03-29T01:30:00Z"),
            // The whole of the hours falls into the gap: next day.
            ("Europe/London", 70, 110, "2026-03-29T00:10:00Z", "2026-03-30T00:10:00Z"),
            // Back: open from the first 01:30 to the first 02:00, and again from the second 01:30.
            ("Europe/London", 90, 1140, "2026-10-25T00:10:00Z", "2026-10-25T00:30:00Z"),
            ("Europe/London", 90, 1140, "2026-10-25T01:10:00Z", "2026-10-25T01:30:00Z"),
            ("Australia/Lord_Howe", 105, 1140, "2026-04-04T14:40:00Z", "2026-04-04T14:45:00Z"),
            // Midnight itself is skipped in Cairo: the day opens at 01:00.
            ("Africa/Cairo", 0, 60, "2026-04-23T12:00:00Z", "2026-04-24T21:00:00Z"),
        ])
    func changeOfClocks(zone: String, from: Int, until: Int, instant: String, opening: String) throws {
        var settings = EtiquetteSettings()
        settings.hours = from..<until
        settings.weekends = .all
        let time = ZonedTime(instant: at(instant), zone: try .iana(zone))
        #expect(OpeningHours(settings: settings).nextOpening(.thankYou, at: time) == at(opening))
    }

    @Test("a day that a zone skipped is no working day: Apia had no Friday, 30 December 2011")
    func skippedDay() throws {
        let hours = OpeningHours(settings: EtiquetteSettings())
        let thursday = try wall("2011-12-29 20:00", "Pacific/Apia")
        #expect(
            try hours.nextOpening(.decisionStatus, at: thursday)
                == wall("2012-01-02 08:00", "Pacific/Apia").instant)
        #expect(
            try hours.nextOpening(.thankYou, at: thursday) == wall("2011-12-31 08:00", "Pacific/Apia").instant
        )
    }

    @Test("more than ten years of holidays end the search behind them, and never at once")
    func tenYearsOfHolidays() throws {
        var settings = EtiquetteSettings()
        let friday = try Day.parse("2026-11-20")
        settings.holidays = Set((0...4000).map(friday.adding(days:)))
        let opening = try OpeningHours(settings: settings)
            .nextOpening(.decisionStatus, at: wall("2026-11-20 12:00", "Europe/London"))
        #expect(WallTime(at: opening, in: try .iana("Europe/London")).day == friday.adding(days: 3651))
    }

    @Test("hours that never open end the search too")
    func noHours() throws {
        var settings = EtiquetteSettings()
        settings.hours = 480..<480
        let now = try wall("2026-11-20 08:00", "Europe/London")
        let opening = OpeningHours(settings: settings).nextOpening(.thankYou, at: now)
        #expect(opening > now.instant + 3650 * 86_400)
    }

    @Test("what is open next is open, and stays where it is")
    func isOpenThere() throws {
        var settings = EtiquetteSettings()
        settings.hours = 150..<1140
        let hours = OpeningHours(settings: settings)
        for zone in ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo"] {
            let start = try wall("2026-01-01 00:00", zone)
            for step in 0..<366 * 8 {
                let time = start.adding(.elapsed(seconds: step * 10_800))
                for kind in FollowUp.Kind.allCases {
                    let opening = ZonedTime(instant: hours.nextOpening(kind, at: time), zone: time.zone)
                    try #require(hours.isOpen(kind, at: opening))
                    try #require(opening.instant >= time.instant)
                    try #require(hours.nextOpening(kind, at: opening) == opening.instant)
                }
            }
        }
    }
}
