import Foundation

/// When a long run reads the mailbox: at an interval, and after a failure each time later.
struct Ears: Equatable {
    private var last: Date?
    /// The last failure; kept until the mailbox was read again.
    private(set) var pause: Pause?

    /// - Parameter interval: seconds between two readings.
    func next(at now: Date, interval: TimeInterval) -> Date {
        if let end = pause?.end(seenAt: now) { return max(end, now) }
        // Seen from a clock that was set back, the last reading was not.
        guard let last, last <= now else { return now }
        return max(last + interval, now)
    }

    /// It was read.
    mutating func done(at now: Date) {
        last = now
        pause = nil
    }

    /// It could not be read. Answers the pause that follows.
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
