import Foundation

/// How long something that failed waits: one minute, doubling to four hours, a tenth more or less so that those
/// who failed together do not come back together.
struct RetryDelay {
    static let first: TimeInterval = 60
    static let longest: TimeInterval = 4 * 3600
    /// What a delay is multiplied by.
    static let jitter = 0.9...1.1

    /// Where chance comes from: a number out of the range.
    let chance: @Sendable (ClosedRange<Double>) -> Double

    /// - Parameter failures: how many failures in a row there were before this one.
    func after(failures: Int) -> TimeInterval {
        min(Self.longest, Self.first * pow(2, Double(min(failures, 16)))) * chance(Self.jitter)
    }
}
