import Etiquette
import Ledger

/// What is decided about a message counts for the text that was seen, and for no other.
extension Desk {
    /// - Parameter seen: nothing is asked of a message that is not among them.
    /// - Throws: `DeskProblem.changedMeanwhile` for the first that is another one now.
    func check(_ seen: [Message.ID: Seen], in transaction: LedgerTransaction) throws {
        for (id, seen) in seen.sorted(by: { $0.key < $1.key }) {
            let message = try transaction.message(id)
            guard Seen(message) == seen else { throw DeskProblem.changedMeanwhile(message) }
        }
    }
}

extension Sequence<Review> {
    /// What somebody has seen to whom all of these were shown.
    package var seen: [Message.ID: Seen] {
        reduce(into: [:]) { $0[$1.message.id] = Seen($1.message) }
    }
}
