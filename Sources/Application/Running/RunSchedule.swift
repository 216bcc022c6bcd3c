import Foundation

/// What to do next, decided from what is known: no clock, no ledger, no waiting.
struct RunSchedule: Equatable {
    package enum Step: Equatable {
        /// Something is due.
        case send
        /// Nothing is.
        case wait(until: Date)
    }

    /// The last failure; kept until something has gone well, so that the next pause is longer.
    private(set) var pause: Pause?
    /// Not before this moment: what was due a moment ago, and did not go, is not asked again at once.
    private var brake = Date.distantPast

    /// Seconds between two rounds of which the first has moved nothing.
    static let breath: TimeInterval = 60

    /// - Parameters:
    ///   - departure: when the next message could leave; nil where none is queued.
    ///   - patience: the longest wait, in seconds.
    package func step(_ departure: Date?, at now: Date, patience: TimeInterval) -> Step {
        if let end = pause?.end(seenAt: now), end > now { return .wait(until: min(end, now + patience)) }
        // Seen from a clock that was set back, no brake is longer than a breath.
        let time = departure.map { max($0, min(brake, now + Self.breath)) } ?? .distantFuture
        return time > now ? .wait(until: min(time, now + patience)) : .send
    }

    /// A round went well, whatever became of the messages.
    ///
    /// - Parameter isStuck: something was due, and nothing came of it.
    package mutating func done(isStuck: Bool, at now: Date) {
        pause = nil
        brake = isStuck ? now + Self.breath : .distantPast
    }

    /// A round failed. Answers the pause that follows.
    package mutating func failed(_ cause: Pause.Cause, at now: Date) -> Pause {
        let next = Pause(after: pause, cause: cause, at: now)
        pause = next
        return next
    }

    /// Somebody has changed what may have been the cause of a failure: the next round is now.
    package mutating func resume() {
        pause = nil
        brake = .distantPast
    }

    /// Another command has changed the ledger: what was stuck may go now.
    package mutating func ledgerChanged() { brake = .distantPast }

    /// The clock was set, or the machine slept: what is due is judged anew now, but an account that refused is left
    /// in peace.
    mutating func clockChanged() {
        brake = .distantPast
        if pause?.cause == .application { pause = nil }
    }
}
