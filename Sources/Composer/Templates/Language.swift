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
    /// How names of organisations and of jobs are written and said, and what people are called who have a title.
    private(set) var names = NameCase(in: .empty)
    private(set) var organisations = OrganisationWords(in: .empty, names: NameCase(in: .empty))
    private(set) var roles = RoleWords(in: .empty, names: NameCase(in: .empty))
    private(set) var titles = TitleWords(in: .empty)
    /// Words of which two in a row are written as one, and what is written: "bei", "dem", "beim".
    private(set) var joined: [[String]] = []
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

    /// Reads the file of a language (`LanguageFile`).
    init(tag: String, text: String, file name: String) throws(TemplateProblem) {
        let file = try LanguageFile(text, name: name)
        guard let pattern = DateWords.pattern(of: file.text(.date)) else {
            throw file.fault(.date, at: .date)
        }
        let (weekdays, months) = (try file.names(.weekdays, 7), try file.names(.months, 12))
        self.init(
            tag: tag,
            dates: DateWords(
                pattern: pattern, weekdays: weekdays.map { $0[0] }, months: months.map { $0[0] }),
            calendar: CalendarWords(
                weekdays: weekdays, months: months, near: try file.names(.near, 3),
                ordinals: try file.names(.ordinals, 31), interview: file.words(.interview),
                prepositions: file.words(.on)),
            articles: file.words(.articles))
        (ampersand, you) = (file.words(.and).first, try file.names(.you, 2).map { $0[0] })
        (smallWords, nameWords) = (file.set(.small), file.set(.names))
        names = NameCase(in: file)
        organisations = OrganisationWords(in: file, names: names)
        roles = RoleWords(in: file, names: names)
        titles = TitleWords(in: file)
        familiarVoices = file.set(.familiar)
        joined = file.spellings(.joined).map { $0.joined().split { " =".contains($0) }.map(String.init) }
            .filter { $0.count == 3 }
        for kind in FollowUp.Kind.allCases {
            guard let key = LanguageFile.Key(rawValue: kind.rawValue), file.has(key) else { continue }
            guard let range = Self.range(file.text(key)) else { throw file.fault(.length, at: key) }
            lengths[kind] = range
        }
        if file.has(.opening) {
            openings = Self.openings(file.spellings(.opening))
            let isWhole = openings[""] != nil && openings.values.allSatisfy { $0.contains("{name}") }
            guard isWhole else { throw file.fault(.opening, at: .opening) }
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
            let words = parts.count == 2 ? LanguageFile.spellings(parts[0]).joined().map(\.self) : [""]
            for word in words { openings[word] = text }
        }
        return openings
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
