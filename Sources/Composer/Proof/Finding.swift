import Etiquette
import Text

/// Something that proofreading found, as data; the command line makes the sentences.
package struct Finding: Equatable, Sendable {
    package let what: What
    /// Where it stands; nil where something is missing, or the message as a whole is meant.
    package let place: Place?
    /// What to write at the place instead of what stands there, empty to take it out; nil where only the user knows.
    package let fix: String?

    /// - Parameters: see the properties of these names.
    package init(_ what: What, at place: Place? = nil, fix: String? = nil) {
        self.what = what
        self.place = place
        self.fix = fix
    }

    /// Where something stands in a message.
    package struct Place: Equatable, Sendable {
        /// Subject or body.
        package let part: Part
        /// Counted from 1; a subject has one.
        package let line: Int
        /// The first character of the passage, counted from 1 within its line.
        package let column: Int
        /// What stands there, as it is written; it may reach over the end of the line.
        package let passage: String

        /// - Parameters: see the properties of these names.
        package init(_ part: Part, line: Int, column: Int, passage: String) {
            self.part = part
            self.line = line
            self.column = column
            self.passage = passage
        }
    }

    /// A part of a message.
    package enum Part: String, Sendable {
        case subject, body
    }

    /// Why a topic can stand in no sentence, though it is none itself.
    package enum TopicFault: Equatable, Sendable {
        /// So many words, of which a sentence takes as many as `limit`.
        case long(words: Int, limit: Int)
        /// It has no letter of the letter's own script.
        case otherScript
        case link
        /// It begins with a sign, as a formula does.
        case mark(String)
    }

    /// What a finding does to the message.
    package enum Severity: String, Sendable {
        /// It can't be queued.
        case blocks
        /// The user is told.
        case warns
    }

    /// The name under which it is ignored and reported.
    package var code: Code { what.code }
    /// What it does to the message.
    package var severity: Severity { code.severity }
    /// Whether the user may set it aside for one message.
    package var canBeIgnored: Bool { code.canBeIgnored }

    /// Whether the user set it aside for its message.
    ///
    /// - Parameter waivers: what was set aside; a code alone, as older ledgers have it, covers everything of that code.
    package func isWaived(by waivers: Set<String>) -> Bool {
        canBeIgnored && (waivers.contains(waiver) || waivers.contains(code.rawValue))
    }

    /// What is remembered where the user sets it aside: its code with what it is about, so that a waiver covers what
    /// was known when it was given, and no other word.
    package var waiver: String { what.matter.map { "\(code.rawValue) \($0)" } ?? code.rawValue }
}

