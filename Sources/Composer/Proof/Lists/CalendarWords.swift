import Etiquette
import Text

/// The weekdays and months of a language, as people write them.
struct CalendarWords: Equatable, Sendable {
    /// From Monday on, in full.
    let weekdays: [String]
    private let weekdayNumbers: [UInt64: Int]
    private let monthNumbers: [UInt64: Int]
    private let offsets: [UInt64: Int]
    private let interview: Set<UInt64>
    private let prepositions: Set<UInt64>

    /// - Parameters:
    ///   - weekdays: from Monday on, each in all its spellings, that in full first.
    ///   - months: from January on, likewise.
    ///   - near: the words for yesterday, today and tomorrow.
    ///   - interview: words that tell of the interview, such as "spoke".
    ///   - prepositions: what stands between those and a day, such as "on".
    init(
        weekdays: [[String]], months: [[String]], near: [[String]] = [], interview: [String] = [],
        prepositions: [String] = []
    ) {
        self.weekdays = weekdays.map { $0[0] }
        weekdayNumbers = Self.numbers(weekdays, from: 0)
        monthNumbers = Self.numbers(months, from: 1)
        offsets = Self.numbers(near, from: -1)
        self.interview = Set(interview.map { WordHash.of($0.lowercased()) })
        self.prepositions = Set(prepositions.map { WordHash.of($0.lowercased()) })
    }

    private static func numbers(_ names: [[String]], from first: Int) -> [UInt64: Int] {
        var numbers: [UInt64: Int] = [:]
        for (index, spellings) in names.enumerated() {
            for spelling in spellings { numbers[WordHash.of(spelling.lowercased())] = index + first }
        }
        return numbers
    }

    /// 0 is Monday.
    func weekday(_ word: TokenizedText.Word) -> Int? { weekdayNumbers[word.hash] }

    /// That of "Monday" in "Monday's".
    func weekday(possessive word: TokenizedText.Word, in page: TokenizedText) -> Int? {
        word.possessor(in: page).flatMap { weekdayNumbers[$0] }
    }

    /// 1 is January.
    func month(_ word: TokenizedText.Word) -> Int? { monthNumbers[word.hash] }

    /// How many days from the day of writing: -1 is yesterday.
    func offset(_ word: TokenizedText.Word) -> Int? { offsets[word.hash] }

    /// Whether a word tells of the interview.
    func isOfInterview(_ word: TokenizedText.Word) -> Bool { interview.contains(word.hash) }

    /// Whether a word may stand between those and a day.
    func introducesDay(_ word: TokenizedText.Word) -> Bool { prepositions.contains(word.hash) }
}
