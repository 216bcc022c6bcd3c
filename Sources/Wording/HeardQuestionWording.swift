import Desk
import Etiquette
import Foundation

/// What is asked where `heard`, `log`, `card`, `posted` or `interview edit` were told too little.
extension Wording {
    /// Lines with their numbers, and the question below them.
    private static func choice(_ lines: [String], _ question: String) -> String {
        (lines.enumerated().map { "  \($0.offset + 1)  \($0.element)" } + [question]).joined(separator: "\n")
    }

    /// Asks on a terminal.
    package static func prompt(_ question: HeardDialogue.Question) -> String {
        switch question {
        case .recruitment(let all):
            choice(all.map { name($0) }, "From whom have you heard? A number, or a part of the name: ")
        case .what: choice(HeardDialogue.What.allCases.map(\.words), "What was it? ")
        case .day: "By which day do they decide? Such as Friday, 4 Dec, in two weeks: "
        case .whichDay(let problem): (whichTime(problem) + [whichOfThese]).joined(separator: "\n")
        }
    }

    package static func prompt(_ question: LogDialogue.Question, zone: TimeZone) -> String {
        switch question {
        case .person(let people):
            choice(
                people.map { "\(shown($0.name))\($0.address.map { " <\($0.text)>" } ?? "")" },
                "Who was it? A number, a name or an address: ")
        case .channel: choice(Channel.allCases.map(\.words), "How? ")
        case .direction: choice(["you to them", "they to you"], "Who spoke, or wrote? ")
        case .time: "When? Such as 15:00, yesterday 3pm, 20 Oct 15:00 [Enter = just now] "
        case .whichTime(let problem): (whichTime(problem) + [whichOfThese]).joined(separator: "\n")
        case .note: "A few words about it? [Enter = none] "
        }
    }

    package static func prompt(
        _ question: InterviewEditDialogue.Question, of dialogue: InterviewEditDialogue,
        after answers: Answers<InterviewEditDialogue.Question, InterviewEditDialogue.Answer>
    ) -> String {
        switch question {
        case .interview: whichInterview(dialogue.meetings)
        case .what(let index, let parts):
            choice(
                parts.map(\.words),
                index == 0 ? "What is to be corrected? A number: " : "What else? [Enter = nothing] ")
        case .value(_, let part): "\(capitalised(part.words)): "
        case .which(_, _, let problem): (whichTime(problem) + [whichOfThese]).joined(separator: "\n")
        }
    }

    package static func whichCard(_ cards: [MessageStatus]) -> String {
        choice(
            cards.map { "to \(shown($0.message.recipient.name)), \(name($0.recruitment))" },
            "Which card? A number, or a part of the name: ")
    }

    package static func whichToSend(_ messages: [MessageStatus]) -> String {
        choice(
            messages.map {
                "\(text($0.message.followUp.kind)) to \(shown($0.message.recipient.name)), \(name($0.recruitment))"
            }, "Which message? A number, or a part of the name: ")
    }

    package static let nothingReady = "No message is ready for you to send now."

    private static func whichInterview(_ meetings: [History.Meeting]) -> String {
        choice(
            meetings.map {
                "\(name($0.recruitment)), \(TimeWording.text($0.interview.ended.instant, $0.interview.ended.zone))"
            },
            "Which interview? A number, or a part of the name: ")
    }

    package static let nothingToHearOf: Sentence =
        "No interview is recorded yet; record one first: \(Remedy.addInterview)"
    /// Below a list of interviews: how a command is told which is meant.
    package static let namesWillDo =
        "Where a command wants one of these, its organisation, its role or a person will do."

    package static let noCards = "There is no card to print or to post."
}

extension HeardDialogue.What {
    fileprivate var words: String {
        switch self {
        case .replied: "they replied"
        case .courtesy: "only a “thanks for your note”"
        case .rejected: "bad news"
        case .offered: "an offer"
        case .decisionBy: "a day by which they decide"
        case .withdrew: "nothing: I withdrew my application"
        }
    }
}

extension InterviewEditDialogue.Part {
    fileprivate var words: String {
        switch self {
        case .organisation: "the organisation"
        case .role: "the role"
        case .ended: "when it ended (15:00, yesterday 3pm, 20 Oct 15:00)"
        case .medium: "how it was held (in person, by video or by telephone)"
        case .decisionBy: "the day by which they decide"
        case .topic(let person): "what you talked about with \(Wording.shown(person.name))"
        case .ownSentence(let person): "what you would like to say to \(Wording.shown(person.name))"
        case .greeting(let person): "how you greet \(Wording.shown(person.name)), after “Dear”"
        }
    }
}

extension Channel {
    fileprivate var words: String {
        switch self {
        case .email: "by email"
        case .post: "a card or letter by post"
        case .phone: "by telephone"
        case .social: "on a social network"
        case .inPerson: "in person"
        }
    }
}
