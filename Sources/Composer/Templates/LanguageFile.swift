import Text

/// The file that tells of a language, read: `key: value` a line, `#` begins a comment. What a value means is for who asks.
struct LanguageFile: Sendable {
    enum Key: String, CaseIterable, Sendable {
        case date, weekdays, months, articles, near, ordinals, interview, on, and, you, small, names, opening
        case thankYou = "thank-you"
        case decisionStatus = "decision-status"
        case feedbackRequest = "feedback-request"
        case definite, ends, begins, leading, links, named, without, forms, rest, joined
        case terms, behind, units, grades, ranks, plurals, complete, noun, indefinite, initials, joints, spelt
        case titles, familiar
        case firstName = "first-name"

        /// A language may have no articles, and of the rest less is found in its texts.
        var isNeeded: Bool { self == .date || self == .weekdays || self == .months }
    }

    /// Keys of earlier releases, in files that somebody may have copied: passed over.
    private static let former: Set<String> = ["team"]

    private var values: [Key: (text: String, line: Int)] = [:]
    /// As it is named in what is said of its faults.
    private let name: String

    /// Of a language that has told nothing.
    static let empty = LanguageFile(name: "")

    private init(name: String) { self.name = name }

    /// - Parameter name: of the file of which this is the text.
    init(_ text: String, name: String) throws(TemplateProblem) {
        self.init(name: name)
        for (index, line) in text.lines.enumerated() {
            let line = line.trimmingSpaces()
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2, Self.former.contains(String(parts[0])) { continue }
            guard parts.count == 2, let key = Key(rawValue: String(parts[0])), values[key] == nil else {
                throw .badLanguage(file: name, line: index + 1, .line)
            }
            values[key] = (String(parts[1].trimmingSpaces()), index + 1)
        }
        for key in Key.allCases where key.isNeeded && values[key] == nil {
            throw .badLanguage(file: name, line: 1, .missing(key.rawValue))
        }
    }

    /// Whether it tells of this.
    func has(_ key: Key) -> Bool { values[key] != nil }

    /// The whole value; empty where there is none.
    func text(_ key: Key) -> String { values[key]?.text ?? "" }

    /// A list with commas, each name in all its spellings, with bars between them.
    func spellings(_ key: Key) -> [[String]] { Self.spellings(text(key)) }

    static func spellings(_ text: String) -> [[String]] {
        text.split(separator: ",", omittingEmptySubsequences: false).map {
            $0.split(separator: "|", omittingEmptySubsequences: false).map { String($0.trimmingSpaces()) }
        }
    }

    /// All of them in a row.
    func words(_ key: Key) -> [String] { spellings(key).joined().filter { !$0.isEmpty } }

    func set(_ key: Key) -> Set<String> { Set(words(key)) }

    /// As many names as there have to be, none of them empty; none at all where the language may leave them out.
    func names(_ key: Key, _ count: Int) throws(TemplateProblem) -> [[String]] {
        if !key.isNeeded, !has(key) { return [] }
        let names = spellings(key)
        guard names.count == count, !names.joined().contains("") else {
            throw fault(.names(expected: count), at: key)
        }
        return names
    }

    /// What is wrong with the value of a key, and in which line that stands.
    func fault(_ fault: Language.Fault, at key: Key) -> TemplateProblem {
        .badLanguage(file: name, line: values[key]?.line ?? 1, fault)
    }
}
