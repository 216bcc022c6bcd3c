import Fixtures
import Foundation
import Testing

@testable import Etiquette

@Suite("When an interview ended is a wall time, or one with an offset")
struct EndedTimeTests {
    @Test(
        "reads the wall time of the zone",
        arguments: [
            ("2026-11-20 15:00", "Europe/London", "2026-11-20T15:00:00Z"),
            ("2026-11-20T15:00", "Europe/London", "2026-11-20T15:00:00Z"),
            ("2026-11-20 15:00:30", "Europe/London", "2026-11-20T15:00:30Z"),
            ("2026-07-20 15:00", "Europe/London", "2026-07-20T14:00:00Z"),
            ("2026-11-20 15:00", "America/New_York", "2026-11-20T20:00:00Z"),
            ("2026-11-20 00:00", "Pacific/Kiritimati", "2026-11-19T10:00:00Z"),
            ("2026-11-20 23:59:59", "Pacific/Pago_Pago", "2026-11-21T10:59:59Z"),
            ("2028-02-29 12:00", "Asia/Kolkata", "2028-02-29T06:30:00Z"),
            ("2026-01-20 15:00", "Australia/Lord_Howe", "2026-01-20T04:00:00Z"),
        ])
    func wallTime(text: String, zone: String, instant: String) throws {
        let (time, wasTwice) = try EndedTime.parse(text, zone: .iana(zone))
        #expect(time.instant == at(instant))
        #expect(time.zone.identifier == zone)
        #expect(!wasTwice)
    }

    @Test(
        "an explicit offset leaves no doubt, even where the wall time exists twice or never",
        arguments: [
            ("2026-11-20T15:00+01:00", "2026-11-20T14:00:00Z"),
            ("2026-11-20 15:00-05:30", "2026-11-20T20:30:00Z"),
            ("2026-11-20T15:00:05Z", "2026-11-20T15:00:05Z"),
            ("2026-11-20T01:00+14:00", "2026-11-19T11:00:00Z"),
            ("2026-10-25T01:30+01:00", "2026-10-25T00:30:00Z"),
            ("2026-10-25T01:30+00:00", "2026-10-25T01:30:00Z"),
            ("2026-03-29T01:30Z", "2026-03-29T01:30:00Z"),
        ])
    func offset(text: String, instant: String) throws {
        let (time, wasTwice) = try EndedTime.parse(text, zone: .iana("Europe/London"))
        #expect(time == ZonedTime(instant: at(instant), zone: try .iana("Europe/London")))
        #expect(!wasTwice)
    }

    @Test(
        "a wall time that exists twice is the later one, and says so",
        arguments: [
            ("2026-10-25 01:30", "Europe/London", "2026-10-25T01:30:00Z"),
            ("2026-10-25 01:00", "Europe/London", "2026-10-25T01:00:00Z"),
            ("2026-11-01 01:59:59", "America/New_York", "2026-11-01T06:59:59Z"),
            ("2026-04-05 01:45", "Australia/Lord_Howe", "2026-04-04T15:15:00Z"),
        ])
    func twice(text: String, zone: String, instant: String) throws {
        let (time, wasTwice) = try EndedTime.parse(text, zone: .iana(zone))
        #expect(time.instant == at(instant))
        #expect(wasTwice)
    }

    @Test(
        "a wall time that the clocks went forward over does not exist",
        arguments: [
            ("2026-03-29 01:00", "Europe/London"), ("2026-03-29 01:59:59", "Europe/London"),
            ("2026-03-08 02:30", "America/New_York"), ("2026-10-04 02:15", "Australia/Lord_Howe"),
            ("2011-12-30 12:00", "Pacific/Apia"), ("2011-12-30 00:00", "Pacific/Apia"),
        ])
    func never(text: String, zone: String) throws {
        let zone = try TimeZone.iana(zone)
        #expect(throws: InputProblem.noSuchTime(text, zone: zone.identifier)) {
            try EndedTime.parse(text, zone: zone)
        }
    }

    @Test(
        "the second before and the one after a change are ordinary",
        arguments: [
            ("2026-03-29 00:59:59", "2026-03-29T00:59:59Z"), ("2026-03-29 02:00", "2026-03-29T01:00:00Z"),
            ("2026-10-25 00:59:59", "2026-10-24T23:59:59Z"), ("2026-10-25 02:00", "2026-10-25T02:00:00Z"),
        ])
    func besideAChange(text: String, instant: String) throws {
        let (time, wasTwice) = try EndedTime.parse(text, zone: .iana("Europe/London"))
        #expect(time.instant == at(instant))
        #expect(!wasTwice)
    }

    @Test(
        "refuses every other form",
        arguments: [
            "", "yesterday", "15:00", "2026-11-20", "2026-11-20 ", "2026-11-20 15", "2026-11-20 15:0",
            "2026-11-20 1500", "2026-11-20 24:00", "2026-11-20 15:60", "2026-11-20 15:00:60",
            "2026-11-20  15:00",
            "2026-11-20 15:00 ", " 2026-11-20 15:00", "2026-11-20t15:00", "2026-11-20T15:00z",
            "2026-02-29 12:00",
            "2026-13-01 12:00", "2026-11-31 12:00", "20/11/2026 15:00", "2026-11-20 3:00 pm",
            "2026-11-20 15:00+1",
            "2026-11-20 15:00+0100", "2026-11-20 15:00+15:00", "2026-11-20 15:00+01:60",
            "2026-11-20 15:00+01:00Z",
            "2026-11-20 15:00+01:00:00", "2026-11-20 15:00 Europe/London", "2026-11-20 15:00:00.5",
            "2026-11-20 １５:00", "2026-11-20 15:00\n", "0000-01-01 00:00", "-026-11-20 15:00",
            "2026-11-20 -1:00",
            "2026-11-20 15:00+", "2026-11-20 15:00Z+01:00", "2026-11-20+01:00",
        ])
    func malformed(text: String) throws {
        let zone = try TimeZone.iana("Europe/London")
        #expect(throws: InputProblem.notATime(text)) { try EndedTime.parse(text, zone: zone) }
    }
}
