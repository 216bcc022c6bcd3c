import Etiquette
import Testing

@testable import Composer

@Suite struct DateWordsTests {
    @Test(arguments: [
        ("2026-11-20", "Friday 20 November 2026"), ("2026-05-01", "Friday 1 May 2026"),
        ("2024-02-29", "Thursday 29 February 2024"), ("2027-01-31", "Sunday 31 January 2027"),
        ("2026-08-03", "Monday 3 August 2026"), ("1999-12-31", "Friday 31 December 1999"),
    ])
    func englishNamesWeekdayDayMonthAndYear(day: String, words: String) throws {
        let day = try Day(day).required()
        #expect(DateWords(language: "en-GB").text(for: day) == words)
        #expect(DateWords(language: "en").text(for: day) == words)
    }

    @Test func everyWeekdayAndMonthHasItsName() throws {
        let first = try Day("2026-01-01").required()
        let texts = (0..<365).map { DateWords(language: "en-GB").text(for: first.adding(days: $0)) }
        #expect(Set(texts.map { $0.split(separator: " ")[0] }).count == 7)
        #expect(Set(texts.map { $0.split(separator: " ")[2] }).count == 12)
    }

    @Test(arguments: ["de-DE", "eng", "fr", "cy-GB"])
    func otherLanguagesGetTheFormThatNobodyMisreads(language: String) throws {
        #expect(DateWords(language: language).text(for: try Day("2026-03-04").required()) == "2026-03-04")
    }
}
