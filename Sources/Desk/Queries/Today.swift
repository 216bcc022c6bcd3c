import Etiquette
import Foundation
import Ledger

/// What somebody sees first who looks at all of it, or the first of it where there is very much.
package struct Today: Equatable, Sendable {
    /// What to do, and what to leave alone.
    package let advice: [Advice]
    /// The emails that leave without another word of the user, or wait for the moment to be sent by hand, soonest first.
    package let leaving: [MessageStatus]
    /// How many messages still go somewhere or wait for the user.
    package let openMessages: Int
    package let queuedMessages: Int
    /// There is more to do than is told here.
    package let hasMoreToDo: Bool
    /// More leaves than is told here.
    package let hasMoreLeaving: Bool
    /// There is more to leave alone than is told here.
    package let hasMoreToLeaveAlone: Bool
}

extension Desk {
    /// What there is to do, to leave alone and to wait for.
    ///
    /// - Parameter limit: so many of each sort, and one more, are looked at; that takes the same time however much there is.
    ///   Of what leaves later than those it is not told here whether it would be held.
    package func today(at now: Date, limit: Int) throws -> Today {
        try ledger.read { transaction in
            let first = limit + 1
            let open = try openStatuses(in: transaction, first: first, at: now)
            let advice = try advice(on: open, in: transaction, first: first, at: now)
            func hasMore(_ isMeant: (Message) -> Bool) -> Bool { open.count { isMeant($0.message) } > limit }
            func hasMore(_ code: Advice.Code) -> Bool { advice.count { $0.code == code } > limit }
            let hasMoreDue = hasMore { $0.state == .queued && $0.due <= now }
            return Today(
                advice: advice.isEmpty ? [Advice(.nothing)] : advice, leaving: leaving(open),
                openMessages: try transaction.openMessageCount(),
                queuedMessages: try transaction.queuedMessageCount(),
                hasMoreToDo: hasMoreDue || hasMore { $0.state != .queued } || hasMore(.old) || hasMore(.name),
                hasMoreLeaving: hasMoreDue || hasMore { $0.state == .queued && $0.due > now },
                hasMoreToLeaveAlone: hasMore(.asked) || hasMore(.wait))
        }
    }

    private func leaving(_ messageStatuses: [MessageStatus]) -> [MessageStatus] {
        messageStatuses.filter { status in
            guard status.message.channel == .email else { return false }
            switch status.verdict {
            // Who sends by hand is told of it among what there is to do.
            case .send: return !isByHand
            case .wait: return true
            case .hold, nil: return false
            }
        }
        .sorted { ($0.nextAttempt ?? .distantFuture) < ($1.nextAttempt ?? .distantFuture) }
    }
}
