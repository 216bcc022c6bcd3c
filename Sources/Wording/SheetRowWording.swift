import Etiquette
import Foundation
import Intake

extension Wording {
    package static let guessedLetters =
        "this file is not UTF-8, so accented letters were guessed (as Windows-1252); check them. Messages that contain one stay "
        + "drafts. Save the file as CSV (UTF-8) to be sure."

    package static func told(_ interview: SheetInterview, isPlanned: Bool) -> String {
        let people = interview.people.map { shown($0.name ?? $0.address?.text ?? "", limit: 60) }
        return
            "\(isPlanned ? "ends" : "ended") \(TimeWording.text(interview.ended.instant, interview.ended.zone)), with "
            + list(people) + (interview.isOver ? "; already decided" : "")
    }

    package static func tooLate(_ count: Int) -> Sentence {
        "It is too late for a thank-you after \(self.count(count, "interview")): those messages are cancelled and are not sent; "
            + "\(.release([])) makes one a draft again."
    }
}

extension SheetRow.Skip {
    package var words: String {
        switch self {
        case .noDate: "no date of an interview"
        case .nobody: "no interviewer is named"
        case .calledOff: "called off"
        }
    }
}
