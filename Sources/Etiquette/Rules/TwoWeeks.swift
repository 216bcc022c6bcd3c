import Foundation

/// Rule `two-weeks`: the question whether a decision has been made is asked only while nothing was heard.
struct TwoWeeks: Rule {
    static let advice = AdviceRule.twoWeeks

    func verdict(in circumstances: Circumstances, at now: Date) -> Verdict {
        guard circumstances.kind == .decisionStatus else { return .send }
        if let reply = unansweredReply(in: circumstances) { return .hold(Reason(.replied, moment: reply)) }
        let possible = circumstances.possibleReplies.first { $0 > circumstances.lastInterviewEnded }
        if let possible { return .hold(Reason(.possibleReply, moment: possible)) }
        // Whom nobody would read asks nobody.
        return circumstances.leavings.first.map { .hold(Reason(.left, moment: $0)) } ?? .send
    }

    /// The first answer since the last interview, or since they last named a day for the decision: that
    /// starts the waiting anew. A courtesy is no answer; it moves the due time instead.
    private func unansweredReply(in circumstances: Circumstances) -> Date? {
        var reply: Date?
        for word in circumstances.heard where word.time > circumstances.lastInterviewEnded {
            switch word.outcome {
            case .replied: reply = reply ?? word.time
            case .decisionBy: reply = nil
            case .sent, .logged, .courtesy, .rejected, .offered, .withdrew, .undone, .automatic,
                .bounced:
                break
            }
        }
        return reply
    }
}
