import Etiquette
import Foundation
import Testing

@testable import Intake

@Suite("Dates and times are read where they can mean one thing, and are never guessed")
struct SheetDateTests {
    /// `2026-03-04` under every order, or each order's own.
    private func days(_ text: String) -> [DateOrder: String]? {
        WrittenMoment(text)?.date?.days.mapValues(\.description)
    }

    @Test(
        "one reading",
        arguments: [
            "2026-03-04", "2026/03/04", "2026.03.04", "2026-3-4", "4 March 2026", "4. März 2026",
            "4 mars 2026", "March 4, 2026",
            "Mar 4 2026", "4-Mar-2026", "4-Mar-26", "4th of March 2026", "March 4th, 2026", "Wed, 4 Mar 2026",
            "Wednesday 4 March 2026", "Mittwoch, 4. März 2026", "mercredi 4 mars 2026", "4 de marzo de 2026",
            "2026-03-04 (Wed)",
        ])
    func single(text: String) throws {
        let moment = try #require(WrittenMoment(text.replacing(" (Wed)", with: "")))
        let date = try #require(moment.date)
        #expect(Set(date.days.values.map(\.description)) == ["2026-03-04"])
        #expect(date.days.values.allSatisfy(date.agrees))
    }

    @Test(
        "day and month without a year are told as that, and read with the year that is given",
        arguments: [
            "4 March", "March 4", "Wed 4 Mar", "4. März", "4 March 14:00", "March 4 2:00 PM", "4 Mar 10-11am",
        ])
    func yearless(text: String) throws {
        let date = try #require(WrittenMoment(text)?.date)
        #expect(date.lacksYear && date.days.isEmpty)
        let told = try #require(WrittenMoment(text, year: 2026)?.date)
        #expect(!told.lacksYear)
        #expect(Set(told.days.values.map(\.description)) == ["2026-03-04"])
        #expect(WrittenMoment(text + " sometime") == nil)
    }

    @Test("two figures between full stops are day, month and year, and no time of day")
    func dotted() throws {
        #expect(days("20.10.26") == [.dmy: "2026-10-20"])
        #expect(days("04.03.26") == [.dmy: "2026-03-04", .mdy: "2026-04-03"])
        let moment = try #require(WrittenMoment("20.10.26 14.30 Uhr"))
        #expect(moment.date?.days == ["2026-10-20"].reduce(into: [:]) { $0[.dmy] = try? Day.parse($1) })
        #expect(moment.time?.first == 14 * 3600 + 1800)
        #expect(WrittenTime("14.30.00")?.first == 14 * 3600 + 1800)
    }

    @Test("three numbers are as many days as there are orders that allow them")
    func orders() {
        #expect(days("03/04/2026") == [.dmy: "2026-04-03", .mdy: "2026-03-04"])
        #expect(days("03.04.2026") == [.dmy: "2026-04-03", .mdy: "2026-03-04"])
        #expect(days("25/03/2026") == [.dmy: "2026-03-25"])
        #expect(days("03/25/2026") == [.mdy: "2026-03-25"])
        #expect(days("3/4/26") == [.dmy: "2026-04-03", .mdy: "2026-03-04"])
        #expect(days("26-03-04") == [.dmy: "2004-03-26", .ymd: "2026-03-04"])
        #expect(days("30/02/2026") == [:])
        #expect(days("2026-02-30") == [:])
    }

