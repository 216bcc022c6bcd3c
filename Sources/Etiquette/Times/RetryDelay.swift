import Foundation

/// How long something that failed waits: one minute, doubling to four hours, a tenth more or less so that those
/// who failed together do not come back together.
package struct RetryDelay: Sendable {
    static let first: TimeInterval = 60
    static let longest: TimeInterval = 4 * 3600
    /// Seconds that an account is left in peace at least that may send no more: limits are counted by the hour or the day.
    package static let afterLimit: TimeInterval = 3600
    /// What a delay is multiplied by.
    static let jitter = 0.9...1.1

    private let chance: @Sendable (ClosedRange<Double>) -> Double

    /// - Parameter chance: a number out of the range.
    package init(chance: @escaping @Sendable (ClosedRange<Double>) -> Double) {
        self.chance = chance
    }

    /// In seconds.
    ///
    /// - Parameter failures: how many failures in a row there were before this one.
    package func after(failures: Int) -> TimeInterval {
        min(Self.longest, Self.first * pow(2, Double(min(failures, 16)))) * chance(Self.jitter)
    }
}
