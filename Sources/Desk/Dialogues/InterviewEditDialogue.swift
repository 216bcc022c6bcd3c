import Etiquette
import Foundation

/// What was wrong with an interview on record: which one, and then one thing after the other until nothing is.
package struct InterviewEditDialogue: Dialogue {
    package enum Question: Hashable, Sendable {
        case interview([Interview.ID])
        /// What is to be mended next, the nth from 0.
        case what(Int, [Part])
        case value(Int, Part)
        /// Which of several times or days was meant by what was typed.
        case which(Int, Part, InputProblem)
    }

    package enum Answer: Equatable, Sendable {
        case interview(Interview.ID)
        case part(Part)
        case text(String)
        case time(ZonedTime)
        case day(Day)
        case medium(Interview.Medium)
        /// What was typed may be any of several times or days.
        case unclear(InputProblem)
        /// Nothing more.
        case none
    }

    package enum Part: Hashable, Sendable {
        case organisation, role, ended, medium, decisionBy
        case topic(Person), ownSentence(Person), greeting(Person)
    }

    /// Those on record, the newest first.
    package let meetings: [History.Meeting]
    private let now: Date

    init(_ meetings: [History.Meeting], at now: Date) {
        self.meetings = meetings
        self.now = now
    }

    package func nextQuestion(after answers: Answers<Question, Answer>) -> Question? {
        let ids = meetings.map(\.interview.id)
        guard let meeting = meeting(after: answers) else { return .interview(ids) }
        let parts = Self.parts(of: meeting.interview)
        for index in 0... {
            switch answers[.what(index, parts)] {
            case .part(let part)?:
                guard let value = answers[.value(index, part)] else { return .value(index, part) }
                if case .unclear(let problem) = value, answers[.which(index, part, problem)] == nil {
                    return .which(index, part, problem)
                }
            case nil: return .what(index, parts)
            default: return nil
            }
        }
        return nil
    }

    private static func parts(of interview: Interview) -> [Part] {
        [.organisation, .role, .ended, .medium, .decisionBy]
            + interview.thanked.map(\.person).flatMap { [.topic($0), .ownSentence($0), .greeting($0)] }
    }

    /// The number of a choice, a part of its name where it is an interview, or the new value; nothing typed ends it, or takes
    /// back what was told.
    ///
    /// - Throws: `AnswerProblem`, `InputProblem`.
    package func answer(
        to question: Question, typed text: String, after answers: Answers<Question, Answer>
    ) throws -> Answer {
        switch question {
        case .interview:
            let meant = try NumberedChoice.meant(by: text, among: meetings) {
                "\($0.recruitment.role), \($0.recruitment.organisation)"
            }
            return .interview(meant.interview.id)
        case .what(_, let parts):
            guard !text.isEmpty else { return .none }
            return .part(try NumberedChoice.meant(by: text, among: parts) { _ in "" })
        case .value(_, let part):
            return try InputProblem.orUnclear(Answer.unclear) { try value(text, of: part, after: answers) }
        case .which(_, let part, let problem):
            let dialogue = WhichTimeDialogue(problem, readBy: times(part, after: answers))
            return switch try dialogue.answer(to: problem, typed: text, after: Answers()) {
            case .time(let time): .time(time)
            case .day(let day): .day(day)
            }
        }
    }

    private func value(
        _ text: String, of part: Part, after answers: Answers<Question, Answer>
    ) throws(InputProblem) -> Answer {
        switch part {
        case .organisation: .text(try Field.organisation.admit(text))
        case .role: .text(try Field.role.admit(text))
        case .ended: .time(try times(part, after: answers).moment(text).time)
        case .medium: .medium(try Interview.Medium(answer: text))
        case .decisionBy: .day(try times(part, after: answers).day(text))
        case .topic: .text(text.isEmpty ? "" : try Field.talkingPoint.admit(text))
        case .ownSentence: .text(text.isEmpty ? "" : try Field.ownSentence.admit(text))
        case .greeting: .text(text.isEmpty ? "" : try Field.salutation.admit(text))
        }
    }

    private func times(_ part: Part, after answers: Answers<Question, Answer>) -> TimeReader {
        let ended = meeting(after: answers)?.interview.ended
        let isAhead = part == .decisionBy || (ended?.instant ?? now) > now
        return TimeReader(at: now, in: ended?.zone ?? .gmt, isAhead ? .future : .past)
    }

    /// The interview that it is about; nil where that is open.
    package func meeting(after answers: Answers<Question, Answer>) -> History.Meeting? {
        guard meetings.count > 1 else { return meetings.first }
        for case .interview(let id) in answers.all.map(\.answer) {
            return meetings.first { $0.interview.id == id }
        }
        return nil
    }

    package func changes(after answers: Answers<Question, Answer>) -> InterviewChanges {
        var changes = InterviewChanges()
        for (question, answer) in answers.all {
            switch question {
            case .value(_, let part), .which(_, let part, _): changes.take(answer, as: part)
            case .interview, .what: break
            }
        }
        return changes
    }
}

extension InterviewChanges {
    fileprivate mutating func take(
        _ answer: InterviewEditDialogue.Answer, as part: InterviewEditDialogue.Part
    ) {
        switch (part, answer) {
        case (.organisation, .text(let text)): organisation = text
        case (.role, .text(let text)): role = text
        case (.ended, .time(let time)): ended = time
        case (.medium, .medium(let told)): medium = told
        case (.decisionBy, .day(let day)): decisionBy = day
        case (.topic(let person), .text(let text)):
            remarks[Self.key(person), default: Remark()].talkingPoint = text
        case (.ownSentence(let person), .text(let text)):
            remarks[Self.key(person), default: Remark()].ownSentence = text
        case (.greeting(let person), .text(let text)):
            remarks[Self.key(person), default: Remark()].greeting = text
        default: break
        }
    }
}

extension Desk {
    /// What is asked to mend an interview.
    ///
    /// - Parameter interview: which, where that was said.
    /// - Returns: nil where none is on record.
    package func interviewEditDialogue(_ interview: Interview.ID?, at now: Date) throws
        -> InterviewEditDialogue?
    {
        let meetings = try meetings().filter { interview == nil || $0.interview.id == interview }
        return meetings.isEmpty ? nil : InterviewEditDialogue(meetings.reversed(), at: now)
    }
}
