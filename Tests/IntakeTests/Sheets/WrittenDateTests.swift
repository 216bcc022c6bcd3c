import Etiquette
import Testing

@testable import Intake

@Suite("Dates and times are read where they can mean one thing, and are never guessed")
struct WrittenDateTests {
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
            "soon", "next Tuesday", "4 March", "March 2026", "Q1 2026", "46085", "46085.625", "2026",
            "13/2026", "32", "4/3",
            "2026-03-04 sometime", "call Jane", "12/05/2026 or 13/05/2026", "2026-03-04 10:00-11:00x",
            "1/2/3/4",
            "20260304", "March 4", "4 Foo 2026", "2026-03-04-05", "14",
        ])
    func none(text: String) {
        let moment = WrittenMoment(text)
        #expect(
            moment?.date == nil && moment?.exact == nil && moment?.time == nil,
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
            "2026-03-04 (14:00)", "4/3/2026 14:00:00",
        ])
    func together(text: String) throws {
        let moment = try #require(WrittenMoment(text))
        #expect(moment.date?.days[.dmy]?.description == "2026-03-04")
        #expect(moment.time?.first == 14 * 3600)
    }

    @Test(
        "a moment with its offset is exact",
        arguments: [
            ("2026-03-04T14:00:00Z", "2026-03-04T14:00:00Z"),
            ("2026-03-04T14:00:00.000Z", "2026-03-04T14:00:00Z"),
            ("2026-03-04 14:00:00+01:00", "2026-03-04T14:00:00+01:00"),
            ("2026-03-04T14:00+0100", "2026-03-04T14:00+01:00"),
            ("2026-03-04 14:00:00-05:00", "2026-03-04T14:00:00-05:00"),
        ])
    func exact(text: String, read: String) {
        #expect(WrittenMoment(text)?.exact == read)
    }

    @Test("until when, or how far from Greenwich: a span in its place")
    func span() throws {
        let moment = try #require(WrittenMoment("2026-03-04 10:00-11:00"))
        #expect(moment.exact == nil)
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
