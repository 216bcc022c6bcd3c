import Etiquette
import Ledger

/// What is decided about a message counts for the text that was seen, and for no other.
extension Desk {
    /// - Parameters:
    ///   - seen: nothing is asked of a message that is not among them.
    ///   - step: what sets a reason aside counts for the reason that was seen, too.
    /// - Throws: `DeskProblem.changedMeanwhile` for the first that is another one now.
    func check(
        _ seen: [Message.ID: Seen], for step: DeskProblem.Step? = nil, in transaction: LedgerTransaction
    ) throws {
        for (id, seen) in seen.sorted(by: { $0.key < $1.key }) {
            let message = try transaction.message(id)
            let isSame = step == .release ? seen == Seen(message) : seen.isText(of: message)
            guard isSame else { throw DeskProblem.changedMeanwhile(message) }
        }
    }
}

extension Sequence<Review> {
    /// What somebody has seen to whom all of these were shown.
    package var seen: [Message.ID: Seen] {
        reduce(into: [:]) { $0[$1.message.id] = Seen($1.message) }
    }
}
