import Foundation

/// Rule `thank-each`: each panel member is thanked, once for each interview; and who has not been thanked
/// is not asked about the decision.
package struct ThankEach: Rule {
    func verdict(in circumstances: Circumstances, at now: Date) -> Verdict {
        switch circumstances.kind {
        case .thankYou: circumstances.done.map { .hold(Reason(.duplicate, moment: $0)) } ?? .send
        // Before it is due there is time to thank.
        case .decisionStatus:
            circumstances.isUnthanked && now >= circumstances.due ? .hold(Reason(.notThanked)) : .send
        case .feedbackRequest: .send
        }
    }

    /// Whether two interviews of one recruitment, by their ends, share one thank-you per person: no more than
    /// 48 hours lie between them.
    package static func shares(_ one: Date, _ other: Date) -> Bool {
        abs(one.timeIntervalSince(other)) <= 48 * 3600
    }
}
