import Foundation
import Testing

@testable import Etiquette

@Suite("Public holidays fall where an independent program has them")
struct PublicHolidaysTests {
    /// A line of the table: region, year, and its holidays from Monday to Friday as MM-DD.
    private static let table: [String: Set<String>] = {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "table.txt")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.reduce(into: [:]) { table, line in
            let words = line.split(separator: " ").map(String.init)
            table["\(words[0])", default: []].formUnion(words.dropFirst(2).map { "\(words[1])-\($0)" })
        }
    }()

    @Test(arguments: PublicHolidays.known)
    func everyRegionFrom2026To2035(region: String) throws {
        let expected = try #require(Self.table[region])
        let days = try #require(PublicHolidays(region: region)).days(in: 2026...2035)
        let found = Set(days.filter { !$0.isWeekend }.map(\.description))
        #expect(found.subtracting(expected).sorted() == [])
        #expect(expected.subtracting(found).sorted() == [])
    }

    @Test func everyRegionOfTheTableIsKnown() {
        #expect(PublicHolidays.known == Self.table.keys.sorted())
        #expect(Self.table.values.map(\.count).reduce(0, +) == 4217)
    }

    /// Astronomical Algorithms has these as examples.
    @Test(arguments: [(1991, "1991-03-31"), (1818, "1818-03-22"), (2000, "2000-04-23"), (2038, "2038-04-25")])
    func easter(year: Int, day: String) {
        #expect(HolidayRule.easterSunday(year)?.description == day)
    }

    @Test("the first day of a year may be kept in the year before")
    func newYearOnASaturday() throws {
        let days = try #require(PublicHolidays(region: "US")).days(in: 2027...2027)
        let eve = try #require(Day("2027-12-31"))
        #expect(days.contains(eve))
        #expect(days.allSatisfy { $0.components.year == 2027 })
    }

    @Test(arguments: ["", "FR", "gb", "GB-XYZ", "GBR"])
    func noOtherIsKnown(region: String) {
        #expect(PublicHolidays(region: region) == nil)
    }

    @Test("nothing goes out on 25 December, whatever is set", arguments: FollowUp.Kind.allCases)
    func christmas(kind: FollowUp.Kind) throws {
        var settings = EtiquetteSettings()
        settings.weekends = .all
        for year in 2026...2035 {
            let christmas = try #require(Day(year: year, month: 12, day: 25))
            #expect(!settings.allows(kind, on: christmas))
            #expect(settings.allows(kind, on: christmas.adding(days: 1)))
        }
    }
}
