import Foundation

/// A time in which nothing is tried, though something may be due: something has failed that another try at once would
/// not mend.
package struct Pause: Equatable {
    package enum Cause: Equatable {
        /// Login, certificate or sender refused: accounts get locked by programs that go on trying.
        case account
        /// The command or file that holds the password.
        case secret
        /// The ledger, the clock, or our own fault.
        case application

        /// Seconds of the first pause, and of the longest.
        fileprivate var length: (first: TimeInterval, longest: TimeInterval) {
            switch self {
            case .account: (6 * 3600, 24 * 3600)
            case .secret: (300, 6 * 3600)
            case .application: (60, 3600)
            }
        }
    }

    let cause: Cause
    /// How many there were in a row, this one included.
    let count: Int
    let until: Date

    /// The pause after a failure: each is twice as long as the one before it.
    init(after last: Pause?, cause: Cause, at now: Date) {
        self.cause = cause
        count = last?.cause == cause ? (last?.count ?? 0) + 1 : 1
        until = now + Self.seconds(cause, count)
    }

    /// When it ends at the latest, seen from a moment: a clock that was set back does not make it longer.
    func end(seenAt now: Date) -> Date { min(until, now + Self.seconds(cause, count)) }

    private static func seconds(_ cause: Cause, _ count: Int) -> TimeInterval {
        min(cause.length.longest, cause.length.first * pow(2, Double(min(count - 1, 16))))
    }
}
