import Foundation

/// One rule of the advice: what it says of a message at a moment.
protocol Rule: Sendable {
    /// The rule that it puts into code.
    static var advice: AdviceRule { get }

    func verdict(in circumstances: Circumstances, at now: Date) -> Verdict
}
