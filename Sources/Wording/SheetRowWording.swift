import Etiquette
import Foundation
import Intake

extension Wording {
    package static let guessedLetters =
        "the file is no UTF-8; letters were read as Windows-1252. Look at the names with accents; what holds one stays a "
        + "draft. Save the file as CSV (UTF-8) to be sure."

    package static func told(_ interview: SheetInterview, isPlanned: Bool) -> String {
        let people = interview.people.map { shown($0.name ?? $0.address?.text ?? "", limit: 60) }
        return
            "\(isPlanned ? "ends" : "ended") \(TimeWording.text(interview.ended.instant, interview.ended.zone)), with "
            + list(people) + (interview.isOver ? "; it is over" : "")
    }

    package static func tooLate(_ count: Int) -> String {
        "Too late for a thank-you after \(self.count(count, "interview")): what is too late is cancelled, and never goes out by "
            + "itself; afterword release makes one a draft again."
    }
}

extension SheetRow.Skip {
    package var words: String {
        switch self {
        case .noDate: "no date of an interview"
        case .nobody: "nobody is named who interviewed"
        case .calledOff: "called off"
        }
    }
}
