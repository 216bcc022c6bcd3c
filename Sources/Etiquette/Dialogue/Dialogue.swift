/// What only the user can say, as a value: the facts it was made with and the answers so far decide what is asked next.
/// It keeps nothing and does nothing. A terminal shows one question after the other, a page a form; both give back what
/// was typed.
package protocol Dialogue {
    /// What is asked, and about what: two questions that are equal are one, and are answered once.
    associatedtype Question: Hashable, Sendable
    associatedtype Answer: Sendable

    /// The first question that these answers leave open; nil where nothing is. The question before is `answers` without
    /// the last one.
    func nextQuestion(after answers: Answers<Question, Answer>) -> Question?

    /// What a typed text means as an answer.
    ///
    /// - Parameters:
    ///   - text: without spaces around it; empty for the default, where there is one.
    ///   - answers: those before it, by which it may be read.
    /// - Throws: why it is none: an `InputProblem`, an `AnswerProblem` or the like.
    func answer(
        to question: Question, typed text: String, after answers: Answers<Question, Answer>
    ) throws -> Answer
}

/// The answers of a dialogue, in the order in which they were given.
package struct Answers<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
    /// Each question once.
    package private(set) var all: [(question: Question, answer: Answer)] = []

    package init() {}

    /// What was answered to a question; nil where it is open.
    package subscript(question: Question) -> Answer? {
        all.first { $0.question == question }?.answer
    }

    /// Answers a question; an earlier answer to the same one gives way in its place.
    package mutating func give(_ answer: Answer, to question: Question) {
        if let index = all.firstIndex(where: { $0.question == question }) {
            all[index].answer = answer
        } else {
            all.append((question, answer))
        }
    }

    /// Takes the last answer back: its question is the next one again. Nil where there is none.
    @discardableResult
    package mutating func back() -> Question? { all.popLast()?.question }
}

/// Why what was typed answers no question, where it is no text for the door either.
package enum AnswerProblem: Error, Equatable, Sendable {
    /// Not numbers from 1 to this one.
    case notNumbers(limit: Int)
    /// None of the choices.
    case notAChoice
    /// What was found in a message keeps it from being queued.
    case blocked
}

/// Yes or no. Only a clear yes is one.
package enum YesOrNo {
    /// `y` or `yes`, whatever its case.
    package static func isYes(_ text: String) -> Bool {
        ["y", "yes"].contains(text.filter { !$0.isWhitespace }.lowercased())
    }

    /// The same of a question that nothing typed answers with yes.
    package static func isYes(_ text: String, orNothing: Bool) -> Bool {
        isYes(text) || orNothing && text.allSatisfy(\.isWhitespace)
    }

    /// `n` or `no`, whatever its case.
    package static func isNo(_ text: String) -> Bool {
        ["n", "no"].contains(text.filter { !$0.isWhitespace }.lowercased())
    }
}
