import Composer
import Etiquette
import Foundation

/// What letters are worded from and nobody has told yet: what was talked about with each person (rule `personal`), and what
/// the user would like to say to them; how they are greeted; how role and organisation are said; over what the interview
/// was held. It is on record by then, so that an answer is never lost with a mistake elsewhere.
package struct ConversationDialogue: Dialogue {
    package enum Question: Hashable, Sendable {
        /// What the two talked about.
        case topic(Person)
        /// What the user would like to say to them about it.
        case ownSentence(Person)
        /// What comes after "Dear", with what it would be.
        case greeting(Person, usual: String)
        /// The role as it stands in "the ___ role", with what it would be.
        case role(usual: String)
        /// The organisation as it stands in "work at ___", with what it would be.
        case organisation(usual: String)
        /// In person, by video or by telephone.
        case medium
    }

    /// What was answered; `left` leaves it out.
    package enum Answer: Equatable, Sendable {
        /// As it was typed, and may stand.
        case text(String)
        /// Over what it was held.
        case medium(Interview.Medium)
        /// Nothing.
        case left
    }

    /// Of which nothing is told yet, each with what of it is open.
    private let questions: [Question]
    /// Decides whether a topic is a sentence, which then is the own sentence.
    private let language: ProofLanguage

    init(_ questions: [Question], language: ProofLanguage) {
        (self.questions, self.language) = (questions, language)
    }

    package func nextQuestion(after answers: Answers<Question, Answer>) -> Question? {
        questions.first { question in
            if case .ownSentence(let person) = question, case .text(let topic)? = answers[.topic(person)],
                Topic(topic, in: language).sentence != nil
            {
                return false
            }
            return answers[question] == nil
        }
    }

    /// Nothing typed leaves it out, or takes what is usual.
    ///
    /// - Throws: `InputProblem` where it may not stand.
    package func answer(
        to question: Question, typed text: String, after answers: Answers<Question, Answer>
    ) throws -> Answer {
        switch question {
        case .topic: text.isEmpty ? .left : .text(try Field.talkingPoint.admit(text))
        case .ownSentence: text.isEmpty ? .left : .text(try Field.ownSentence.admit(text))
        case .greeting(let person, let usual):
            text.isEmpty && usual == language.language.called(person)
                ? .left : .text(try Field.salutation.admit(text.isEmpty ? usual : text))
        case .role(let usual): .text(try Field.roleShort.admit(text.isEmpty ? usual : text))
        case .organisation(let usual): .text(try Field.organisationAs.admit(text.isEmpty ? usual : text))
        case .medium: text.isEmpty ? .left : .medium(try Interview.Medium(answer: text))
        }
    }
}

extension Desk {
    /// What is asked after an interview was recorded. Nothing is where it was known, or is planned.
    package func conversation(of recorded: Recorded, at now: Date) throws -> ConversationDialogue {
        let interview = try interview(recorded.interview)
        let language = try language()
        guard !recorded.existing, interview.ended.instant <= now else {
            return ConversationDialogue([], language: language)
        }
        let recruitment = try ledger.read { try $0.recruitment(interview.recruitment) }
        let thanked = interview.thanked.filter { !recorded.sharesThankYou(to: $0.person) }
        let silent = thanked.filter { $0.talkingPoint == nil && $0.ownSentence == nil }.map(\.person)
        let proposal = try proposal(for: recruitment)
        var questions: [ConversationDialogue.Question] = silent.flatMap { [.topic($0), .ownSentence($0)] }
        let voice = try recruitment.voice ?? templates().usualVoice
        questions += thanked.map(\.person).filter { $0.salutation == nil }.map { person in
            let words = language.language
            return .greeting(
                person, usual: words.offeredName(for: person.name, in: voice) ?? words.called(person))
        }
        if recruitment.roleShort == nil, let usual = proposal.role { questions.append(.role(usual: usual)) }
        if recruitment.organisationAs == nil, let usual = proposal.organisation {
            questions.append(.organisation(usual: usual))
        }
        if interview.medium == nil { questions.append(.medium) }
        return ConversationDialogue(questions, language: language)
    }

    /// The same interview with what was answered; its drafts are worded with it.
    package func complete(
        _ recorded: Recorded,
        with answers: Answers<ConversationDialogue.Question, ConversationDialogue.Answer>, at now: Date
    ) throws -> Recorded {
        var changes = InterviewChanges()
        for (question, answer) in answers.all { changes.take(answer, to: question) }
        guard changes != InterviewChanges() else { return recorded }
        var completed = recorded
        completed.notices.removeAll { if case .saidAs = $0 { true } else { false } }
        completed.notices += try edit(recorded.interview, changes, at: now).notices
        return completed
    }
}

extension InterviewChanges {
    fileprivate mutating func take(
        _ answer: ConversationDialogue.Answer, to question: ConversationDialogue.Question
    ) {
        if case .medium(let medium) = answer { self.medium = medium }
        guard case .text(let text) = answer else { return }
        switch question {
        case .topic(let person): remarks[Self.key(person), default: Remark()].talkingPoint = text
        case .ownSentence(let person): remarks[Self.key(person), default: Remark()].ownSentence = text
        case .greeting(let person, _): remarks[Self.key(person), default: Remark()].greeting = text
        case .role: saying.role = text
        case .organisation: saying.organisation = text
        case .medium: break
        }
    }

    static func key(_ person: Person) -> String { person.address?.text ?? person.name }
}

extension Recorded {
    /// An earlier interview thanks this person already.
    fileprivate func sharesThankYou(to person: Person) -> Bool {
        notices.contains { if case .sharesThankYou(person, _) = $0 { true } else { false } }
    }
}

extension Interview.Medium {
    /// What somebody types who is asked: the first letter will do.
    init(answer: String) throws(InputProblem) {
        switch answer.lowercased() {
        case "p", "i": self = .inPerson
        case "v": self = .video
        case "t": self = .telephone
        default: try self.init(told: answer)
        }
    }
}
