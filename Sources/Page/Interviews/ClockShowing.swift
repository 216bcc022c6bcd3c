import Etiquette
import Foundation
import Wording

/// Which was meant of a time that the clock showed twice, as it was put back.
enum ClockShowing: String, CaseIterable {
    case earlier, later

    /// The moment of a day and a time on the clock.
    ///
    /// - Parameters:
    ///   - showing: nil where nobody was asked yet.
    ///   - field: where it is asked.
    /// - Throws: `FieldProblem` where that has to be asked, `InputProblem`.
    static func time(
        _ text: String, _ zone: TimeZone, _ showing: ClockShowing?, field: String
    ) throws -> ZonedTime {
        let (later, wasTwice) = try EndedTime.parse(text, zone: zone)
        guard wasTwice, case .twice(let earlier, _) = later.wall.occurrence(in: zone) else { return later }
        switch showing {
        case .earlier: return ZonedTime(instant: earlier, zone: zone)
        case .later: return later
        case nil: throw FieldProblem(field, ShownTwice())
        }
    }

    /// The question, once it has arisen.
    static func choice(_ name: String, chosen: ClockShowing?, _ errors: FieldErrors) -> FormChoice? {
        guard chosen != nil || errors[name] != nil else { return nil }
        return FormChoice(
            name, Wording.whichShowing,
            options: [
                (earlier.rawValue, "before the clocks went back"), (later.rawValue, "after they went back"),
            ], chosen: chosen?.rawValue, error: errors[name])
    }
}

/// Which of two names somebody bears whose address is known under another one.
enum NameSpelling: String {
    /// The one that was typed, everywhere from now on.
    case typed
    /// The one on record.
    case known
}
