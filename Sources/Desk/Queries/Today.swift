import Etiquette
import Foundation

/// What somebody sees first who looks at all of it.
package struct Today: Equatable, Sendable {
    /// What to do, and what to leave alone.
    package let advice: [Advice]
    /// The emails that leave without another word of the user, soonest first.
    package let leaving: [MessageStatus]
}

extension Desk {
    /// What there is to do, to leave alone and to wait for.
    package func today(at now: Date) throws -> Today {
        let leaving = try queue(all: false, at: now).filter { status in
            guard status.message.channel == .email, !isByHand else { return false }
            switch status.verdict {
            case .send, .wait: return true
            case .hold, nil: return false
            }
        }
        return Today(
            advice: try advise(at: now),
            leaving: leaving.sorted {
                ($0.nextAttempt ?? .distantFuture) < ($1.nextAttempt ?? .distantFuture)
            })
    }
}
