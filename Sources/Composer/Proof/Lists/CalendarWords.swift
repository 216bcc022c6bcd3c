import Etiquette

/// The weekdays and months of a language, as people write them.
struct CalendarWords: Equatable, Sendable {
    /// From Monday on, in full.
    let weekdays: [String]
    private let weekdayNumbers: [UInt64: Int]
    private let monthNumbers: [UInt64: Int]

    /// - Parameters:
    ///   - weekdays: from Monday on, each in all its spellings, that in full first.
    ///   - months: from January on, likewise.
    init(weekdays: [[String]], months: [[String]]) {
        self.weekdays = weekdays.map { $0[0] }
        weekdayNumbers = Self.numbers(weekdays, from: 0)
        monthNumbers = Self.numbers(months, from: 1)
    }

    private static func numbers(_ names: [[String]], from first: Int) -> [UInt64: Int] {
        var numbers: [UInt64: Int] = [:]
        for (index, spellings) in names.enumerated() {
            for spelling in spellings { numbers[WordHash.of(spelling.lowercased())] = index + first }
        }
        return numbers
    }

    /// 0 is Monday.
    func weekday(_ word: Page.Word) -> Int? { weekdayNumbers[word.hash] }

    /// 1 is January.
    func month(_ word: Page.Word) -> Int? { monthNumbers[word.hash] }
}
