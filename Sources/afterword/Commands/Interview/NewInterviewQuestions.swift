import Application
import Desk
import Etiquette
import Foundation
import Wording

/// Asks on a terminal, step by step, for what an interview is recorded from.
struct NewInterviewQuestions {
    let application: Application
    let told: NewInterviewDialogue.Told
    let zone: TimeZone

    /// Nil where the user does not want it recorded.
    func record() throws -> InterviewRecord? {
        let dialogue = try application.desk.newInterview(told, in: zone, at: application.now)
        Output.line(Wording.newInterviewBegins)
        do {
            let answers = try application.ask(
                dialogue, attempts: .max, echo: { question, answer in Wording.echo(answer, to: question) }
            ) { question, answers in Wording.prompt(question, of: dialogue, after: answers) }
            guard answers[.record] == .yes else { return nil }
            return try dialogue.record(after: answers)
        } catch is Unsettled {
            Output.line()
            return nil
        }
    }
}
