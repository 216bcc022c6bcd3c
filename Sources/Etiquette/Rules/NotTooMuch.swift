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
        if let own = ownWord(in: circumstances) {
            return .hold(Reason(.wroteYourself, moment: own.time, detail: own.channel.rawValue))
        }
        guard circumstances.channel == .email, let last = circumstances.lastEmail else { return .send }
        let next = last + Self.dayBetween
        return now < next ? .wait(until: next, Reason(.dayBetween, moment: next)) : .send
    }

    /// What the user has said since the interview may have thanked, or asked, already: only they can tell.
    private func ownWord(in circumstances: Circumstances) -> Circumstances.OwnWord? {
        switch circumstances.kind {
        case .thankYou: circumstances.ownWords.last { $0.time > circumstances.interviewEnded }
        case .decisionStatus:
            circumstances.ownWords.last { $0.channel == .email && $0.time > circumstances.lastInterviewEnded }
        case .feedbackRequest: nil
        }
    }
}
