import Etiquette
import Foundation
import Text

/// A language as templates and proofreading need it: its tag, and how it writes a day. Everything that the program knows of it lies in
/// its folder of `Templates`, so that another one is a matter of data alone.
package struct Language: Sendable {
    /// A language tag (BCP 47) such as `en-GB`.
    package let tag: String
    private let dates: DateWords?
    /// By what words days and months are known in a text; nil where the language has not told.
    let calendar: CalendarWords?
    /// The words of which one stands before a name, and never two: "the" and "The".
    let articles: [String]
    /// What a sentence has for "&"; nil where that stays.
    private(set) var ampersand: String?
    /// What the reader is called, and what is theirs: "you", "your"; empty where the language has not told.
    private(set) var you: [String] = []
    /// Words that lose their capital inside a sentence, even before a name.
    private(set) var smallWords: Set<String> = []
    /// Names that are words as well, in small letters: they keep their capital.
    private(set) var nameWords: Set<String> = []
    /// How names of organisations and of jobs are said, and what people are called who have a title.
    private(set) var organisations = OrganisationWords(
        of: { _ in [] }, rest: "", shouting: Shouting(initials: [], joints: []))
    private(set) var roles = RoleWords(of: { _ in [] }, shouting: Shouting(initials: [], joints: []))
    private(set) var titles = TitleWords(forms: [], withFirstName: [])
    /// The voices in which people are called by their first name.
    private(set) var familiarVoices: Set<String> = []
    private var lengths: [FollowUp.Kind: ClosedRange<Int>] = [:]
    /// How a letter begins: with `{name}` where what the person is called stands, by its first word where that decides
    /// ("Frau"); the form for everybody else under the empty word.
    private var openings: [String: String] = [:]

    /// The file beside the templates of a language that tells of it.
    static let fileName = "language.txt"

    /// A language of which nothing but the tag is known.
    init(tag: String, dates: DateWords? = nil, calendar: CalendarWords? = nil, articles: [String] = []) {
        (self.tag, self.dates, self.calendar, self.articles) = (tag, dates, calendar, articles)
    }

    /// One that nothing is known of; RFC 5646 2.2.1 has this tag for it.
    package static let unknown = Language(tag: "und")

    /// How many words a message of a kind has, greeting and signature included; in a language that has not told, as many
    /// as advice.md asks ("What each message must be").
    package func allowedWords(_ kind: FollowUp.Kind) -> ClosedRange<Int> {
        if let told = lengths[kind] { return told }
        return switch kind {
        case .thankYou: 45...120
        case .decisionStatus: 45...110
        case .feedbackRequest: 1...99
        }
    }

    /// The words with which a letter begins, without the comma: "Sehr geehrte Frau Weber" for "Frau Weber".
    func opening(for name: String) -> String {
        let first = String(name.prefix { $0 != " " })
        return (openings[first] ?? openings[""] ?? "{name}").replacing("{name}", with: name)
    }

    /// Whether the day stands before the month.
    var writesDayFirst: Bool { dates?.writesDayFirst ?? true }

    /// A day in words, such as `Friday 20 November 2026`; where the language has not told how, in the form of
    /// ISO 8601, which nobody misreads.
    package func text(for day: Day) -> String { dates?.text(for: day) ?? day.description }
}

extension Language {
    /// What is wrong with the file of a language.
    package enum Fault: Equatable, Sendable {
        /// A line that is neither empty, nor a comment, nor `key: value` with a key that is known and new.
        case line
        /// A pattern for dates that names an unknown field, or lacks day or month.
        case date
        /// Another number of names, or an empty one.
        case names(expected: Int)
        /// A key that is not there.
        case missing(String)
        /// No `40-110`.
        case length
        /// No form of address, `Frau = Sehr geehrte {name}`, or none for everybody else.
        case opening
    }

    private enum Key: String, CaseIterable {
        case date, weekdays, months, articles, near, ordinals, interview, on, and, you, small, names, opening
        case thankYou = "thank-you"
        case decisionStatus = "decision-status"
        case feedbackRequest = "feedback-request"
        case definite, ends, begins, leading, links, named, without, forms, rest
        case terms, behind, units, grades, ranks, plurals, complete, noun, indefinite, initials, joints
        case titles, familiar
        case firstName = "first-name"
        /// Told in an earlier release, of which files may have been copied; nothing is made of it.
        case team

        /// A language may have no articles, and of the rest less is found in its texts.
        var isNeeded: Bool { self == .date || self == .weekdays || self == .months }
    }

