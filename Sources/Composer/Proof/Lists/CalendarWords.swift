import Text

/// The weekdays and months of a language, as people write them.
struct CalendarWords: Sendable {
    /// From Monday on, in full.
    let weekdays: [String]
    private let weekdayNumbers: [UInt64: Int]
    private let monthNumbers: [UInt64: Int]
    /// The phrases for yesterday, today and tomorrow, by their first word.
    private let offsets: [UInt64: [(words: [UInt64], days: Int)]]
    /// "twenty-first", by the last word.
    private let ordinals: [UInt64: [(words: [UInt64], day: Int)]]
    private let interview: Set<UInt64>
    private let prepositions: Set<UInt64>

    /// - Parameters:
    ///   - weekdays: from Monday on, each in all its spellings, that in full first.
    ///   - months: from January on, likewise.
    ///   - near: the words for yesterday, today and tomorrow: "this morning" is one.
    ///   - ordinals: the days of a month in words, from the first on.
    ///   - interview: words that tell of the interview, such as "spoke".
    ///   - prepositions: what stands between those and a day, such as "on".
    init(
        weekdays: [[String]], months: [[String]], near: [[String]] = [], ordinals: [[String]] = [],
        interview: [String] = [], prepositions: [String] = []
    ) {
        self.weekdays = weekdays.map { $0[0] }
        weekdayNumbers = Self.numbers(weekdays, from: 0)
        monthNumbers = Self.numbers(months, from: 1)
        offsets = Dictionary(grouping: Self.phrases(near, from: -1), by: { $0.words[0] })
            .mapValues { $0.map { (words: $0.words, days: $0.number) } }
        self.ordinals = Dictionary(
            grouping: Self.phrases(ordinals, from: 1), by: { $0.words[$0.words.count - 1] }
        )
        .mapValues { $0.map { (words: $0.words, day: $0.number) } }
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

    private static func phrases(_ names: [[String]], from first: Int) -> [(words: [UInt64], number: Int)] {
        names.enumerated().flatMap { index, spellings in
            spellings.map { (words: TokenizedText($0).words.map(\.hash), number: index + first) }
        }.filter { !$0.words.isEmpty }
    }

    /// 0 is Monday.
    func weekday(_ word: TokenizedText.Word) -> Int? { weekdayNumbers[word.hash] }

    /// That of "Monday" in "Monday's".
    func weekday(possessive word: TokenizedText.Word, in page: TokenizedText) -> Int? {
        word.possessor(in: page).flatMap { weekdayNumbers[$0] }
    }

    /// 1 is January.
    func month(_ word: TokenizedText.Word) -> Int? { monthNumbers[word.hash] }

    /// How many days from the day of writing some words are that begin here, -1 for yesterday, and where they end.
    func offset(at index: Int, in page: TokenizedText) -> (days: Int, words: Range<Int>)? {
        let words = page.words
        let found = offsets[words[index].hash]?.filter { phrase in
            words[index...].prefix(phrase.words.count).map(\.hash) == phrase.words
        }
        return found?.max { $0.words.count < $1.words.count }
            .map { ($0.days, index..<(index + $0.words.count)) }
    }

    /// The day of a month that ends with a word: "twenty-first"; and where it begins.
    func ordinal(endingAt index: Int, in page: TokenizedText) -> (day: Int, start: Int)? {
        guard index >= 0, let candidates = ordinals[page.words[index].hash] else { return nil }
        let found = candidates.filter { phrase in
            page.words[...index].suffix(phrase.words.count).map(\.hash) == phrase.words
        }
        return found.max { $0.words.count < $1.words.count }.map { ($0.day, index + 1 - $0.words.count) }
    }

    var hasOrdinals: Bool { !ordinals.isEmpty }

    /// Whether a word tells of the interview.
    func isOfInterview(_ word: TokenizedText.Word) -> Bool { interview.contains(word.hash) }

    /// Whether a word may stand between those and a day.
    func introducesDay(_ word: TokenizedText.Word) -> Bool { prepositions.contains(word.hash) }
}
