import Etiquette
import Foundation

/// The next message that may leave, and when.
struct Departure: Equatable {
    let message: Message.ID
    let time: Date
}

/// What to do next, decided from what is known: no clock, no ledger, no waiting.
struct Agenda: Equatable {
    /// What comes next.
    enum Step: Equatable {
        /// Something is due.
        case send
        /// Nothing is; the message is the one that it waits for.
        case wait(until: Date, message: Message.ID?)
    }

    /// The last failure; kept until something has gone well, so that the next pause is longer.
    private(set) var pause: Pause?
    /// Not before this moment: what was due a moment ago, and did not go, is not asked again at once.
    private var brake = Date.distantPast

    /// Seconds between two rounds of which the first has moved nothing.
    static let breath: TimeInterval = 60

    /// - Parameter patience: the longest wait, in seconds.
    func step(_ departure: Departure?, at now: Date, patience: TimeInterval) -> Step {
        if let pause, pause.until > now, pause.end(seenAt: now) > now {
            return .wait(until: min(pause.end(seenAt: now), now + patience), message: nil)
        }
        guard let departure else { return .wait(until: now + patience, message: nil) }
        // Seen from a clock that was set back, no brake is longer than a breath.
        let time = max(departure.time, min(brake, now + Self.breath))
        guard time > now else { return .send }
        return .wait(until: min(time, now + patience), message: departure.message)
    }

    /// A round went well, whatever became of the messages.
    mutating func done(hasMoved: Bool, at now: Date) {
        pause = nil
        brake = hasMoved ? .distantPast : now + Self.breath
    }

    /// A round failed. Answers the pause that follows.
    mutating func failed(_ cause: Pause.Cause, at now: Date) -> Pause {
        let next = Pause(after: pause, cause: cause, at: now)
        pause = next
        return next
    }

    /// Somebody has changed what may have been the cause: the next round is now.
    mutating func resume() {
        pause = nil
        brake = .distantPast
    }

    /// The clock was set, or the machine slept: what is due is judged anew now, but an account that refused is left
    /// in peace.
    mutating func clockChanged() {
        brake = .distantPast
        if pause?.cause == .house { pause = nil }
    }
}
