import Composer
import Etiquette

/// The parts of what is said about a finding, for a list, an editor, or other programs.
extension Wording {
    /// `line 3, column 5`, or `subject, column 5`; nil where it has no place.
    package static func place(of finding: Finding) -> String? {
        finding.place.map { place in
            place.part == .subject
                ? "subject, column \(place.column)" : "line \(place.line), column \(place.column)"
        }
    }

    /// What was found, without a full stop.
    package static func what(_ finding: Finding) -> String {
        content(finding.what) ?? setting(finding.what)
    }

    private static func content(_ what: Finding.What) -> String? {
        switch what {
        case .unresolvedField(let field): "the field {{\(shown(field, limit: 60))}} has no value"
        case .placeholder(let text): "\(quoted(text)) looks like a placeholder"
        case .otherName(let name):
            "it names \(quoted(name.text)), \(name.bearer == .person ? "a person" : "an organisation") known from elsewhere"
        case .sameWords(let other, let shared, let all):
            "it shares \(shared) of \(all) sentences with the note to \(shown(other, limit: 60))"
        case .sameSentence(let other):
            "the note to \(shown(other, limit: 60)) has the same sentence of your own"
        case .topicForm(_, let text): "\(quoted(text)) does not fit into a sentence"
        case .noTalkingPoint: "nothing personal yet: add something you talked about"
        case .length(let words, _): "it has \(words) words"
        case .nameUnlikeAddress: "the name does not resemble the address"
        case .nameUnsettled(let difference):
            "the name \(quoted(difference.person.name)) is also spelt \(quoted(difference.other)), \(place(of: difference))"
        case .nameForm(let form): "the recipient's name \(predicate(of: form))"
        case .othersNameForm(let name, let form): "the name \(quoted(name)) \(predicate(of: form))"
        case .addressForm: "the recipient's address has no dot after the @"
        case .possibleDouble(let double): Self.what(double)
        case .forgottenBefore(let day):
            "you had whoever has this address forgotten on \(TimeWording.text(day)), and may have written to them before"
        case .emptySubject: "the subject is empty"
        case .emptyBody: "the text is empty"
        case .asksAboutResult(let sentence): "a thank-you should ask nothing: \(quoted(sentence))"
        case .greetingMismatch(let greeting, let expected):
            "it greets with \(quoted(greeting)), but goes to \(quoted(expected))"
        case .notSigned(let expected): "it is not signed with your full name, \(quoted(expected))"
        case .badCharacter(let part, let line, let scalar):
            "line \(line) of the \(part.rawValue) holds U+\(String(scalar, radix: 16, uppercase: true))"
        case .tooLong(let part, let characters, _): "the \(part.rawValue) has \(characters) characters"
        case .wrongName(let name, let expected): "\(quoted(name)) is where \(quoted(expected)) should be"
        case .otherRole(let role, let expected):
            "\(quoted(role)) is not the job that the interview was for, \(quoted(expected))"
        case .noRole(let role): "the role, \(quoted(role)), is not mentioned"
        case .noOrganisation(let name): "the organisation, \(quoted(name)), is not mentioned"
        case .subjectWithoutRole(let role): "the subject does not mention the role, \(quoted(role))"
        case .noInterviewDate: "the day of the interview is not mentioned"
        case .severalQuestions(let count): "it asks \(count) questions"
        default: nil
        }
    }

    private static func setting(_ what: Finding.What) -> String {
        switch what {
        case .misspelt(let word): "\(quoted(word)) is not in the dictionary"
        case .doubledWord(let word): "\(quoted(word)) is there twice"
        case .twoSpaces: "two spaces in a row"
        case .mixedQuotes(let mark):
            "\(shown(mark)) is a different kind from the other quotation marks and apostrophes"
        case .exclamationMark: "an exclamation mark"
        case .capitals(let text): "\(quoted(text)) is in capitals"
        case .smallLetter(let word): "\(quoted(word)) should begin with a capital"
        case .punctuation(let text): "the punctuation in \(quoted(text)) is not right"
        case .emoji(let text): "\(shown(text)) does not belong in a letter"
        case .longParagraph(let words, _): "a paragraph of \(words) words"
        case .wrongWeekday(let text, let day): "\(quoted(text)) is not the same day as \(day)"
        case .phrase(let code, let text, _): "\(quoted(text)) \(judgement(of: code))"
        case .lacking(let code, _): absence(of: code)
        default: what.code.rawValue
        }
    }

    private static func judgement(of code: Finding.Code) -> String {
        switch code {
        case .reproach: "sounds reproachful"
        case .pleading: "sounds like pleading"
        case .flattery: "sounds like flattery"
        case .slang: "is slang"
        case .cliche: "sounds like a form letter"
        case .money: "is about money"
        case .slip: "looks like a slip"
        case .grammar: "does not fit together"
        case .otherChannel: "announces something other than a letter"
        case .complaint: "runs down an employer"
        case .topicSentence: "can't follow “about”"
        case .topicPerson: "speaks of them as if they were somebody else"
        case .impatience: "sounds impatient"
        case .secondPitch: "sounds like a second sales pitch"
        case .dispute: "sounds like arguing"
        case .otherCandidates: "asks about the other candidates"
        case .asksAboutResult: "asks about the result"
        case .missingLink: "mentions a link, but there is none"
        case .missingAttachment: "mentions an attachment, but none is sent"
        default: code.rawValue
        }
    }

    private static func absence(of code: Finding.Code) -> String {
        switch code {
        case .noThanks: "there is no thank-you"
        case .noInterest: "it says nothing about your interest"
        case .noQuestion: "it does not ask its question"
        case .noFeedbackWish: "it does not say that feedback is welcome"
        case .noWayOut: "it does not make it easy to say no"
        default: code.rawValue
        }
    }

    /// What to do, without a full stop: the text to write instead where there is one; nil where only the user knows.
    package static func remedy(_ finding: Finding) -> String? {
        switch finding.code {
        case .topicSentence, .topicForm:
            return "name what you talked about: “the new rota”, “how you plan it”"
        case .sameSentence: return "say something else to one of the two"
        default: break
        }
        guard let fix = finding.fix else { return nil }
        if fix.isEmpty { return "take it out" }
        return switch finding.what {
        case .twoSpaces: "leave one"
        case .doubledWord: "leave one"
        case .exclamationMark: "a full stop will do"
        case .misspelt: "perhaps \(quoted(fix))"
        default: "write \(quoted(fix))"
        }
    }
}
