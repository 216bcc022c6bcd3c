import Foundation

/// Which of several times or days was meant by what was typed.
package struct WhichTimeDialogue: Dialogue {
    /// What it may be.
    package enum Answer: Hashable, Sendable {
        case time(ZonedTime)
        case day(Day)
    }

    private let problem: InputProblem
    private let times: TimeReader

    /// - Parameters:
    ///   - problem: what could not be understood; nothing is asked where it has no choices.
    ///   - times: by which it was read, and is read again where it is typed anew.
    package init(_ problem: InputProblem, readBy times: TimeReader) {
        self.problem = problem
        self.times = times
    }

    package func nextQuestion(after answers: Answers<InputProblem, Answer>) -> InputProblem? {
        answers[problem] == nil && problem.isChoice ? problem : nil
    }

    /// The number of a choice, or a time or day that can mean one thing.
    ///
    /// - Throws: `InputProblem`.
    package func answer(
        to question: InputProblem, typed text: String, after answers: Answers<InputProblem, Answer>
    ) throws -> Answer {
        if case .ambiguousDay = question { return .day(try question.meantDay(by: text) ?? times.day(text)) }
        return .time(try question.meant(by: text) ?? times.moment(text).time)
    }

    fileprivate static func chosen<Choice>(_ text: String, of choices: [Choice]) -> Choice? {
        Int(text).flatMap { choices.indices.contains($0 - 1) ? choices[$0 - 1] : nil }
    }
}

extension InputProblem {
    /// The times that may have been meant.
    package var choices: [ZonedTime] {
        switch self {
        case .ambiguousTime(_, let times): times
        case .notYet(_, _, let instead): instead
        default: []
        }
    }

    /// Somebody who is there can say which was meant.
    package var isChoice: Bool {
        if case .ambiguousDay = self { true } else { !choices.isEmpty }
    }

    /// What was read, or what stands for its being any of several.
    package static func orUnclear<Answer>(
        _ unclear: (InputProblem) -> Answer, _ read: () throws -> Answer
    ) throws -> Answer {
        do {
            return try read()
        } catch let problem as InputProblem where problem.isChoice {
            return unclear(problem)
        }
    }

    /// The one of its number; nil where the text is no number of one.
    package func meant(by text: String) -> ZonedTime? { WhichTimeDialogue.chosen(text, of: choices) }

    /// The same of days.
    package func meantDay(by text: String) -> Day? {
        if case .ambiguousDay(_, let days) = self { WhichTimeDialogue.chosen(text, of: days) } else { nil }
    }
}
