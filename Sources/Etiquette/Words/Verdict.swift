import Foundation

/// What etiquette says of a message at a moment.
package enum Verdict: Equatable, Sendable {
    case send
    case wait(until: Date, Reason)
    case hold(Reason)

    /// The more restrictive of two: a hold beats a wait, a longer wait beats a shorter one, all beat `send`.
    /// Of two holds one that can't be waived wins, else the first.
    package func restricted(by other: Verdict) -> Verdict {
        switch (self, other) {
        case (.hold(let mine), .hold(let theirs)): mine.canBeWaived && !theirs.canBeWaived ? other : self
        case (.hold, _): self
        case (_, .hold): other
        case (.wait(let mine, _), .wait(let theirs, _)): theirs > mine ? other : self
        case (.wait, .send): self
        case (.send, _): other
        }
    }
}
