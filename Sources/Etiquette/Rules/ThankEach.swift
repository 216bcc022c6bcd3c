import Foundation

/// Rule `thank-each`: each panel member is thanked, once for each interview; and who has not been thanked
/// is not asked about the decision.
package struct ThankEach: Rule {
    let settings: EtiquetteSettings

    func verdict(in circumstances: Circumstances, at now: Date) -> Verdict {
        switch circumstances.kind {
        case .thankYou: circumstances.done.map { .hold(Reason(.duplicate, moment: $0)) } ?? .send
        // Before it is due there is time to thank.
        case .decisionStatus: now >= circumstances.due ? asking(in: circumstances, at: now) : .send
        case .feedbackRequest: .send
        }
    }

    private func asking(in circumstances: Circumstances, at now: Date) -> Verdict {
        if isUnthanked(circumstances, at: now) { return .hold(Reason(.notThanked)) }
        return circumstances.isThanksInDoubt
            ? .hold(Reason(.notThanked, detail: MessageState.unconfirmed.rawValue)) : .send
    }

    /// Where nobody sends, a thank-you stays queued beyond its time: it waits for the user then, held or not.
    private func isUnthanked(_ circumstances: Circumstances, at now: Date) -> Bool {
        circumstances.isUnthanked
            || circumstances.queuedThankYou.map {
                now > DueTimes(settings: settings).windowEnd(.thankYou, due: $0, zone: circumstances.zone)
            } ?? false
    }

    /// Whether two interviews of one recruitment, by their ends, share one thank-you per person: no more than
    /// 48 hours lie between them.
    package static func shares(_ one: Date, _ other: Date) -> Bool {
        abs(one.timeIntervalSince(other)) <= 48 * 3600
    }
}
