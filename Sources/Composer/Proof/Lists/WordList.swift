import Etiquette
import Text

/// What a file of words says: phrases that do not belong in a message, or of which there should be one, and why.
///
/// A line is a phrase, `#` begins a comment. `Because:` gives the reason that is shown for the phrases below it, `For:`
/// the kinds of message that they are meant for. In a phrase `a|b` is either word, `(a)` one that may be missing,
/// `begin*` a word with that beginning, `…` one word of any kind; ` -> ` is followed by what to write instead, in which
/// `$2` is the second word as it stands in the text.
struct WordList: Equatable, Sendable {
    /// What a word of the text has to be.
    enum Element: Equatable, Sendable {
        /// One of these, by their hashes.
        case word([UInt64])
        case beginning([UInt8])
        case any
    }

    struct Phrase: Equatable, Sendable {
        let elements: [Element]
        let reason: String
        let fix: String?
        let kinds: Set<FollowUp.Kind>
    }

    /// The fix of a phrase that is right, though a shorter one in it would be found.
    static let asItStands = "$1"

    let code: Finding.Code
    let phrases: [Phrase]
    /// The reason that stands last, for what is missing.
    let reason: String
    let kinds: Set<FollowUp.Kind>

    /// Reads the text of `file`.
    init(code: Finding.Code, text: String, file: String) throws(WordListProblem) {
        var (reason, kinds) = ("", Set(FollowUp.Kind.allCases))
        var phrases: [Phrase] = []
        for (number, line) in text.lines.enumerated() {
            let line = line.trimmingSpaces()
            if line.isEmpty || line.hasPrefix("#") { continue }
            if let text = line.value(of: "Because:") {
                reason = String(text)
            } else if let names = line.value(of: "For:") {
                guard let read = Self.kinds(names) else { throw .unknownKind(file: file, line: number + 1) }
                kinds = read
            } else {
                let found = Self.phrases(line, reason: reason, kinds: kinds)
                guard !found.isEmpty else { throw .noPhrase(file: file, line: number + 1) }
                phrases += found
            }
        }
        (self.code, self.phrases, self.reason, self.kinds) = (code, phrases, reason, kinds)
    }

    private static func kinds(_ text: Substring) -> Set<FollowUp.Kind>? {
        let kinds = text.split(separator: ",").map { FollowUp.Kind(rawValue: String($0.trimmingSpaces())) }
        return kinds.isEmpty || kinds.contains(nil) ? nil : Set(kinds.compactMap(\.self))
    }

    /// The phrase with and without each word that may be missing; none where its form is not the one described.
    private static func phrases(_ line: Substring, reason: String, kinds: Set<FollowUp.Kind>) -> [Phrase] {
        let parts = line.split(separator: "->", maxSplits: 1, omittingEmptySubsequences: false)
        let fix = parts.count > 1 ? String(parts[1].trimmingSpaces()) : nil
        var all: [[Element]] = [[]]
        for token in parts[0].split(separator: " ") {
            let isOptional = token.hasPrefix("(") && token.hasSuffix(")")
            guard let elements = elements(isOptional ? token.dropFirst().dropLast() : token) else {
                return []
            }
            all = (isOptional ? all : []) + all.map { $0 + elements }
        }
        return all.filter { !$0.isEmpty }
            .map { Phrase(elements: $0, reason: reason, fix: fix, kinds: kinds) }
    }

    private static func elements(_ token: Substring) -> [Element]? {
        if token == "…" { return [.any] }
        if token.hasSuffix("*") {
            let beginning = TokenizedText(String(token.dropLast()))
            return beginning.words.count == 1 && beginning.folded.count > 2
                ? [.beginning(beginning.folded)] : nil
        }
        let choices = token.split(separator: "|").map { TokenizedText(String($0)).words.map(\.hash) }
        if choices.count == 1 { return choices[0].isEmpty ? nil : choices[0].map { .word([$0]) } }
        guard choices.allSatisfy({ $0.count == 1 }) else { return nil }
        return [.word(choices.flatMap(\.self))]
    }
}

/// Why lists of words can't be used, as data; the command line makes the sentence. Lines count from 1.
package enum WordListProblem: Error, Equatable, Sendable {
    /// The name of the file is the code of no finding that a list decides.
    case unknownList(file: String)
    /// A line that holds no phrase of the documented form.
    case noPhrase(file: String, line: Int)
    /// `For:` names something that is no kind of message.
    case unknownKind(file: String, line: Int)
    /// The file can't be read, or is no text.
    case unreadable(TemplateProblem)
}

extension Substring {
    /// What follows a key at the beginning of a line.
    func value(of key: String) -> Substring? {
        hasPrefix(key) ? dropFirst(key.count).trimmingSpaces() : nil
    }
}