    @Test(
        "what is no date for certain is none",
        arguments: [
            "soon", "next Tuesday", "March 2026", "Q1 2026", "46085", "46085.625", "2026",
            "13/2026", "32", "4/3",
            "2026-03-04 sometime", "call Jane", "12/05/2026 or 13/05/2026", "2026-03-04 10:00-11:00x",
            "1/2/3/4",
            "20260304", "4 Foo 2026", "2026-03-04-05", "14", "4 March sometime", "20.10.26 soon",
            "October 20, 2026 2:00 PM (Mars)", "October 20, 2026 → soon", "→", "→ 15:00",
            "2026-03-04 14:00 +99:00",
            "2026-03-04 14:00 (GMT+1) → 15:00 (GMT+2)", "2026-03-04 14:00-15:00 → 16:00",
            "2026-03-04 (GMT+1)",
            String(repeating: "2026-03-04 ", count: 500),
        ])
    func none(text: String) {
        let moment = WrittenMoment(text)
        #expect(
            moment?.date == nil && moment?.zone == nil && moment?.time == nil,
            "\(String(describing: moment))")
    }

    @Test("a weekday that the day is not is seen")
    func weekday() throws {
        let date = try #require(WrittenMoment("Thu 4 Mar 2026")?.date)
        #expect(date.days.values.allSatisfy { !date.agrees($0) })
    }

    @Test(
        "times of day, and spans of them",
        arguments: [
            ("14:00", 14 * 60, nil), ("2pm", 14 * 60, nil), ("2 PM", 14 * 60, nil),
            ("2:30 p.m.", 14 * 60 + 30, nil),
            ("12am", 0, nil), ("12 pm", 12 * 60, nil), ("12 noon", 12 * 60, nil),
            ("14h30", 14 * 60 + 30, nil),
            ("14.30 Uhr", 14 * 60 + 30, nil), ("09:05:00", 9 * 60 + 5, nil),
            ("2:00:00\u{202F}PM", 14 * 60, nil),
            ("14:00-15:00", 14 * 60, 15 * 60), ("14:00 – 15:30", 14 * 60, 15 * 60 + 30),
            ("2-3pm", 14 * 60, 15 * 60),
            ("11-1pm", 11 * 60, 13 * 60), ("2:00 PM to 3:00 PM", 14 * 60, 15 * 60),
            ("10 Uhr bis 11 Uhr", 600, 660),
        ] as [(String, Int, Int?)])
    func clocks(text: String, first: Int, second: Int?) throws {
        let time = try #require(WrittenTime(text))
        #expect(time.first == first * 60)
        #expect(time.second == second.map { $0 * 60 })
    }

    @Test(
        "no times of day",
        arguments: [
            "", "14", "25:00", "14:60", "13 pm", "0 am", "noonish", "14:0", "14:00 GMT", "14:00-", "-",
            "10-12", "a",
        ])
    func noClocks(text: String) {
        #expect(WrittenTime(text) == nil)
    }

    @Test(
        "date and time in one cell",
        arguments: [
            "2026-03-04 14:00", "2026-03-04T14:00", "2026-03-04 14:00:00", "4 March 2026, 2:00 PM",
            "4 March 2026 at 2pm",
            "04.03.2026 14:00 Uhr", "2026/03/04 14:00", "14:00 2026-03-04", "2pm 4 March 2026",
            "Wed 4 Mar 2026 14:00",
            "2026-03-04 (14:00)", "4/3/2026 14:00:00", "04.03.26, 14:00", "4 Mar 26 at 2pm", "4-Mar-26 14:00",
        ])
    func together(text: String) throws {
        let moment = try #require(WrittenMoment(text))
        #expect(moment.date?.days[.dmy]?.description == "2026-03-04")
        #expect(moment.time?.first == 14 * 3600)
    }

    @Test(
        "a time with its zone, as programs write it",
        arguments: [
            ("2026-03-04T14:00:00Z", 0), ("2026-03-04T14:00:00.000Z", 0), ("2026-03-04T14:00Z", 0),
            ("2026-03-04 14:00:00+01:00", 60), ("2026-03-04T14:00+0100", 60),
            ("2026-03-04 14:00:00-05:00", -300),
            ("Wed Mar 04 2026 14:00:00 GMT+0100 (British Summer Time)", 60),
            ("Wed Mar 04 2026 14:00:00 GMT-0500 (Eastern Standard Time)", -300),
            ("Wed, 04 Mar 2026 14:00:00 GMT", 0), ("Wed, 4 Mar 2026 14:00:00 +0100", 60),
            ("Wed, 4 Mar 2026 14:00:00 -0500", -300), ("2026/03/04 2:00:00 PM GMT+1", 60),
            ("March 4, 2026 2:00 PM (GMT+1)", 60), ("March 4, 2026 2:00 PM (GMT+5:30)", 330),
            ("March 4, 2026 2:00 PM (UTC)", 0), ("March 4, 2026 2:00 PM EST", -300),
            ("4 Mar 2026 14:00 CEST", 120),
            ("March 4, 2026 2:00 PM UTC-3", -180), ("2026-03-04 14:00 +01:00", 60),
        ])
    func zones(text: String, minutes: Int) throws {
        let moment = try #require(WrittenMoment(text))
        let (date, time, zone) = (
            try #require(moment.date), try #require(moment.time), try #require(moment.zone)
        )
        let day = try #require(date.days[.dmy])
        let instant = try #require(zone.moment(WallTime(day: day, second: time.first), in: .gmt)).time.instant
        #expect(
            instant
                == WallTime(day: try Day.parse("2026-03-04"), second: 14 * 3600).instant(east: minutes * 60))
    }

    @Test(
        "from when until when, with an arrow or a dash",
        arguments: [
            "March 4, 2026 2:00 PM → 3:00 PM", "March 4, 2026 2:00 PM (GMT+1) → 3:00 PM (GMT+1)",
            "March 4, 2026 2:00 PM (GMT+1) → 3:00 PM", "March 4, 2026 2:00 PM → 3:00 PM (GMT+1)",
            "March 4, 2026 2:00 PM (GMT+1) → March 4, 2026 3:00 PM (GMT+1)", "2026/03/04 14:00 → 15:00",
            "March 4, 2026 2:00 → 3:00 PM", "March 4, 2026 2:00 PM -> 3:00 PM",
            "March 4, 2026 2:00 PM - March 4, 2026 3:00 PM", "Wed 4 Mar 2026 14:00 to 15:00",
            "March 4 2:00 PM → 3:00 PM",
        ])
    func spans(text: String) throws {
        let moment = try #require(WrittenMoment(text, year: 2026))
        #expect(moment.date?.days[.dmy]?.description == "2026-03-04")
        #expect(moment.lastDate?.days[.dmy]?.description ?? "2026-03-04" == "2026-03-04")
        #expect(moment.time?.first == 14 * 3600 && moment.time?.second == 15 * 3600)
        #expect((moment.zone == .offset(3600)) == text.contains("GMT"))
    }

    @Test("letters for several zones are that of the row, or nobody's")
    func letters() throws {
        let summer = WallTime(day: try Day.parse("2026-07-04"), second: 0)
        let zone = try #require(WrittenMoment("2026-07-04 00:00 IST")?.zone)
        for (home, hours) in [("Europe/Dublin", 1.0), ("Asia/Kolkata", 5.5)] {
            let time = try #require(zone.moment(summer, in: TimeZone.iana(home))).time
            #expect(time.instant == summer.instant(east: Int(hours * 3600)))
        }
        #expect(zone.moment(summer, in: try TimeZone.iana("America/New_York")) == nil)
    }

    @Test("until when, or how far from Greenwich: a span in its place")
    func span() throws {
        let moment = try #require(WrittenMoment("2026-03-04 10:00-11:00"))
        #expect(moment.zone == nil)
        #expect(moment.time?.second == 11 * 3600)
    }

    @Test(
        "lengths",
        arguments: [
            ("45m", 45), ("45", 45), ("45 min", 45), ("1h", 60), ("1 hour", 60), ("1:30", 90), ("1h30", 90),
            ("1 h 30 min", 90), ("1.5 hours", 90), ("90 Minuten", 90), ("", nil), ("long", nil), ("0", nil),
            ("1:75", nil),
            ("25h", nil), ("1.3", nil), ("-5", nil), ("45 people", nil),
        ] as [(String, Int?)])
    func lengths(text: String, minutes: Int?) {
        #expect(WrittenLength.seconds(text) == minutes.map { $0 * 60 })
    }
}
