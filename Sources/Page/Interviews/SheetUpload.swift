import Etiquette
import Foundation
import Intake

/// A spreadsheet that was chosen in a form, with what was answered about it so far. It travels with each further form:
/// nothing is kept here from one to the next.
struct SheetUpload {
    let name: String
    let bytes: Data
    /// What was typed, in the order of the questions.
    var said: [String]

    /// Bytes: as text of a form they are a third more.
    static let limit = Pages.uploadLimit / 4 * 3

    init(_ upload: FormFields.Upload) {
        (name, bytes, said) = (upload.name, Data(upload.bytes), [])
    }

    /// As a form brings it back; nil for what no page wrote.
    init?(_ form: FormFields) {
        guard let name = form["sheet-name"], let bytes = form["sheet"].flatMap({ Data(base64Encoded: $0) })
        else { return nil }
        (self.name, self.bytes, said) = (name, bytes, form.all("said"))
    }

    /// For a field that nobody sees.
    var text: String { bytes.base64EncodedString() }

    /// The answers, by the questions that they were given to.
    ///
    /// - Throws: `PageProblem.notAForm` for an answer that no page has taken.
    func answers(to dialogue: SheetDialogue) throws -> Answers<SheetQuestion, SheetDialogue.Answer> {
        var answers = Answers<SheetQuestion, SheetDialogue.Answer>()
        for text in said {
            guard let question = dialogue.nextQuestion(after: answers),
                let answer = try? dialogue.answer(to: question, typed: text, after: answers)
            else { throw PageProblem.notAForm }
            answers.give(answer, to: question)
        }
        return answers
    }
}
