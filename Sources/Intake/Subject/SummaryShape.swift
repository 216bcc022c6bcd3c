import Foundation

/// A summary taken apart at the marks that people put between its parts.
struct SummaryShape {
    let segments: [String]
    /// `City Library <> Ada Example`: a meeting of the user with somebody, who is named.
    let isBetweenTwo: Bool

    init(_ text: String, known: Acquaintance) {
        var parts = [text]
        for mark in Self.betweenTwo { parts = parts.flatMap { Self.split($0, at: mark) } }
        let areTwo = parts.count > 1
        for mark in Self.marks { parts = parts.flatMap { Self.split($0, at: mark) } }
        // `Ada Example and Jane Okafor`, as Calendly writes it, or `Ada Example, Data Analyst`: apart only where one of
        // them takes part.
        for mark in [" and ", ", "] {
            parts = parts.flatMap { part in
                let pieces = Self.split(part, at: mark)
                return pieces.contains(where: known.isPerson) ? pieces : [part]
            }
        }
        segments = parts
        isBetweenTwo = areTwo && parts.contains(where: known.isMe)
    }

    private static let betweenTwo = ["<>", "<->", "<=>", "↔", "⇄", " x ", " X ", " // ", " / "]
    private static let marks = [": ", " - ", " – ", " — ", " | ", " • ", " · ", " ~ ", "|", " (", ")"]

    private static func split(_ text: String, at mark: String) -> [String] {
        text.components(separatedBy: mark).map { $0.trimmingCharacters(in: .whitespaces) }.filter {
            !$0.isEmpty
        }
    }

    /// What calendars and mail programs put before a summary.
    static func withoutPrefix(_ text: String) -> String {
        var rest = text
        while let prefix = prefixes.first(where: { rest.lowercased().hasPrefix($0) }) {
            rest = rest.dropFirst(prefix.count).trimmingCharacters(in: .whitespaces)
        }
        return rest
    }

    private static let prefixes = [
        "invitation:", "updated invitation:", "invitation from", "canceled event:", "cancelled event:",
        "canceled:", "cancelled:", "accepted:", "tentative:", "updated:", "rescheduled:", "confirmed:", "fw:",
        "fwd:", "re:", "wg:", "[external]", "[ext]", "hold:", "placeholder:",
    ]
}

/// One segment: `Interview with City Library for Data Analyst at …`.
struct SegmentParts {
    /// Behind `at`.
    let at: String?
    /// Behind `for`.
    let about: String?
    /// Behind `with`.
    let with: String?
    /// What stands before all of them.
    var rest: [String]

    init(_ segment: String) {
        var text = segment
        at = Self.cut(&text, at: [" at ", " @ "])
        about =
            Self.cut(&text, at: [" for the ", " for our ", " for a ", " for an ", " for "])
            ?? Self.behind("for the ", text) ?? Self.behind("for ", text)
        if about != nil, text.lowercased().hasPrefix("for ") { text = "" }
        with = Self.cut(&text, at: [" with "]) ?? Self.behind("with ", text)
        if with != nil, text.lowercased().hasPrefix("with ") { text = "" }
        rest = text.isEmpty ? [] : [text]
    }

    /// `Data Analyst` of `the Data Analyst role`.
    static func bareRole(_ text: String) -> String {
        let edges = CharacterSet(charactersIn: " ,;:.-–—|\"'“”*")
        var role = withoutRequisition(text.trimmingCharacters(in: edges)).trimmingCharacters(in: edges)
        for article in ["the ", "our ", "a ", "an "] where role.lowercased().hasPrefix(article) {
            role = String(role.dropFirst(article.count))
            break
        }
        for kind in ["role of ", "position of ", "post of ", "role: ", "position: ", "post: "]
        where role.lowercased().hasPrefix(kind) {
            role = String(role.dropFirst(kind.count))
            break
        }
        for noun in [" role", " position", " vacancy", " opening", " post", " interview"]
        where role.lowercased().hasSuffix(noun) {
            role = String(role.dropLast(noun.count))
            break
        }
        return role
    }

    /// Without the number under which a program keeps the vacancy: `Ward Clerk` of `R-0012345 Ward Clerk`.
    private static func withoutRequisition(_ text: String) -> String {
        // A year is no such number.
        let before = /^[\[(]?(?:(?:JR|REQ|R|ID|#)[-_ #]?\d{3,}|\d{5,})[\])]?[-–—:|\s]+/.ignoresCase()
        let behind = /[-–—:|\s\[(]+(?:(?:JR|REQ|R|ID|#)[-_ #]?\d{3,}|\d{5,})[\])]?$/.ignoresCase()
        return text.replacing(before, with: "").replacing(behind, with: "")
    }

    /// Takes the first of these words with what follows off the end.
    private static func cut(_ text: inout String, at marks: [String]) -> String? {
        for mark in marks {
            guard let range = text.range(of: mark, options: .caseInsensitive) else { continue }
            let tail = text[range.upperBound...].trimmingCharacters(in: .whitespaces)
            text = text[..<range.lowerBound].trimmingCharacters(in: .whitespaces)
            return tail.isEmpty ? nil : tail
        }
        return nil
    }

    private static func behind(_ word: String, _ text: String) -> String? {
        text.lowercased().hasPrefix(word) ? String(text.dropFirst(word.count)) : nil
    }
}
