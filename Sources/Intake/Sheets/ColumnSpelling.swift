import Text

/// What the name of a column says by itself, whatever stands beside it.
struct ColumnSpelling {
    /// In lower case, with single spaces between its words and nothing else.
    let key: String

    /// - Parameter name: as a header has it.
    init(_ name: String) { key = Self.key(of: name) }

    private init(words: some Collection<Substring>) { key = words.joined(separator: " ") }

    /// `InterviewerName`, `interviewer_name(s)` and `Interviewer  name` are one; so are `Interviewer #2` and
    /// `interviewer2`.
    static func key(of name: String) -> String {
        var words = ""
        var former: Character = " "
        // No column is called by more.
        let name = String(name.prefix(longestName)).replacing("(s)", with: "")
        for character in name.precomposedStringWithCanonicalMapping {
            let isNew =
                character.isUppercase && former.isLowercase || character.isNumber != former.isNumber
            if isNew || !(character.isLetter || character.isNumber) { words.append(" ") }
            if character.isLetter || character.isNumber { words.append(character) }
            former = character
        }
        return words.lowercased().split(separator: " ").joined(separator: " ")
    }

    /// Nil where only what stands before the column, or the user, can tell.
    var meaning: ColumnMeaning? {
        // Nobody calls a column by a sentence.
        guard words.count <= Self.longest else { return nil }
        return Self.spellings[key] ?? ofPerson ?? numbered ?? ofRound
    }

    /// `email`, or `role` for a title: what it is of, the column before it tells.
    var weakMeaning: String? { Self.weak[key] }

    private static let longest = 10
    private static let longestName = 200

    private var words: [Substring] { key.split(separator: " ") }

    /// `Interviewer 2`.
    private var numbered: ColumnMeaning? {
        guard let (number, rest) = withoutNumber else { return nil }
        return Self.spellings[rest.key].flatMap { ColumnMeaning(name: $0.name, number: number) }
    }

    private var withoutNumber: (Int, ColumnSpelling)? {
        let words = Self.withNumbers(self.words)
        let numbers = words.compactMap { Int($0) }
        guard numbers.count == 1, let number = numbers.first else { return nil }
        return (number, ColumnSpelling(words: words.filter { Int($0) == nil }))
    }

    // MARK: - Of a person

    /// A piece of what is known of somebody.
    enum Part: String { case given, family, email }

    /// `Hiring Manager Email` is an `email` of `hiring manager`, and `First name` a `given` of nobody.
    var split: (owner: ColumnSpelling, part: Part)? {
        let words = words
        for count in (1...4).reversed() where count <= words.count && words.count <= Self.longest {
            for isBehind in [true, false] {
                let piece = (isBehind ? words.suffix(count) : words.prefix(count)).joined(separator: " ")
                guard let part = Self.personParts[piece] ?? (isBehind ? Self.partsBehind[piece] : nil) else {
                    continue
                }
                let rest = isBehind ? words.dropLast(count) : words.dropFirst(count)
                return (ColumnSpelling(words: Self.withoutFillers(rest)), part)
            }
        }
        return nil
    }

    /// The same for one person, however the column is called: `Hiring Managers`, `Hiring manager's name`.
    var person: [String] {
        let words = Self.withoutFillers(words[...]).filter { !["name", "names", "full", "s"].contains($0) }
        return words.map { $0.count > 3 && $0.hasSuffix("s") ? String($0.dropLast()) : String($0) }
    }

    private var ofPerson: ColumnMeaning? {
        guard let (owner, part) = split, !owner.key.isEmpty else { return nil }
        return (Self.spellings[owner.key] ?? owner.numbered)?.having(part)
    }

    // MARK: - Of a round

