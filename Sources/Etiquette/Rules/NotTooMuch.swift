import Foundation

/// Rule `not-too-much`: one decision-status message and one feedback request per recruitment, a day between
/// two emails to one person, and then no more.
struct NotTooMuch: Rule {
    /// Seconds between two emails to one person, whatever the recruitment.
    static let dayBetween: TimeInterval = 24 * 3600

    func verdict(in circumstances: Circumstances, at now: Date) -> Verdict {
        if circumstances.kind != .thankYou, let done = circumstances.done {
            return .hold(Reason(.duplicate, moment: done))
        }
        guard circumstances.channel == .email, let last = circumstances.lastEmail else { return .send }
        let next = last + Self.dayBetween
        return now < next ? .wait(until: next, Reason(.dayBetween, moment: next)) : .send
    }
}
