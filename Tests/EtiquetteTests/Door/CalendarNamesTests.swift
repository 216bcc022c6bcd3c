import Fixtures
import Foundation
import Testing

@testable import Etiquette

@Suite("Zones and days go by their full names")
struct CalendarNamesTests {
    @Test(
        "takes IANA names, old ones too",
        arguments: [
            "Europe/London", "America/New_York", "America/Argentina/Buenos_Aires", "Asia/Kolkata",
            "Asia/Calcutta",
            "Europe/Kyiv", "Pacific/Apia", "Australia/Lord_Howe", "Etc/UTC", "Etc/GMT+3", "US/Eastern",
        ])
    func known(name: String) throws {
        #expect(try TimeZone.iana(name).identifier == name)
    }

    @Test("UTC keeps a name that can be read again", arguments: ["UTC", "GMT"])
    func utc(name: String) throws {
        let zone = try TimeZone.iana(name)
        #expect(zone.secondsFromGMT(for: at("2026-07-20T00:00:00Z")) == 0)
        #expect(try TimeZone.iana(zone.identifier) == zone)
    }

    @Test(
        "refuses abbreviations, offsets, typing errors and files",
        arguments: [
            "", "/", "BST", "PST", "EST5EDT", "GMT+3", "GMT+03:00", "UTC+1", "+01:00", "utc", "Z", "Zulu",
            "Japan",
            "europe/london", "EUROPE/LONDON", "Europe/Lodnon", "Europe/London ", " Europe/London", "London",
            "Europe/", "../etc/passwd", "posix/Europe/London", "SystemV/AST4", "Etc/Unknown",
            "Europe/London\n",
        ])
    func unknown(name: String) {
        #expect(throws: InputProblem.unknownZone(name)) { try TimeZone.iana(name) }
    }

    @Test("takes a day of the calendar", arguments: ["2026-12-04", "2028-02-29", "0001-01-01", "9999-12-31"])
    func day(text: String) throws {
        #expect(try Day.parse(text).description == text)
    }

    @Test(
        "refuses other days",
        arguments: [
            "", "2026-02-29", "2100-02-29", "2026-11-31", "2026-00-01", "2026-01-00", "2026-1-1",
            "04/12/2026",
            "2026-12-04 ", "2026-12-04T00:00", "10000-01-01", "0000-12-31", "２026-12-04", "2026-12-+4",
            "soon",
        ])
    func notADay(text: String) {
        #expect(throws: InputProblem.notADay(text)) { try Day.parse(text) }
    }
}
