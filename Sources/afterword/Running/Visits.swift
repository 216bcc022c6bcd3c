import Foundation

/// When a long run visits the mailbox for one purpose: at an interval, and after a failure each time later.
struct Visits: Equatable {
    private var last: Date?
    /// The last failure; kept until the mailbox was read again.
    private(set) var pause: Pause?

    /// - Parameter interval: seconds between two visits.
    func next(at now: Date, interval: TimeInterval) -> Date {
        if let end = pause?.end(seenAt: now) { return max(end, now) }
        // Seen from a clock that was set back, the last visit was not.
        guard let last, last <= now else { return now }
        return max(last + interval, now)
    }

    /// It went well.
    mutating func done(at now: Date) {
        last = now
        pause = nil
    }

    /// It failed. Answers the pause that follows.
    mutating func failed(_ cause: Pause.Cause, at now: Date) -> Pause {
        let next = Pause(after: pause, cause: cause, at: now)
        pause = next
        return next
    }
}

extension Pause.Cause {
    /// Why a mailbox could not be read: an account that refuses the login is left in peace for hours.
    init(ofUnread error: any Error) {
        switch (error as? MailboxTrouble)?.problem {
        case .loginRefused, .tokenRefused: self = .account
        default: self = error is SecretProblem ? .secret : .house
        }
    }
}
