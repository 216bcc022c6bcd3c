import Composer

/// Why something that was found matters, as the advice has it.
extension Wording {
    /// What is missing to look up how words are spelt, with the package that brings it.
    package static func text(_ lack: ProofLanguage.Lack) -> String {
        switch lack {
        case .dictionary(let language):
            "spelling is not checked: install the package hunspell-\(shown(language.lowercased(), limit: 60))."
        }
    }

    /// Without a full stop. What comes from a list of words has the reason of that list.
    package static func why(_ finding: Finding) -> String {
        switch finding.what {
        case .phrase(_, _, let reason), .lacking(_, let reason):
            reason.isEmpty ? generalReason(finding.code) : reason
        case .topicForm(let fault, _): why(fault)
        case .length(_, let allowed): "\(allowed.lowerBound) to \(allowed.upperBound) read best"
        case .tooLong(_, _, let limit): "too long for a letter: at most \(limit)"
        case .longParagraph(_, let limit): "long paragraphs are skipped on a phone: at most \(limit) words"
        default: generalReason(finding.code)
        }
    }

    private static func generalReason(_ code: Finding.Code) -> String { ofContent(code) ?? ofForm(code) }

    private static func ofContent(_ code: Finding.Code) -> String? {
        switch code {
        case .otherName: "a letter that names somebody else reads like one that was meant for them"
        case .sameWords, .sameSentence: "members of a panel show each other their notes"
        case .noTalkingPoint: "a personal note shows something of you as a person"
        case .addressForm: "mail to it reaches nobody outside your own network"
        case .nameUnlikeAddress, .nameUnsettled, .nameForm: "a misspelt name is the first thing people notice"
        case .sameMeeting, .samePerson: "the same letter twice reads like a mistake"
        case .forgottenBefore: "nobody can look up any more what you wrote to them before"
        case .asksAboutResult: "a thank-you only thanks; the question can wait two weeks"
        case .greetingMismatch: "the reader looks for their own name first"
        case .notSigned: "the reader may have met several people that day"
        case .otherRole: "a letter about another job reads like one that was meant for somebody else"
        case .otherChannel: "a call, a visit or a request on a social network is unwelcome after an interview"
        case .complaint: "the reader wonders what you will say about them one day"
        case .noRole, .subjectWithoutRole: "they may be filling several roles"
        case .noOrganisation: "interest in the role alone could be meant for anybody"
        case .noInterviewDate: "it tells them which interview is meant"
        case .severalQuestions: "one plain question gets an answer; several are put off"
        case .wrongWeekday: "a reader who looks it up will wonder which of the two is wrong"
        case .topicSentence: "the letter has “about” before it"
        case .topicPerson: "the letter goes to that person"
        case .wrongName: "a letter with a wrong name reads like one that was meant for somebody else"
        case .missingLink, .missingAttachment: "something announced and missing looks careless"
        default: nil
        }
    }

    private static func ofForm(_ code: Finding.Code) -> String {
        switch code {
        case .unresolvedField: "it would be sent as it stands"
        case .emptySubject: "a mail without a subject is taken for spam"
        case .emptyBody: "there is nothing to send"
        case .badCharacter: "it can't be seen, and may change what is shown"
        case .tooLong: "something was pasted by mistake"
        case .length: "a short letter is read, a very short one looks careless"
        case .spelling, .doubledWord, .twoSpaces, .mixedQuotes, .slip, .grammar, .punctuation, .smallLetter:
            "readers notice mistakes"
        case .exclamation: "it sounds like shouting"
        case .capitals: "capitals look like shouting"
        case .emoji: "not everybody reads it the way it is meant"
        case .longParagraph: "people read short paragraphs"
        default: "it is against the advice"
        }
    }
}
