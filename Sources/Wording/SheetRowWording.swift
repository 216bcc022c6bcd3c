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

    /// Of a row that is on record, in a recruitment that has not ended there.
    package static func endedInSheet(_ recruitment: Recruitment, _ standing: Recruitment.Standing) -> Sentence
    {
        let remedy: Remedy =
            switch standing {
            case .offered: .tell(recruitment.id, [.offered])
            case .withdrawn: .sayToldThem(recruitment.id)
            case .rejected, .open: .tell(recruitment.id, [.rejected])
            }
        return
            "this row says \(quoted(standing.rawValue)), but \(numbered(recruitment)) is still open here, so messages may still "
            + "go. If the row is right: \(remedy)"
    }

    /// Of a row that was exported, with another end of its interview.
    package static func movedInSheet(_ interview: Interview, to end: ZonedTime) -> Sentence {
        "this row was exported as interview \(interview.id.rawValue), which ended "
            + "\(TimeWording.text(interview.ended.instant, interview.ended.zone)) as recorded here, but says "
            + "\(TimeWording.text(end.instant, end.zone)). If that is right, correct it: \(.editInterview(interview.id)) (with "
            + "\(.ended)), then import the file again. If it is another interview, empty its cell “Afterword interview”."
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
