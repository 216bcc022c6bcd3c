import Application
import Desk
import Etiquette
import Foundation
import Wording

/// The terminal's skin of a dialogue: one question after the other, each a line to be answered.
extension Application {
    /// Asks whatever is open.
    ///
    /// - Parameters:
    ///   - ending: what the end of input answers; nil where it ends everything.
    ///   - prompt: how a question is asked.
    /// - Throws: `Unsettled` at the end of input, and what was wrong with the third answer to one question.
    func ask<Asked: Dialogue>(
        _ dialogue: Asked, ending: (Asked.Question) -> String? = { _ in nil },
        _ prompt: (Asked.Question) -> String
    ) throws -> Answers<Asked.Question, Asked.Answer> {
        var answers = Answers<Asked.Question, Asked.Answer>()
        while let question = dialogue.nextQuestion(after: answers) {
            let answer = try ask(
                question, of: dialogue, after: answers, ending: ending(question), prompt(question))
            answers.give(answer, to: question)
        }
        return answers
    }

    /// Asks one of them, up to three times in all while the answer can't be right.
    func ask<Asked: Dialogue>(
        _ question: Asked.Question, of dialogue: Asked,
        after answers: Answers<Asked.Question, Asked.Answer> = Answers(), ending: String? = nil,
        _ prompt: String
    ) throws -> Asked.Answer {
        func answer() throws -> Asked.Answer {
            guard let typed = platform.answer(to: prompt) ?? ending else { throw Unsettled(open: []) }
            return try dialogue.answer(
                to: question, typed: typed.trimmingCharacters(in: .whitespaces), after: answers)
        }
        for _ in 1..<3 {
            do {
                return try answer()
            } catch let problem as any Worded where !(problem is Unsettled) {
                Output.line(problem.sentence.capitalised.spelled)
            }
        }
        return try answer()
    }
}

/// Asks on a terminal whether what looks like one meeting, or like one person, is two (rule `thank-each`).
struct DoubleQuestion {
    let application: Application

    /// Whether the user has said so of all; the first that is one ends it.
    func areTwo(_ doubles: [PossibleDouble]) throws -> Bool {
        let dialogue = DoubleDialogue(doubles)
        let answers = try application.ask(dialogue, ending: { _ in "" }, Wording.areTheyTwo)
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
            let answer = try answer(to: standing, of: dialogue)
            try application.desk.settle(standing, as: answer, at: application.now)
            answers.give(answer, to: standing)
        }
    }

    private func answer(to standing: NameStanding, of dialogue: NameDialogue) throws -> NameAnswer {
        do {
            return try application.ask(standing, of: dialogue, ending: "", Wording.whichIsRight(standing))
        } catch let problem as InputProblem {
            Output.line(problem.sentence.capitalised.spelled)
            return .later
        }
    }
}
