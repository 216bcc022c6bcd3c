import Foundation

/// Rule `two-weeks`: the question whether a decision has been made is asked only while nothing was heard, and where a
/// mailbox is read for the user only when it was read a moment ago: an answer that nobody has seen is one all the same.
struct TwoWeeks: Rule {
    /// For so many seconds what was read of a mailbox counts as what there is.
    static let freshness: TimeInterval = 300

    /// For so many seconds an approval says that nothing was heard.
    static let memory: TimeInterval = 86_400

    func verdict(in circumstances: Circumstances, at now: Date) -> Verdict {
        guard circumstances.kind == .decisionStatus else { return .send }
        if let reply = unansweredReply(in: circumstances) { return .hold(Reason(.replied, moment: reply)) }
        let possible = circumstances.possibleReplies.first { $0 > circumstances.lastInterviewEnded }
        if let possible { return .hold(Reason(.possibleReply, moment: possible)) }
        // Whom nobody would read asks nobody.
        return circumstances.leavings.first.map { .hold(Reason(.left, moment: $0)) }
            ?? hearing(in: circumstances, at: now)
    }

    /// Seen from a clock that was set back, nothing was read yet.
    private func hearing(in circumstances: Circumstances, at now: Date) -> Verdict {
        switch circumstances.mailbox {
        case .unasked: .send
        case .nobodyReads: asking(in: circumstances, at: now)
        case .read(let time) where time <= now && now <= time + Self.freshness: .send
        case .unread, .read: .wait(until: now, Reason(.mailboxUnread, moment: now))
        case .unreadable(let until, let why):
            .wait(until: max(until, now), Reason(.mailboxUnread, moment: max(until, now), detail: why))
        }
    }

    /// Where nobody reads the mailbox, an approval from long ago does not say that nothing was heard since.
    private func asking(in circumstances: Circumstances, at now: Date) -> Verdict {
        guard let approved = circumstances.approvedAtScreen, now >= circumstances.due,
            now > approved + Self.memory
        else { return .send }
        return .hold(Reason(.anyNews, moment: approved))
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