    /// `Interview 2`, `1st interview date`, `Second round`, `Round 2 interviewers`.
    private var ofRound: ColumnMeaning? {
        let words = Self.withNumbers(self.words)
        let numbers = words.indices.filter { Int(words[$0]) != nil }
        guard numbers.count == 1, let index = numbers.first, let number = Int(words[index]),
            (1...9).contains(number)
        else { return nil }
        for count in [2, 1] {
            for range in [index - count..<index, index + 1..<index + 1 + count]
            where range.lowerBound >= 0 && range.upperBound <= words.count {
                guard Self.rounds.contains(words[range].joined(separator: " ")) else { continue }
                let (from, to) = (min(range.lowerBound, index), max(range.upperBound, index + 1))
                let rest = ColumnSpelling(words: Self.withoutFillers((words[..<from] + words[to...])[...]))
                return rest.withinRound.map { .round(number, $0) }
            }
        }
        return nil
    }

    private var withinRound: ColumnMeaning? {
        if key.isEmpty || Self.dates.contains(key) { return .date }
        if Self.personParts[key] == .email { return .interviewerEmail(nil) }
        return (Self.spellings[key] ?? ofPerson).flatMap { $0.canBeOfRound ? $0 : nil }
    }

    // MARK: - Words

    /// `Second` is 2, and so is `2nd`, which was taken apart into `2 nd`.
    private static func withNumbers(_ words: [Substring]) -> [Substring] {
        words.indices.filter { index in
            index == 0 || Int(words[index - 1]) == nil || !endings.contains(String(words[index]))
        }.map { index in ordinals[String(words[index])].map { "\($0)" } ?? words[index] }
    }

    private static func withoutFillers(_ words: ArraySlice<Substring>) -> ArraySlice<Substring> {
        var rest = words
        while let first = rest.first, fillers.contains(String(first)) { rest.removeFirst() }
        while let last = rest.last, fillers.contains(String(last)) { rest.removeLast() }
        return rest
    }

    private static let names = PhraseFile(PackageResources.columns_txt).lines
    private static let spellings = Dictionary(
        names.compactMap { line in ColumnMeaning(line.section).map { (line.text, $0) } },
        uniquingKeysWith: { $1 })
    private static let weak = Dictionary(
        names.compactMap { line in
            line.section.hasPrefix("(") ? (line.text, String(line.section.dropFirst().dropLast())) : nil
        }, uniquingKeysWith: { $1 })

    private static let parts = PhraseFile(PackageResources.column_parts_txt)
    private static let personParts = Dictionary(
        parts.lines.compactMap { line in Part(rawValue: line.section).map { (line.text, $0) } },
        uniquingKeysWith: { $1 })
    /// Before a person they say something else: "First contact" is a day.
    private static let partsBehind: [String: Part] = ["first": .given, "last": .family]
    private static let ordinals = Dictionary(
        parts.lines.compactMap { line in Int(line.section).map { (line.text, $0) } }, uniquingKeysWith: { $1 }
    )
    private static let (rounds, dates) = (Set(parts["round"]), Set(parts["date"]))
    private static let (endings, fillers) = (Set(parts["ordinal"]), Set(parts["filler"].flatMap(pieces)))

    private static func pieces(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}

extension ColumnMeaning {
    /// A piece of what is known of the person whose name this is; nil where it is nobody's.
    func having(_ part: ColumnSpelling.Part) -> ColumnMeaning? {
        switch (self, part) {
        case (.interviewer(let number), .given): .interviewerGiven(number)
        case (.interviewer(let number), .family): .interviewerFamily(number)
        case (.interviewer(let number), .email): .interviewerEmail(number)
        case (.contact, .given): .contactGiven
        case (.contact, .family): .contactFamily
        case (.contact, .email): .contactEmail
        case (.round(let number, let inner), _): inner.having(part).map { .round(number, $0) }
        default: nil
        }
    }

    /// The name of whom this is a piece of; nil where it is of nobody.
    var person: ColumnMeaning? {
        switch self {
        case .interviewer(let number), .interviewerGiven(let number), .interviewerFamily(let number),
            .interviewerEmail(let number):
            .interviewer(number)
        case .contact, .contactGiven, .contactFamily, .contactEmail: .contact
        case .round(let number, let inner): inner.person.map { .round(number, $0) }
        default: nil
        }
    }

    /// It says something of one interview, not of the recruitment.
    var canBeOfRound: Bool {
        switch self {
        case .date, .ended, .startTime, .endTime, .length, .timeZone, .told, .medium, .status: true
        default: person.map { $0 != .contact } ?? false
        }
    }
}
