extension Finding {
    /// Spelt as `approve --ignore CODE` and other programs read it.
    package enum Code: String, Sendable, CaseIterable {
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
        /// The recipient's name, or that of somebody whom the letter names, is written as no letter says it: in capitals, with
        /// a title, that of a mailbox (rule `names-right`).
        case nameForm = "name-form"
        /// The domain of the recipient's address has no dot.
        case addressForm = "address-form"
        /// The same is said, or about to be said, for an interview that may be the same meeting (rule `thank-each`).
        case sameMeeting = "same-meeting"
        /// Somebody else of this name is thanked for the same interview (rule `thank-each`).
        case samePerson = "same-person"
        /// Whoever has the address of the recipient was forgotten, and may have been written to before (rule `not-too-much`).
        case forgottenBefore = "forgotten-before"
        case emptySubject = "empty-subject"
        case emptyBody = "empty-body"
        /// A thank-you asks something (advice.md: no question about the result).
        case asksAboutResult = "asks-about-result"
        /// What was talked about is told in a sentence, which can't follow "about".
        case topicSentence = "topic-sentence"
        /// What was talked about is no part of a sentence: far too long, a link, in another script.
        case topicForm = "topic-form"
        /// The same sentence of the sender's own stands in another note (rule `thank-each`).
        case sameSentence = "same-sentence"
        /// What was talked about, or is said of it, speaks of the recipient as of somebody else.
        case topicPerson = "topic-person"
        /// The greeting is not the recipient's.
        case greetingMismatch = "greeting-mismatch"
        /// A name that is neither the recipient's nor the sender's, or theirs misspelt, where theirs belongs
        /// (rule `names-right`).
        case wrongName = "wrong-name"
        /// The sender's full name does not stand in it.
        case notSigned = "not-signed"
        /// A control, direction-changing or zero-width character.
        case badCharacter = "bad-character"
        /// Far longer than a letter: something was pasted by mistake.
        case tooLong = "too-long"
        /// A word that no dictionary, name or list knows (rule `names-right`: no sloppiness).
        case spelling
        case doubledWord = "doubled-word"
        /// A mark that is missing, doubled or in the wrong place, a bracket without its partner.
        case punctuation
        /// A small letter where a capital belongs: at the beginning of a sentence, in "I" and "Monday".
        case smallLetter = "small-letter"
        /// A job that this interview was not for (rule `names-right`).
        case otherRole = "other-role"
        case twoSpaces = "two-spaces"
        /// Straight and typographic marks in one message.
        case mixedQuotes = "mixed-quotes"
        case exclamation
        case capitals
        case emoji
        case longParagraph = "long-paragraph"
        /// A date and its weekday contradict each other.
        case wrongWeekday = "wrong-weekday"
        /// The text speaks of a link, or of something attached, that is not there.
        case missingLink = "missing-link"
        case missingAttachment = "missing-attachment"
        /// What advice.md forbids: "What each message must be", must not have.
        case reproach, pleading, flattery, slang, impatience
        /// What form letters and machines write.
        case cliche
        /// Pay and terms, which have their time after an offer.
        case money
        /// A word that sounds like the one that is meant, or one that was lost.
        case slip
        /// A form that does not fit its neighbours.
        case grammar
        /// A call, a visit or an invitation to a social network is announced (rules `never-telephone`, `no-social`).
        case otherChannel = "other-channel"
        /// An employer of before is run down (rule `professional`).
        case complaint
        /// The CV again, or reasons to be chosen.
        case secondPitch = "second-pitch"
        /// A feedback request that argues with the decision.
        case dispute
        case otherCandidates = "other-candidates"
        /// What advice.md wants: "What each message must be", must have.
        case noThanks = "no-thanks"
        case noInterest = "no-interest"
        case noRole = "no-role"
        case noOrganisation = "no-organisation"
        case noInterviewDate = "no-interview-date"
        case noQuestion = "no-question"
        case severalQuestions = "several-questions"
        case noFeedbackWish = "no-feedback-wish"
        /// A feedback request without an easy way to decline.
        case noWayOut = "no-way-out"
        case subjectWithoutRole = "subject-without-role"

        /// What it does to the message: what is wrong for certain blocks, what is a matter of tone warns.
        package var severity: Severity {
            switch self {
            case .unresolvedField, .otherName, .sameWords, .nameUnsettled, .nameForm, .addressForm,
                .sameMeeting, .samePerson, .forgottenBefore, .emptySubject, .emptyBody, .badCharacter,
                .tooLong, .wrongWeekday, .wrongName, .topicSentence, .topicPerson, .topicForm, .sameSentence,
                .missingLink, .missingAttachment:
                .blocks
            default: .warns
            }
        }

        /// Whether the user may set it aside for one message. What no reader could take for intended can't be.
        package var canBeIgnored: Bool {
            switch self {
            // It is settled once for the person, not for one message.
            case .nameUnsettled, .nameForm, .addressForm: false
            case .unresolvedField, .emptySubject, .emptyBody, .badCharacter, .tooLong: false
            default: true
            }
        }
    }
}
