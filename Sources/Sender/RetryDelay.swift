import Foundation

/// How long a deferred message waits: one minute, doubling to four hours.
enum RetryDelay {
    static let first: TimeInterval = 60
    static let longest: TimeInterval = 4 * 3600

    /// - Parameter deferrals: how many deferrals in a row there were before this one.
    static func after(deferrals: Int) -> TimeInterval {
        min(longest, first * pow(2, Double(min(deferrals, 16))))
    }
}
