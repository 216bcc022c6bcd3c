import Foundation

/// One moment on three clocks, which together tell what happened while nobody looked.
package struct Moments: Equatable, Sendable {
    /// What the clock on the wall says; it can be set.
    var wall: Date
    /// Seconds since the machine started, without those that it slept.
    var awake: TimeInterval
    /// Seconds since the machine started, asleep or not.
    var sinceStart: TimeInterval

    /// What a time that merely passed does not do.
    package enum Surprise: Equatable {
        /// The machine slept so many seconds.
        case slept(TimeInterval)
        /// The clock was set forward by so many seconds, or back where they are negative.
        case clockMoved(TimeInterval)
    }

    /// Seconds that are no surprise: an hour's drift of a bad clock is less than four.
    static let tolerance: TimeInterval = 10

    /// What happened between an earlier moment and this one, apart from time passing.
    func surprises(since earlier: Moments) -> [Surprise] {
        let total = sinceStart - earlier.sinceStart
        let slept = total - (awake - earlier.awake)
        let moved = wall.timeIntervalSince(earlier.wall) - total
        return (slept > Self.tolerance ? [.slept(slept)] : [])
            + (abs(moved) > Self.tolerance ? [.clockMoved(moved)] : [])
    }
}
