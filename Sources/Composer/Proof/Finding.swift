import Etiquette

/// Something that proofreading found, as data; the command line makes the sentence.
public enum Finding: Equatable, Sendable {
    /// Spelt as `approve --ignore CODE` and other programs read it.
    public enum Code: String, Sendable, CaseIterable {
        /// A field without a value, or a placeholder, would be sent (rule `names-right`).
        case unresolvedField = "unresolved-field"
        /// The full name of somebody else, or of another organisation (rule `names-right`).
        case otherName = "other-name"
        /// Another note of this panel has the same words (rule `thank-each`).
        case sameWords = "same-words"
        /// The note is impersonal (rule `personal`).
        case noTalkingPoint = "no-talking-point"
        /// Shorter or longer than advice.md asks.
        case length
        /// The recipient's name and address look like two people's (rule `names-right`).
        case nameUnlikeAddress = "name-unlike-address"
        /// The recipient's name is spelt otherwise elsewhere, and nobody has said which is right (rule `names-right`).
        case nameUnsettled = "name-unsettled"
        case emptySubject = "empty-subject"
        case emptyBody = "empty-body"
        /// A thank-you asks something (advice.md: no question about the result).
        case asksAboutResult = "asks-about-result"
        /// The greeting is not the recipient's.
        case greetingMismatch = "greeting-mismatch"
        /// The sender's full name does not stand in it.
        case notSigned = "not-signed"
        /// A control, direction-changing or zero-width character.
        case badCharacter = "bad-character"
        /// Far longer than a letter: something was pasted by mistake.
        case tooLong = "too-long"

        /// What it does to the message.
        public var severity: Severity {
            switch self {
            case .unresolvedField, .otherName, .sameWords, .nameUnsettled, .emptySubject, .emptyBody,
                .badCharacter, .tooLong:
                .blocks
            case .noTalkingPoint, .length, .nameUnlikeAddress, .asksAboutResult, .greetingMismatch,
                .notSigned:
                .warns
            }
        }

        /// Whether the user may set it aside for one message. What no reader could take for intended can't be.
        public var canBeIgnored: Bool {
            switch self {
            // It is settled once for the person, not for one message.
            case .nameUnsettled: false
            case .unresolvedField, .emptySubject, .emptyBody, .badCharacter, .tooLong: false
            default: true
            }
        }
    }

    /// What a finding does to the message.
    public enum Severity: Sendable {
        /// It can't be queued.
        case blocks
        /// The user is told.
        case warns
    }

    /// Where something stands.
    public enum Part: String, Sendable {
        case subject, body
    }

    /// `{{field}}` stands in the text.
    case unresolvedField(String)
    /// Something else that was meant to be replaced: `[name]`, `XXX`.
    case placeholder(String)
    case otherName(KnownName)
    /// The note of this panel member shares so many of so many sentences.
    case sameWords(as: String, shared: Int, of: Int)
    case noTalkingPoint
    case length(words: Int, allowed: ClosedRange<Int>)
    case nameUnlikeAddress
    case nameUnsettled(NameDifference)
    case emptySubject
    case emptyBody
    /// The sentence with the question mark.
    case asksAboutResult(String)
    /// The greeting as it stands, where the name or salutation was expected.
    case greetingMismatch(greeting: String, expected: String)
    /// The name that was expected.
    case notSigned(expected: String)
    /// The first one of a part; `line` counts from 1.
    case badCharacter(Part, line: Int, scalar: UInt32)
    case tooLong(Part, characters: Int, limit: Int)

    /// The name under which it is ignored and reported.
    public var code: Code {
        switch self {
        case .unresolvedField, .placeholder: .unresolvedField
        case .otherName: .otherName
        case .sameWords: .sameWords
        case .noTalkingPoint: .noTalkingPoint
        case .length: .length
        case .nameUnlikeAddress: .nameUnlikeAddress
        case .nameUnsettled: .nameUnsettled
        case .emptySubject: .emptySubject
        case .emptyBody: .emptyBody
        case .asksAboutResult: .asksAboutResult
        case .greetingMismatch: .greetingMismatch
        case .notSigned: .notSigned
        case .badCharacter: .badCharacter
        case .tooLong: .tooLong
        }
    }

    /// What it does to the message.
    public var severity: Severity { code.severity }
    /// Whether the user may set it aside for one message.
    public var canBeIgnored: Bool { code.canBeIgnored }
}
