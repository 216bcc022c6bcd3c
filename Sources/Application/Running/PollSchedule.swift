import Foundation
import Setup

/// When a long run visits the mailbox at its interval.
struct PollSchedule: Equatable {
    private var last: Date?

    /// - Parameter interval: seconds between two visits.
    package func next(at now: Date, interval: TimeInterval) -> Date {
        // Seen from a clock that was set back, the last visit was not.
        guard let last, last <= now else { return now }
        return max(last + interval, now)
    }

    package mutating func done(at now: Date) { last = now }
}

extension Pause.Cause {
    /// Why a mailbox could not be read: an account that refuses the login is left in peace for hours.
    package init(ofUnread error: any Error) {
        switch (error as? MailboxTrouble)?.problem {
        case .loginRefused, .tokenRefused: self = .account
        default: self = error is SecretProblem ? .secret : .application
        }
    }
}
