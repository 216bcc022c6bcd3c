/// Something that somebody meant to replace and did not.
package struct Placeholder: Hashable, Sendable {
    /// As it stands there, shortened.
    package let text: String
    /// The name between double braces, where it is one of a template.
    package let field: String?
}

/// Finds what somebody meant to replace and did not.
package enum Placeholders {
    /// Words that stand between brackets only in a form letter; where all of them are such, it is a placeholder.
    private static let formWords: Set<String> = [
        "name", "names", "first", "last", "full", "family", "given", "surname", "company", "organisation",
        "organization", "employer", "role", "job", "title", "position", "post", "date", "day", "time",
        "interview", "interviewer", "interviewers", "interviewdate", "recipient", "sender", "salutation",
        "signature", "talking", "point", "talkingpoint", "topic", "subject", "your", "my", "their", "the",
        "of", "insert", "here", "hiring", "manager", "address", "email", "firstname", "lastname",
        "fullname", "companyname", "jobtitle", "project", "team", "department", "product", "skill", "thing",
        "xx", "thema", "firma", "unternehmen", "stelle", "datum", "ansprechpartner", "ort", "anrede",
        "vorname",
        "nachname", "hier", "einfügen",
    ]
    private static let brackets: [Character: Character] = ["[": "]", "<": ">", "{": "}", "«": "»"]

    /// Those of a text, each once, in its order.
    package static func found(in text: String) -> [Placeholder] {
        guard mayHold(text.utf8) else { return [] }
        var found: [Placeholder] = []
        var rest = text[...]
        while let character = rest.first {
            let word = rest.prefix { $0.isLetter || $0.isNumber }
            let match = word.isEmpty ? mark(at: rest, character) : crosses(word)
            if let match, !found.contains(match.placeholder) { found.append(match.placeholder) }
            // A word is stepped over as a whole, so that the X's within a name are left alone.
            rest = rest.dropFirst(match?.length ?? max(1, word.count))
        }
        return found
    }

    /// A quick look, since most texts hold nothing like a placeholder: one of its marks, or two X's in a row.
    private static func mayHold(_ text: String.UTF8View) -> Bool {
        var previous: UInt8 = 0
        for byte in text {
            if byte.isPlaceholderMark { return true }
            if byte | 0x20 == UInt8(ascii: "x"), previous | 0x20 == UInt8(ascii: "x") { return true }
            previous = byte
        }
        return false
    }

    private static func mark(at rest: Substring, _ character: Character) -> (
        placeholder: Placeholder, length: Int
    )? {
        switch character {
        case "{", "}": braces(rest) ?? bracketed(rest, opener: character)
        case "[", "<", "«": bracketed(rest, opener: character)
        case "_": run(rest.prefix { $0 == "_" })
        case "%": percents(rest)
        default: nil
        }
    }

    /// `{{name}}`, or a pair of braces alone.
    private static func braces(_ rest: Substring) -> (placeholder: Placeholder, length: Int)? {
        guard rest.hasPrefix("{{") else {
            return rest.hasPrefix("}}") ? (Placeholder("}}"), 2) : nil
        }
        let line = rest.prefix { $0 != "\n" }
        guard let end = line.range(of: "}}") else { return (Placeholder("{{"), 2) }
        let whole = line[..<end.upperBound]
        let name = String(whole.dropFirst(2).dropLast(2).trimmingSpaces())
        return (Placeholder(whole, field: name), whole.count)
    }

    /// `%COMPANY%`.
    private static func percents(_ rest: Substring) -> (placeholder: Placeholder, length: Int)? {
        let name = rest.dropFirst().prefix { $0.isLetter || $0 == "_" }
        guard !name.isEmpty, rest[name.endIndex...].first == "%" else { return nil }
        return (Placeholder(rest[...name.endIndex]), name.count + 2)
    }

    /// `[your name]`, `<company>`.
    private static func bracketed(_ rest: Substring, opener: Character) -> (
        placeholder: Placeholder, length: Int
    )? {
        guard let closer = brackets[opener], let end = rest.prefix(60).firstIndex(of: closer) else {
            return nil
        }
        let words = Words.tokens(of: rest[..<end].lowercased())
        let isForm =
            words.first == "insert" || words.allSatisfy { formWords.contains($0) || isCrosses($0[...]) }
        guard !words.isEmpty, isForm else { return nil }
        let whole = rest[...end]
        return (Placeholder(whole), whole.count)
    }

    /// `XXX`.
    private static func crosses(_ word: Substring) -> (placeholder: Placeholder, length: Int)? {
        isCrosses(word) ? (Placeholder(word), word.count) : nil
    }

    private static func isCrosses(_ word: Substring) -> Bool {
        word.utf8.count >= 3 && word.utf8.allSatisfy { $0 | 0x20 == UInt8(ascii: "x") }
    }

    /// `____`, a gap to fill in.
    private static func run(_ run: Substring) -> (placeholder: Placeholder, length: Int)? {
        run.count >= 3 ? (Placeholder(run), run.count) : nil
    }
}

extension Placeholder {
    fileprivate init(_ text: Substring, field: String? = nil) {
        (self.text, self.field) = (String(text.prefix(60)), field)
    }
}

extension UInt8 {
    /// A brace, an opening bracket, an underscore, a per cent sign, or the first byte of « in UTF-8.
    fileprivate var isPlaceholderMark: Bool {
        switch self {
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "<"), UInt8(ascii: "_"),
            UInt8(ascii: "%"), 0xC2:
            true
        default: false
        }
    }
}
