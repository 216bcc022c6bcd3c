import Etiquette
import Ledger

extension Desk {
    /// Asks which spelling is right, once for each: of those whose name was read otherwise, also where their message
    /// has gone, and of those to whom something is still to go.
    ///
    /// - Parameter first: so many of those whose name was read otherwise at most; nil for all.
    func names(in transaction: LedgerTransaction, _ messageStatuses: [MessageStatus], first: Int?) throws
        -> [Advice]
    {
        var people = try transaction.peopleOfUnsettledNames(first: first)
        var known = Set(people.map(\.id))
        for messageStatus in messageStatuses where messageStatus.message.state.isPending {
            let person = messageStatus.message.recipient
            if known.insert(person.id).inserted { people.append(person) }
        }
        return try people.flatMap { try NameRecord(transaction).doubts(about: $0).differences }
            .map { Advice(.name, difference: $0) }
    }
}
