import Desk
import Etiquette
import Foundation

/// What is said of an interview that was planned, moved, called off or recorded by mistake.
extension Wording {
    /// `called off on Mon 23 Nov 2026, 10:00 (Europe/London)`.
    package static func text(_ event: InterviewEvent, zone: TimeZone) -> String {
        let what =
            switch event.kind {
            case .planned: "planned, as it was still to come"
            case .moved: "moved"
            case .calledOff: "called off"
            case .takenUp: "takes place after all, as you said"
            case .deleted: "deleted"
            case .restored: "no longer deleted"
            }
        return "\(what) (\(TimeWording.text(event.time, zone)))"
    }

    /// Whether an interview took place, as far as is told.
    package enum InterviewStanding: CaseIterable, Sendable {
        case stands, calledOff, byMistake
    }

    package static func text(_ standing: InterviewStanding) -> String {
        switch standing {
        case .stands: "it is on record."
        case .calledOff:
            "it did not take place, as you said. Nobody is thanked for it, and what had not gone is cancelled; what was sent can't be "
                + "taken back."
        case .byMistake: "it is off the record, as recorded by mistake. Nothing of it is sent."
        }
    }

    package static func isDeleted(_ id: Interview.ID) -> Sentence {
        "this interview was deleted as a mistake; to take that back: \(.restoreInterview(id))"
    }

    static let wasRestored: Sentence = "you had deleted this interview as a mistake; it is on record again."

    static let takesPlace: Sentence =
        "this interview was on record as called off; it is on record again, as you tell it now."

    static func tookPlace(_ id: Interview.ID) -> Sentence {
        "something was sent or heard because of this interview, so it stays on record as it is; nothing was changed. If it did "
            + "not take place: \(.cancelInterview(id)). If they meet you again, record that as an interview of its own."
    }

    static func beforeInterview(_ time: Date, _ ended: ZonedTime) -> Sentence {
        "the interview ended \(TimeWording.text(ended.instant, ended.zone)), after \(TimeWording.text(time, ended.zone)); correct "
            + "\(.moment)."
    }

    /// A sentence, with what to do where something had left.
    package static func calledOff(_ off: CalledOff, name: String) -> Sentence {
        let gone =
            off.gone.isEmpty
            ? ""
            : " Already sent, or perhaps: message \(list(off.gone.map(\.id))). What was sent can't be taken back."
        return "Called off: \(name). Nobody is thanked for it, and what had not gone is cancelled.\(gone)"
    }

    package static func deleted(_ id: Interview.ID, name: String) -> Sentence {
        "Deleted: \(name). Nothing of it is sent. To take that back: \(.restoreInterview(id))"
    }

    package static func takesPlace(name: String) -> Sentence { "On record again: \(name)." }
}
