import Application
import Desk
import Etiquette
import Wording

/// Asks on a terminal what letters are worded from and nobody has told yet (rule `personal`).
struct ConversationQuestions {
    let application: Application

    /// The same with what was answered. Nothing typed leaves one out, the end of input all that follow.
    func complete(_ recorded: Recorded) throws -> Recorded {
        let dialogue = try application.desk.conversation(of: recorded, at: application.now)
        var answers = Answers<ConversationDialogue.Question, ConversationDialogue.Answer>()
        if case .topic? = dialogue.nextQuestion(after: answers) { Output.line(Wording.conversationsWanted) }
        while let question = dialogue.nextQuestion(after: answers) {
            do {
                switch try application.answer(
                    to: question, of: dialogue, after: answers, Wording.prompt(question))
                {
                case .back: application.goBack(&answers)
                case .answer(let answer): answers.give(answer, to: question)
                }
            } catch is Unsettled {
                Output.line()
                break
            } catch let problem as InputProblem {
                Output.line(problem.sentence.capitalised.spelled)
                answers.give(.left, to: question)
            }
        }
        return try application.desk.complete(recorded, with: answers, at: application.now)
    }
}