extension Finding {
    /// What was found. The texts are as they stand in the message, unless it is said otherwise.
    package enum What: Equatable, Sendable {
        /// `{{field}}` stands in the text.
        case unresolvedField(String)
        /// Something else that was meant to be replaced: `[name]`, `XXX`.
        case placeholder(String)
        case otherName(KnownName)
        /// The note of this panel member shares so many of so many sentences.
        case sameWords(as: String, shared: Int, of: Int)
        /// The note of this panel member has the same sentence of the sender's own.
        case sameSentence(as: String)
        /// A topic that no sentence can hold.
        case topicForm(TopicFault, String)
        case noTalkingPoint
        case length(words: Int, allowed: ClosedRange<Int>)
        case nameUnlikeAddress
        case nameUnsettled(NameDifference)
        case nameForm(NameForm)
        /// The name of somebody else that stands in it, and that nobody has settled.
        case othersNameForm(String, NameForm)
        case addressForm
        case possibleDouble(PossibleDouble)
        /// When the user had whoever has the address of the recipient forgotten.
        case forgottenBefore(Day)
        case emptySubject
        case emptyBody
        /// The sentence with the question mark.
        case asksAboutResult(String)
        /// The greeting as it stands, where the name or salutation was expected.
        case greetingMismatch(greeting: String, expected: String)
        /// What stands where the name of the recipient, or of the sender, was expected.
        case wrongName(String, expected: String)
        /// The name that was expected.
        case notSigned(expected: String)
        /// The first one of a part; `line` counts from 1.
        case badCharacter(Part, line: Int, scalar: UInt32)
        case tooLong(Part, characters: Int, limit: Int)
        /// A word that neither the dictionary nor the facts know.
        case misspelt(String)
        /// The word that stands twice in a row.
        case doubledWord(String)
        case twoSpaces
        /// A mark of the kind that is rarer in this message.
        case mixedQuotes(String)
        case exclamationMark
        /// Words in capitals.
        case capitals(String)
        /// A word that lacks its capital.
        case smallLetter(String)
        /// A mark that is missing, doubled or in the wrong place.
        case punctuation(String)
        /// A job, where another was expected.
        case otherRole(String, expected: String)
        case emoji(String)
        case longParagraph(words: Int, limit: Int)
        /// A date with a weekday that it does not have, or another day than that of the interview; `day` is the day that
        /// is meant.
        case wrongWeekday(String, day: Day)
        /// A phrase of a list of words, with the reason that the list gives.
        case phrase(Code, String, reason: String)
        /// None of the phrases of a list is there, of which there should be one, with the reason that the list gives.
        case lacking(Code, reason: String)
        /// The role or organisation that is not named, as the facts have it.
        case noRole(String), noOrganisation(String), subjectWithoutRole(String)
        /// The day on which the interview was.
        case noInterviewDate(Day)
        case severalQuestions(Int)

        /// The name under which it is ignored and reported.
        package var code: Code {
            switch self {
            case .unresolvedField, .placeholder: .unresolvedField
            case .otherName: .otherName
            case .sameWords: .sameWords
            case .sameSentence: .sameSentence
            case .topicForm: .topicForm
            case .noTalkingPoint: .noTalkingPoint
            case .length: .length
            case .nameUnlikeAddress: .nameUnlikeAddress
            case .nameUnsettled: .nameUnsettled
            case .nameForm, .othersNameForm: .nameForm
            case .addressForm: .addressForm
            case .possibleDouble(let double):
                switch double.doubt {
                case .meeting, .job: .sameMeeting
                case .person: .samePerson
                }
            case .forgottenBefore: .forgottenBefore
            case .emptySubject: .emptySubject
            case .emptyBody: .emptyBody
            case .asksAboutResult: .asksAboutResult
            case .greetingMismatch: .greetingMismatch
            case .wrongName: .wrongName
            case .notSigned: .notSigned
            case .badCharacter: .badCharacter
            case .tooLong: .tooLong
            case .misspelt: .spelling
            case .doubledWord: .doubledWord
            case .twoSpaces: .twoSpaces
            case .mixedQuotes: .mixedQuotes
            case .exclamationMark: .exclamation
            case .capitals: .capitals
            case .smallLetter: .smallLetter
            case .punctuation: .punctuation
            case .otherRole: .otherRole
            case .emoji: .emoji
            case .longParagraph: .longParagraph
            case .wrongWeekday: .wrongWeekday
            case .noRole: .noRole
            case .noOrganisation: .noOrganisation
            case .subjectWithoutRole: .subjectWithoutRole
            case .noInterviewDate: .noInterviewDate
            case .severalQuestions: .severalQuestions
            case .phrase(let code, _, _), .lacking(let code, _): code
            }
        }

        /// What a waiver of it is about; nil where the code says it all.
        var matter: String? {
            switch self {
            case .otherName(let name): name.text
            case .sameWords(let other, _, _), .sameSentence(let other): other
            case .topicForm(_, let text): text
            case .asksAboutResult(let text), .misspelt(let text), .doubledWord(let text), .capitals(let text),
                .wrongWeekday(let text, _), .wrongName(let text, _), .emoji(let text), .smallLetter(let text),
                .punctuation(let text), .otherRole(let text, _):
                text
            case .phrase(_, let text, _): text.lowercased()
            default: nil
            }
        }
    }
}
