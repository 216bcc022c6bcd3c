import Application
import Desk
import Etiquette
import Foundation
import Wording

/// What was typed: an answer, or `<`, which takes the last one back.
enum TypedAnswer<Answer> {
    case answer(Answer)
    case back
}

/// The terminal's skin of a dialogue: one question after the other, each a line to be answered.
extension Application {
    /// Asks whatever is open.
    ///
    /// - Parameters:
    ///   - attempts: how often an answer may be wrong, the last one included.
    ///   - ending: what the end of input answers; nil where it ends everything.
    ///   - echo: what is said of an answer at once.
    ///   - prompt: how a question is asked.
    /// - Throws: `Unsettled` at the end of input, `Interrupted` at Ctrl-C, and what was wrong with the last attempt.
    func ask<Asked: Dialogue>(
        _ dialogue: Asked, attempts: Int = 3, ending: (Asked.Question) -> String? = { _ in nil },
        echo: (Asked.Question, Asked.Answer) -> String? = { _, _ in nil },
        _ prompt: (Asked.Question, Answers<Asked.Question, Asked.Answer>) throws -> String
    ) throws -> Answers<Asked.Question, Asked.Answer> {
        var answers = Answers<Asked.Question, Asked.Answer>()
        while let question = dialogue.nextQuestion(after: answers) {
            switch try answer(
                to: question, of: dialogue, after: answers, attempts: attempts, ending: ending(question),
                prompt(question, answers))
            {
            case .back: goBack(&answers)
            case .answer(let answer):
                if let words = echo(question, answer) { Output.line(words) }
                answers.give(answer, to: question)
            }
        }
        return answers
    }

    /// The question before is the next one again.
    func goBack<Question, Answer>(_ answers: inout Answers<Question, Answer>) {
        if answers.back() == nil { Output.line(Wording.firstQuestion) }
    }

    /// Asks one of them until the answer can be right, or has been wrong too often.
    func answer<Asked: Dialogue>(
        to question: Asked.Question, of dialogue: Asked,
        after answers: Answers<
            Asked.Question,
            Asked.Answer
        > = Answers(), attempts: Int = 3, ending: String? = nil, _ prompt: String
    ) throws -> TypedAnswer<Asked.Answer> {
        var left = attempts
        while true {
            guard let typed = try platform.answer(to: prompt) ?? ending else { throw Unsettled(open: []) }
            let text = typed.trimmingCharacters(in: .whitespaces)
            if text == "<" { return .back }
            do {
                return .answer(try dialogue.answer(to: question, typed: text, after: answers))
            } catch let problem as any Worded {
                left -= 1
                guard left > 0 else { throw problem }
                Output.line(problem.sentence.capitalised.spelled)
            }
        }
    }
}

/// Asks on a terminal whether what looks like one meeting, or like one person, is two (rule `thank-each`).
struct DoubleQuestion {
    let application: Application

    /// Whether the user has said so of all; the first that is one ends it.
    func areTwo(_ doubles: [PossibleDouble]) throws -> Bool {
        let dialogue = DoubleDialogue(doubles)
        let answers = try application.ask(dialogue, ending: { _ in "" }) { double, _ in
            Wording.areTheyTwo(double)
        }
        guard let one = dialogue.one(after: answers) else { return true }
        Output.line(Wording.ifTheyAreOne(one).spelled)
        return false
    }
}

/// Settles on a terminal how people are written, side by side and once (rule `names-right`).
struct NameQuestion {
    let application: Application

    /// Asks about everybody of an interview of whose name something is open; what is not answered stays open.
    func settle(_ interview: Interview.ID) throws {
        let dialogue = NameDialogue(try application.desk.nameStandings(of: interview))
        var answers = Answers<NameStanding, NameAnswer>()
        while let standing = dialogue.nextQuestion(after: answers) {
            Wording.sideBySide(standing).forEach { Output.line($0) }
            switch try answer(to: standing, of: dialogue) {
            case .back: application.goBack(&answers)
            case .answer(let answer):
                try application.desk.settle(standing, as: answer, at: application.now)
                if case .name(let name) = answer { Output.line(Wording.isWritten(name)) }
                answers.give(answer, to: standing)
            }
        }
    }

    private func answer(to standing: NameStanding, of dialogue: NameDialogue) throws -> TypedAnswer<
        NameAnswer
    > {
        do {
            return try application.answer(
                to: standing, of: dialogue, ending: "", Wording.whichIsRight(standing))
        } catch let problem as InputProblem {
            Output.line(problem.sentence.capitalised.spelled)
            return .answer(.later)
        } catch let problem as AnswerProblem {
            Output.line(problem.sentence.capitalised.spelled)
            return .answer(.later)
        }
    }
}
