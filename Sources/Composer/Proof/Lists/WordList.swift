import Etiquette
import Text

/// What a file of words says: phrases that do not belong in a message, or of which there should be one, and why.
///
/// A `PhraseFile` of patterns (`PhrasePattern`). `Because:` gives the reason that is shown for the phrases below it, `For:`
/// the kinds of message that they are meant for, `Let: things = a|b` a name for words, which stand below it as `@things`;
/// ` -> ` is followed by what to write instead, in which
/// `$2` is the second word as it stands in the text.
struct WordList: Equatable, Sendable {
    struct Phrase: Equatable, Sendable {
        let pattern: PhrasePattern
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
        var named: [Substring: Substring] = [:]
        for line in PhraseFile(text).lines {
            let entry = line.text[...]
            if let pair = entry.value(of: "Let:")?.split(separator: "=", maxSplits: 1) {
                guard pair.count == 2 else { throw .noPhrase(file: file, line: line.number) }
                named[pair[0].trimmingSpaces()] = pair[1].trimmingSpaces()
            } else if let text = entry.value(of: "Because:") {
                reason = String(text)
            } else if let names = entry.value(of: "For:") {
                guard let read = Self.kinds(names) else { throw .unknownKind(file: file, line: line.number) }
                kinds = read
            } else {
                let parts = entry.parted(at: "->")
                let fix = parts.map { String($0.behind.trimmingSpaces()) }
                let patterns = PhrasePattern.all(in: parts?.before ?? entry, named: named)
                guard !patterns.isEmpty else { throw .noPhrase(file: file, line: line.number) }
                phrases += patterns.map { Phrase(pattern: $0, reason: reason, fix: fix, kinds: kinds) }
            }
        }
        (self.code, self.phrases, self.reason, self.kinds) = (code, phrases, reason, kinds)
    }

    private static func kinds(_ text: Substring) -> Set<FollowUp.Kind>? {
        let kinds = text.split(separator: ",").map { FollowUp.Kind(rawValue: String($0.trimmingSpaces())) }
        return kinds.isEmpty || kinds.contains(nil) ? nil : Set(kinds.compactMap(\.self))
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

    /// The path of the file at fault.
    package var file: String {
        switch self {
        case .unknownList(let file), .noPhrase(let file, _), .unknownKind(let file, _): file
        case .unreadable(let problem): problem.file
        }
    }
}

extension Substring {
    /// What follows a key at the beginning of a line.
    func value(of key: String) -> Substring? {
        hasPrefix(key) ? dropFirst(key.count).trimmingSpaces() : nil
    }
}