    /// Reads the file of a language: `key: value` a line, `#` begins a comment.
    init(tag: String, text: String, file: String) throws(TemplateProblem) {
        var values: [Key: (text: String, line: Int)] = [:]
        for (index, line) in text.lines.enumerated() {
            let line = line.trimmingSpaces()
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let key = Key(rawValue: String(parts[0])), values[key] == nil else {
                throw .badLanguage(file: file, line: index + 1, .line)
            }
            values[key] = (String(parts[1].trimmingSpaces()), index + 1)
        }
        for key in Key.allCases where key.isNeeded && values[key] == nil {
            throw .badLanguage(file: file, line: 1, .missing(key.rawValue))
        }
        func words(_ key: Key) -> [String] {
            Self.names(values[key]?.text ?? "").joined().filter { !$0.isEmpty }
        }
        func names(_ key: Key, _ count: Int) throws(TemplateProblem) -> [[String]] {
            let names = Self.names(values[key]?.text ?? "")
            guard names.count == count, !names.joined().contains("") else {
                throw .badLanguage(file: file, line: values[key]?.line ?? 1, .names(expected: count))
            }
            return names
        }
        guard let pattern = DateWords.pattern(of: values[.date]?.text ?? "") else {
            throw .badLanguage(file: file, line: values[.date]?.line ?? 1, .date)
        }
        let (weekdays, months) = (try names(.weekdays, 7), try names(.months, 12))
        self.init(
            tag: tag,
            dates: DateWords(
                pattern: pattern, weekdays: weekdays.map { $0[0] }, months: months.map { $0[0] }),
            calendar: CalendarWords(
                weekdays: weekdays, months: months, near: values[.near] == nil ? [] : try names(.near, 3),
                ordinals: values[.ordinals] == nil ? [] : try names(.ordinals, 31),
                interview: words(.interview), prepositions: words(.on)),
            articles: words(.articles))
        (ampersand, you) = (words(.and).first, values[.you] == nil ? [] : try names(.you, 2).map { $0[0] })
        (smallWords, nameWords) = (Set(words(.small)), Set(words(.names)))
        let shouting = Shouting(initials: Set(words(.initials)), joints: Set(words(.joints)))
        organisations = OrganisationWords(
            of: { Key(rawValue: $0).map(words) ?? [] }, rest: values[.rest]?.text ?? "", shouting: shouting)
        roles = RoleWords(of: { Key(rawValue: $0).map(words) ?? [] }, shouting: shouting)
        titles = TitleWords(
            forms: Self.names(values[.titles]?.text ?? ""), withFirstName: Set(words(.firstName)))
        familiarVoices = Set(words(.familiar))
        for kind in FollowUp.Kind.allCases {
            guard let key = Key(rawValue: kind.rawValue), let value = values[key] else { continue }
            guard let range = Self.range(value.text) else {
                throw .badLanguage(file: file, line: value.line, .length)
            }
            lengths[kind] = range
        }
        if let value = values[.opening] {
            openings = Self.openings(Self.names(value.text))
            let isWhole = openings[""] != nil && openings.values.allSatisfy { $0.contains("{name}") }
            guard isWhole else { throw .badLanguage(file: file, line: value.line, .opening) }
        }
    }

    /// `40-110`.
    private static func range(_ text: String) -> ClosedRange<Int>? {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
            .compactMap { Int($0.trimmingSpaces()) }
        return ends.count == 2 && ends[0] > 0 && ends[0] <= ends[1] ? ends[0]...ends[1] : nil
    }

    /// `Guten Tag {name}, Frau = Sehr geehrte {name}`: each with its first words, none for everybody else.
    private static func openings(_ forms: [[String]]) -> [String: String] {
        var openings: [String: String] = [:]
        for form in forms {
            let parts = form.joined(separator: "|").split(separator: "=", maxSplits: 1)
                .map { String($0.trimmingSpaces()) }
            guard let text = parts.last else { continue }
            let words = parts.count == 2 ? names(parts[0]).joined().map(\.self) : [""]
            for word in words { openings[word] = text }
        }
        return openings
    }

    /// A list with commas, each name in all its spellings, with bars between them.
    private static func names(_ text: String) -> [[String]] {
        text.split(separator: ",", omittingEmptySubsequences: false).map {
            $0.split(separator: "|", omittingEmptySubsequences: false).map { String($0.trimmingSpaces()) }
        }
    }

    /// Whether one of the folders of a language tells of it.
    static func isTold(in folders: [URL]) -> Bool {
        folders.contains {
            FileManager.default.fileExists(atPath: $0.appendingPathComponent(fileName).path)
        }
    }

    /// The language whose folders are these; the last of them that tells of it wins.
    static func read(_ tag: String, in folders: [URL]) throws(TemplateProblem) -> Language {
        for folder in folders.reversed() {
            let url = folder.appendingPathComponent(fileName)
            guard FileManager.default.fileExists(atPath: url.path) else { continue }
            return try Language(tag: tag, text: TemplateFile.text(of: url), file: url.path)
        }
        return Language(tag: tag)
    }
}
