import Testing

@testable import Etiquette

@Suite("A span is elapsed time in s, m and h, calendar days in d")
struct SpanTests {
    @Test(
        "reads a number and a unit",
        arguments: [
            ("45s", .elapsed(seconds: 45)), ("90m", .elapsed(seconds: 5400)),
            ("24h", .elapsed(seconds: 86_400)),
            ("14d", .days(14)), ("1d", .days(1)), ("0h", .elapsed(seconds: 0)), ("0d", .days(0)),
            ("007d", .days(7)), ("3650d", .days(3650)), ("87600h", .elapsed(seconds: 315_360_000)),
        ] as [(String, Span)])
    func reads(text: String, span: Span) {
        #expect(Span(text) == span)
    }

    @Test("a day is not 24 hours: the clocks may change in it")
    func dayIsNot24Hours() {
        #expect(Span("1d") != Span("24h"))
    }

    @Test(
        "refuses everything else",
        arguments: [
            "", "d", "14", "14 d", " 14d", "14d ", "-1d", "+1d", "1.5h", "1,5h", "14D", "2w", "1h30m",
            "14days", "off",
            "١d", "１d", "3651d", "87601h", "9999999999d", "99999999999999999999d", "0x1d", "1d\n", "h1",
        ])
    func refused(text: String) {
        #expect(Span(text) == nil)
    }
}
