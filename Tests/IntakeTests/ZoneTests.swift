import Etiquette
import Foundation
import Testing
import Text

@testable import Intake

@Suite("Times: every zone is the one that was meant, and an unknown one is an error, never Greenwich")
struct ZoneTests {
    @Test(
        "IANA names, Windows names, display names, prefixes and old names",
        arguments: [
            ("Europe/London", "Europe/London"), ("europe/london", "Europe/London"),
            ("\"Europe/London\"", "Europe/London"),
            ("America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
            ("GMT Standard Time", "Europe/London"), ("W. Europe Standard Time", "Europe/Berlin"),
            ("w. europe standard time", "Europe/Berlin"), ("W. Europe Standard Time 1", "Europe/Berlin"),
            ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Berlin"),
            ("(GMT+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Berlin"),
            ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"),
            ("(UTC-05:00) Eastern Time (US &amp; Canada)", "America/New_York"),
            ("Eastern Time (US & Canada)", "America/New_York"), ("UTC-11", "Etc/GMT+11"),
            ("UTC+12", "Etc/GMT-12"),
            ("/mozilla.org/20050126_1/Europe/London", "Europe/London"),
            ("/freeassociation.sourceforge.net/Tzfile/Europe/London", "Europe/London"),
            ("/freeassociation.sourceforge.net/America/Argentina/Salta", "America/Argentina/Salta"),
            ("posix/Europe/Vaduz", "Europe/Vaduz"), ("UTC", "Etc/UTC"), ("GMT", "Etc/UTC"),
            ("Etc/UTC", "Etc/UTC"),
            ("tzone://Microsoft/Utc", "Etc/UTC"),
            ("Western/Central Europe", "Europe/Berlin"), ("EST5EDT", "America/New_York"),
            ("CET", "Europe/Brussels"),
            ("GB", "Europe/London"), ("US/Pacific", "US/Pacific"),
            ("/Europe/Vienna", "Europe/Vienna"), ("//Europe/Vienna", "Europe/Vienna"),
            ("/America/Argentina/Salta", "America/Argentina/Salta"),
            ("/mozilla.org/20050126_1/Europe/Berlin", "Europe/Berlin"),
            ("/mozilla.org/20070129_1/America/Indiana/Indianapolis", "America/Indiana/Indianapolis"),
            ("/softwarestudio.org/Olson_20011030_5/America/Chicago", "America/Chicago"),
            ("/citadel.org/20210210_1/UTC", "Etc/UTC"), ("/freeassociation.sourceforge.net/UTC", "Etc/UTC"),
            ("tzone://Microsoft/Pacific Standard Time", "America/Los_Angeles"),
            ("Europe/Berlin (GMT+1)", "Europe/Berlin"), ("Europe/Berlin (GMT+01:00)", "Europe/Berlin"),
            ("Europe/London (BST)", "Europe/London"), ("Europe/Berlin GMT+1", "Europe/Berlin"),
            ("Europe/Berlin, CET", "Europe/Berlin"), ("(GMT+01:00) Europe/Berlin", "Europe/Berlin"),
            ("America/New_York (Eastern Time - New York)", "America/New_York"),
            ("America/New York", "America/New_York"), ("Europe\\/Berlin", "Europe/Berlin"),
            ("Europe/Berlin 1", "Europe/Berlin"),
            ("/mozilla.org/20050126_1/Europe/Paris (GMT+1)", "Europe/Paris"),
        ])
    func known(name: String, zone: String) {
        #expect(ZoneNames.zone(name)?.identifier == zone)
    }

    @Test(
        "abbreviations and inventions mean nothing",
        arguments: [
            "CST", "IST", "BST", "EST", "Mars/Olympus", "Customized Time Zone", "", "(UTC+01:00)", "+01:00",
            "x", "Europe/London or Europe/Paris", "Europe/London and later", "/Mars/Olympus", "/", "//",
            "tzone://Microsoft/Custom", "/example.org/CST", "Paris", "Mars/Olympus (GMT+1)",
        ])
    func unknown(name: String) throws {
        #expect(ZoneNames.zone(name) == nil)
        guard !name.isEmpty else { return }
        let zone = ";TZID=\"\(name)\":20261120T1"
        let meeting = try meeting(["DTSTART\(zone)40000", "DTEND\(zone)50000"])
        #expect(meeting.questions.contains(.unknownZone(written: name, assumed: "Europe/London")))
        #expect(utc(meeting.ends.instant) == "2026-11-20T15:00:00Z")
    }

    @Test("only what the end hangs on is asked: a beginning in an unknown zone changes nothing")
    func onlyTheEnd() throws {
        let meeting = try meeting(["DTSTART;TZID=Nowhere:20261120T140000", "DTEND:20261120T120000Z"])
        #expect(!meeting.questions.contains { if case .unknownZone = $0 { true } else { false } })
        #expect(utc(meeting.ends.instant) == "2026-11-20T12:00:00Z")
        #expect(meeting.starts == meeting.ends)
    }

    @Test(
        "a zone beside UTC matters where both give another moment, and is asked about then",
        arguments: [
            ("Europe/London", "20261120T150000Z", false), ("Europe/London", "20260710T150000Z", true),
            ("America/New_York", "20261120T150000Z", true), ("UTC", "20260710T150000Z", false),
            ("Nowhere", "20261120T150000Z", true), ("/Europe/Vienna", "20261120T150000Z", true),
        ])
    func besideUTC(zone: String, time: String, isAsked: Bool) throws {
        let meeting = try meeting([
            "DTSTART;TZID=\(zone):\(time.replacing("T15", with: "T14"))", "DTEND;TZID=\(zone):\(time)",
        ])
        #expect(meeting.questions.contains(.zoneBesideUTC(name: zone)) == isAsked)
        #expect(meeting.ends.wall.second == 15 * 3600)
    }

    @Test("every zone of the tables exists, and every Windows name leads to one")
    func tables() throws {
        #expect(ZoneNames.representatives.count > 130)
        for name in ZoneNames.representatives { #expect(throws: Never.self) { try TimeZone.iana(name) } }
        for line in PhraseFile(PackageResources.windows_zones_txt).lines
            + PhraseFile(PackageResources.zone_names_txt).lines
        {
            for name in line.columns where name != "-" { #expect(ZoneNames.zone(name) != nil, "\(name)") }
        }
    }

    @Test(
        "a wall time is the moment that it was in that zone, on both sides of each change of the clocks",
        arguments: [
            // The end of summer in Europe, 25 October 2026, and in America, 1 November.
            ("Europe/London", "20261024T150000", "2026-10-24T14:00:00Z"),
            ("Europe/London", "20261026T150000", "2026-10-26T15:00:00Z"),
            ("America/New_York", "20261026T150000", "2026-10-26T19:00:00Z"),
            ("America/New_York", "20261102T150000", "2026-11-02T20:00:00Z"),
            // The beginning, 29 March and 8 March.
            ("Europe/Berlin", "20260328T150000", "2026-03-28T14:00:00Z"),
            ("Europe/Berlin", "20260330T150000", "2026-03-30T13:00:00Z"),
            ("America/Los_Angeles", "20260307T150000", "2026-03-07T23:00:00Z"),
            ("America/Los_Angeles", "20260309T150000", "2026-03-09T22:00:00Z"),
            // The other way round in the south, half hours, no summer, and half an hour of summer.
            ("Australia/Sydney", "20260115T150000", "2026-01-15T04:00:00Z"),
            ("Australia/Sydney", "20260715T150000", "2026-07-15T05:00:00Z"),
            ("Asia/Kolkata", "20260715T150000", "2026-07-15T09:30:00Z"),
            ("Asia/Kathmandu", "20260715T150000", "2026-07-15T09:15:00Z"),
            ("Asia/Tokyo", "20260715T150000", "2026-07-15T06:00:00Z"),
            ("Australia/Lord_Howe", "20260715T150000", "2026-07-15T04:30:00Z"),
            ("America/Mexico_City", "20260715T150000", "2026-07-15T21:00:00Z"),
            ("Eastern Standard Time", "20260715T150000", "2026-07-15T19:00:00Z"),
            // A time that there is twice is the first; one that there is never is what a clock that went on would show.
            ("Europe/London", "20261025T013000", "2026-10-25T00:30:00Z"),
            ("America/New_York", "20260308T023000", "2026-03-08T07:30:00Z"),
        ])
    func moments(zone: String, wall: String, instant: String) throws {
        let meeting = try meeting(["DTSTART;TZID=\(zone):\(wall)", "DURATION:PT1H"])
        #expect(utc(meeting.starts.instant) == instant)
        #expect(meeting.ends.instant == meeting.starts.instant + 3600)
        #expect(meeting.questions.allSatisfy { [.organisation, .role, .people].contains($0) })
    }

    @Test(
        "days of a duration are counted on the wall, hours as they pass",
        arguments: [
            ("PT90M", "2026-10-24T15:30:00Z"), ("P1D", "2026-10-25T15:00:00Z"),
            ("PT24H", "2026-10-25T14:00:00Z"),
            ("P1DT1H", "2026-10-25T16:00:00Z"), ("P1W", "2026-10-31T15:00:00Z"),
        ])
    func durations(duration: String, end: String) throws {
        let meeting = try meeting(
            ["DTSTART;TZID=Europe/London:20261024T150000", "DURATION:\(duration)"].map { $0 })
        #expect(utc(meeting.ends.instant) == end)
    }

    @Test("a meeting while the clocks go back ends after it began")
    func overTheChange() throws {
        let meeting = try meeting([
            "DTSTART;TZID=Europe/London:20261025T013000", "DTEND;TZID=Europe/London:20261025T011500",
        ])
        #expect(utc(meeting.starts.instant) == "2026-10-25T00:30:00Z")
        #expect(utc(meeting.ends.instant) == "2026-10-25T01:15:00Z")
    }

    @Test("begin and end may be in different zones")
    func twoZones() throws {
        let meeting = try meeting([
            "DTSTART;TZID=Europe/London:20261120T140000", "DTEND;TZID=Europe/Berlin:20261120T160000",
        ])
        #expect(meeting.ends.instant == meeting.starts.instant + 3600)
        #expect(meeting.ends.zone.identifier == "Europe/Berlin")
    }

    @Test("a time in UTC is shown in the calendar's zone, in the only one it describes, or at home")
    func utcTimes() throws {
        #expect(try meeting([]).ends.zone.identifier == "Europe/London")
        #expect(try meeting([], head: ["X-WR-TIMEZONE:Asia/Tokyo"]).ends.zone.identifier == "Asia/Tokyo")
        let described = try meeting([], head: Rules.central(named: "W. Europe Standard Time"))
        #expect(described.ends.zone.identifier == "Europe/Berlin")
        #expect(utc(described.ends.instant) == "2026-11-20T15:00:00Z")
    }

    @Test("a time without a zone is that of the calendar, else it is read at home and asked about")
    func floating() throws {
        let lines = ["DTSTART:20261120T140000", "DTEND:20261120T150000"]
        let given = try meeting(lines, head: ["X-WR-TIMEZONE:Asia/Tokyo"])
        #expect(utc(given.starts.instant) == "2026-11-20T05:00:00Z")
        #expect(!given.questions.contains { if case .floating = $0 { true } else { false } })
        let assumed = try meeting(lines, for: ada(zone: "America/New_York"))
        #expect(utc(assumed.starts.instant) == "2026-11-20T19:00:00Z")
        #expect(assumed.questions.contains(.floating(assumed: "America/New_York")))
        let strange = try meeting(lines, head: ["X-WR-TIMEZONE:Mars/Olympus"])
        #expect(strange.questions.contains(.unknownZone(written: "Mars/Olympus", assumed: "Europe/London")))
    }
}
