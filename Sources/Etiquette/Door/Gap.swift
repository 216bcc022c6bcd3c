import Text

/// A text that only marks where something is still to be written, as forms, examples and spreadsheets have it: it may
/// never stand in a letter (rule `names-right`).
package enum Gap {
    /// Whether a text can't be the name of who signs: anybody may sign as they like, but not as an example has it.
    package static func isUnsigned(_ text: String) -> Bool {
        let plain = Words.tokens(of: text).joined(separator: " ").lowercased()
        return text.contains("…") || !Placeholders.found(in: text).isEmpty || unsigned.contains(plain)
    }

    /// Whether a text, without white space at its ends, is one where this field is asked for.
    static func isOne(_ text: String, in field: Field) -> Bool {
        guard field.isSaid else { return false }
        if text.allSatisfy({ $0.isPunctuation || $0.isWhitespace || $0.isASCII && $0.isSymbol }) {
            return true
        }
        if hasEllipsis(text, in: field) { return true }
        // Within a sentence it is found when the letter is read.
        if let found = Placeholders.found(in: text).first, !field.isTold || found.text == text { return true }
        let words = Words.tokens(of: text).joined(separator: " ")
        if field.isTold, examples.contains(words) { return true }
        let plain = words.lowercased()
        return anywhere.contains(plain) || gaps(in: field).contains(plain)
    }

    /// A name with its end left out, or the beginning of a sentence as a question has it: "our conversation about …".
    private static func hasEllipsis(_ text: String, in field: Field) -> Bool {
        guard text.contains("…") || text.contains("...") else { return false }
        guard field.isTold else { return true }
        return Words.tokens(of: text).last?.lowercased() == "about"
    }

    private static func gaps(in field: Field) -> Set<String> {
        switch field {
        case .name, .salutation: people
        case .organisation, .organisationAs: organisations
        case .role, .roleShort: roles
        case .talkingPoint, .ownSentence: topics
        case .note, .subject: []
        }
    }

    /// Asked with the words in small letters, single spaces between them: "n/a" is two of them.
    private static let anywhere: Set<String> = [
        "tbc", "tbd", "tba", "tbn", "n a", "n k", "not applicable", "not known", "unknown", "to be confirmed",
        "to be announced", "to be decided", "to be determined", "to be advised", "what", "xx", "todo",
        "fixme", "placeholder", "fill in", "fill me in", "insert here", "lorem ipsum", "null", "undefined",
        "none", "name", "names", "your name", "blank",
    ]

    private static let unsigned: Set<String> = [
        "your name", "my name", "full name", "your full name", "name surname", "first last",
        "first name last name", "who", "what", "tbc", "tbd", "tba", "n a", "unknown",
    ]

    private static let people: Set<String> = [
        "who", "whom", "full name", "first name", "last name", "surname", "family name", "given name",
        "their name", "my name", "the name", "name surname", "first last", "firstname", "lastname",
        "firstname lastname", "first name last name", "role", "organisation", "organization", "company",
        "person", "people", "somebody", "someone", "anybody", "nobody", "no name", "no one", "text",
        "address", "contact", "contact name",
    ]

    private static let organisations: Set<String> = [
        "organisation", "organization", "company", "employer", "organisation name", "organization name",
        "company name", "employer name", "name of organisation", "name of company", "your organisation",
        "your company", "role", "nan",
    ]

    private static let roles: Set<String> = [
        "who", "role", "job", "job title", "position", "title", "role name", "your role", "organisation",
        "nan",
    ]

    private static let topics: Set<String> = [
        "who", "topic", "topics", "the topic", "talking point", "something", "something we talked about",
        "nil", "nan",
    ]

    /// The words that stand for another in what the program prints.
    private static let examples: Set<String> = [
        "WHO", "WHAT", "NAME", "ROLE", "ORGANISATION", "SENTENCE", "TOPIC", "TEXT", "PERSON", "DATE", "TIME",
        "ADDRESS", "NUMBER",
    ]
}

extension Field {
    /// Its words come to stand in a letter.
    fileprivate var isSaid: Bool { self != .note && self != .subject }

    /// It is a part of a sentence, or a whole one.
    fileprivate var isTold: Bool { self == .talkingPoint || self == .ownSentence }
}
