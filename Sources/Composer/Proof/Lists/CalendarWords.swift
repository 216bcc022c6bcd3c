import Etiquette

/// The weekdays and months of a language, as people write them.
struct CalendarWords: Equatable, Sendable {
    /// From Monday on, and from January on, in full.
    let weekdays: [String]
    private let weekdayNumbers: [UInt64: Int]
    private let monthNumbers: [UInt64: Int]

    /// Reads `Weekdays:` and `Months:`, names with commas between them; `Friday|Fri` are two spellings of one.
    init(text: String, file: String) throws(WordListProblem) {
        func names(_ key: String, _ count: Int) throws(WordListProblem) -> [[Substring]] {
            let line = text.lines.first { $0.hasPrefix(key) }
            let names = (line?.value(of: key) ?? "").split(separator: ",")
                .map { $0.trimmingSpaces().split(separator: "|") }
            guard names.count == count, names.allSatisfy({ !$0.isEmpty }) else {
                throw .noCalendar(file: file)
            }
            return names
        }
        let (days, months) = (try names("Weekdays:", 7), try names("Months:", 12))
        weekdays = days.map { String($0[0]) }
        weekdayNumbers = Self.numbers(days, from: 0)
        monthNumbers = Self.numbers(months, from: 1)
    }

    private static func numbers(_ names: [[Substring]], from first: Int) -> [UInt64: Int] {
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
