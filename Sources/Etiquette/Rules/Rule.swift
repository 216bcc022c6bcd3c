import Foundation

/// One rule of the advice: what it says of a message at a moment.
protocol Rule: Sendable {
    func verdict(in circumstances: Circumstances, at now: Date) -> Verdict
}
