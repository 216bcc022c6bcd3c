import Etiquette
import Foundation
import Testing

@testable import Intake

@Suite("Zones that a file describes: followed by their rules")
struct DescribedZoneTests {
    private let custom = ["DTSTART;TZID=Customized Time Zone:20260710T140000", "DURATION:PT1H"]

    @Test(
        "the rules tell the moment; the user's zone is taken where it has the same time, else the zone is asked"
    )
    func rules() throws {
        let head = Rules.central(named: "Customized Time Zone")
        let abroad = try meeting(custom, head: head)
        #expect(utc(abroad.starts.instant) == "2026-07-10T12:00:00Z")
        let question = abroad.questions.first
        guard case .zone(let written, let candidates)? = question else {
            Issue.record("not asked: \(abroad.questions)")
            return
        }
        #expect(written == "Customized Time Zone")
        #expect(candidates.first == "Europe/Berlin" && !candidates.contains("Africa/Lagos"))
        let home = try meeting(custom, head: head, for: ada(zone: "Europe/Zurich"))
        #expect(
            home.starts == ZonedTime(instant: abroad.starts.instant, zone: try TimeZone.iana("Europe/Zurich"))
        )
        #expect(!home.questions.contains { if case .zone = $0 { true } else { false } })
    }

    @Test(
        "summer and winter by rules from any year",
        arguments: ["16010101", "19700101", "19960101", "20140330"], ["20260115", "20260710"])
    func years(first: String, day: String) throws {
        let head = Rules.central(named: "Home Made", since: first)
        let start = try meeting(["DTSTART;TZID=Home Made:\(day)T140000", "DURATION:PT1H"], head: head).starts
        let hour = day.contains("0115") ? "13" : "12"
        #expect(utc(start.instant).hasSuffix("T\(hour):00:00Z"))
    }

    @Test(
        "a note of where the rules come from names the zone, if it agrees",
        arguments: ["X-LIC-LOCATION", "TZURL"])
    func noted(property: String) throws {
        let origin = "\(property):http://tzurl.org/zoneinfo-outlook/"
        let right = try meeting(
            custom, head: Rules.central(named: "Customized Time Zone", note: origin + "Europe/Paris"))
        #expect(right.starts.zone.identifier == "Europe/Paris")
        let wrong = try meeting(
            custom, head: Rules.central(named: "Customized Time Zone", note: origin + "Asia/Tokyo"))
        #expect(wrong.starts.zone.identifier == "Europe/London")
        #expect(wrong.starts.instant == right.starts.instant)
    }

    @Test(
        "of several zones with the same rules the best known is named first",
        arguments: [
            ("-0500", "-0400", "BYDAY=1SU;BYMONTH=11", "BYDAY=2SU;BYMONTH=3", "America/New_York"),
            ("-0600", "-0500", "BYDAY=1SU;BYMONTH=11", "BYDAY=2SU;BYMONTH=3", "America/Chicago"),
            ("-0800", "-0700", "BYDAY=1SU;BYMONTH=11", "BYDAY=2SU;BYMONTH=3", "America/Los_Angeles"),
            ("+0000", "+0100", "BYDAY=-1SU;BYMONTH=10", "BYDAY=-1SU;BYMONTH=3", "Europe/London"),
            ("+0100", "+0200", "BYDAY=-1SU;BYMONTH=10", "BYDAY=-1SU;BYMONTH=3", "Europe/Berlin"),
            ("+1000", "+1100", "BYDAY=1SU;BYMONTH=4", "BYDAY=1SU;BYMONTH=10", "Australia/Sydney"),
        ])
    func famous(winter: String, summer: String, back: String, forth: String, zone: String) throws {
        let head = [
            "BEGIN:VTIMEZONE", "TZID:Customized Time Zone", "BEGIN:STANDARD", "DTSTART:20070101T020000",
            "TZOFFSETFROM:\(summer)", "TZOFFSETTO:\(winter)", "RRULE:FREQ=YEARLY;\(back)", "END:STANDARD",
            "BEGIN:DAYLIGHT", "DTSTART:20070101T020000", "TZOFFSETFROM:\(winter)", "TZOFFSETTO:\(summer)",
            "RRULE:FREQ=YEARLY;\(forth)", "END:DAYLIGHT", "END:VTIMEZONE",
        ]
        let meeting = try meeting(custom, head: head, for: ada(zone: "Asia/Tokyo"))
        guard case .zone(_, let candidates)? = meeting.questions.first else {
            Issue.record("not asked: \(meeting.questions)")
            return
        }
        #expect(candidates.first == zone)
        #expect(Set(candidates).count == candidates.count)
    }

    @Test("a known name with other rules is asked about")
    func disagreement() throws {
        let head = Rules.central(named: "America/New_York")
        let meeting = try meeting(
            ["DTSTART;TZID=America/New_York:20260710T140000", "DURATION:PT1H"], head: head)
        #expect(utc(meeting.starts.instant) == "2026-07-10T18:00:00Z")
        #expect(
            meeting.questions.contains(.zoneDisagrees(name: "America/New_York", inFile: 7200, known: -14_400))
        )
    }

    @Test("a name with commas is written with backslashes in one place and without in the other")
    func escapes() throws {
        let head = Rules.central(named: "Somewhere\\, Elsewhere")
        let meeting = try meeting(
            ["DTSTART;TZID=\"Somewhere, Elsewhere\":20260710T140000", "DURATION:PT1H"], head: head)
        #expect(utc(meeting.starts.instant) == "2026-07-10T12:00:00Z")
    }

    /// The zone is asked for, since the file doesn't tell.
    private func isAsked(_ head: [String]) throws -> Bool {
        try meeting(custom, head: head).questions
            .contains(.unknownZone(written: "Customized Time Zone", assumed: "Europe/London"))
    }

    @Test(
        "where a description can't be followed the zone is asked for",
        arguments: [
            [], ["BEGIN:STANDARD", "END:STANDARD"],
            ["BEGIN:STANDARD", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "END:STANDARD"],
            [
                "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0200", "TZOFFSETTO:later",
                "END:STANDARD",
            ],
            ["BEGIN:STANDARD", "DTSTART:rubbish", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "END:STANDARD"],
            [
                "BEGIN:STANDARD", "DTSTART:19700101T000000", "RRULE:FREQ=SECONDLY", "TZOFFSETFROM:+0200",
                "TZOFFSETTO:+0100", "END:STANDARD",
            ],
        ])
    func broken(rules: [String]) throws {
        let head = ["BEGIN:VTIMEZONE", "TZID:Customized Time Zone"] + rules + ["END:VTIMEZONE"]
        #expect(try isAsked(head))
    }

    @Test("two descriptions of one name are one too many")
    func twice() throws {
        let one = Rules.central(named: "Customized Time Zone")
        #expect(try !isAsked(one + one))
        let other = one.map { $0.replacing("+0200", with: "+0300") }
        #expect(try isAsked(one + other))
    }
}

/// Descriptions of zones.
enum Rules {
    /// Central European Time.
    static func central(named name: String, since first: String = "16010101", note: String? = nil) -> [String]
    {
        ["BEGIN:VTIMEZONE", "TZID:\(name)"] + (note.map { [$0] } ?? []) + [
            "BEGIN:STANDARD", "DTSTART:\(first)T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100",
            "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10", "END:STANDARD", "BEGIN:DAYLIGHT",
            "DTSTART:\(first)T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200",
            "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3", "END:DAYLIGHT", "END:VTIMEZONE",
        ]
    }
}
