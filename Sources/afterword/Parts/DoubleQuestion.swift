import Desk
import Etiquette
import Wording

/// Asks on a terminal whether what looks like one meeting, or like one person, is two (rule `thank-each`).
struct DoubleQuestion {
    let application: Application

    /// Whether the user has said so of all; the first that is one ends it.
    func areTwo(_ doubles: [PossibleDouble]) -> Bool {
        for double in doubles {
            guard Answer.isYes(application.platform.answer(to: Wording.areTheyTwo(double))) else {
                Output.line(Wording.ifTheyAreOne(double))
                return false
            }
        }
        return true
    }
}
