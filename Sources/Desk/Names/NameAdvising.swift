import Etiquette
import Ledger

extension Desk {
    /// Asks which spelling is right, once for each: of those whose name was read otherwise, also where their message
    /// has gone, and of those to whom something is still to go; of these also what keeps every letter to them from being
    /// approved: a name that can't stand in one, an address that reaches nobody.
    ///
    /// - Parameter first: so many of those whose name was read otherwise at most; nil for all.
    func names(in transaction: LedgerTransaction, _ messageStatuses: [MessageStatus], first: Int?) throws
        -> [Advice]
    {
        var people = try transaction.peopleOfUnsettledNames(first: first)
        var known = Set(people.map(\.id))
        var awaited: Set<Person.ID> = []
        for messageStatus in messageStatuses where messageStatus.message.state.isPending {
            let person = messageStatus.message.recipient
            awaited.insert(person.id)
            if known.insert(person.id).inserted { people.append(person) }
        }
        return try people.flatMap { person in
            let doubts = try NameRecord(transaction).doubts(about: person)
            let differences = doubts.differences.map { Advice(.name, difference: $0) }
            guard awaited.contains(person.id) else { return differences }
            return differences
                + (doubts.form.map { [Advice(.name, form: $0, people: [person])] } ?? [])
                + (doubts.hasBareDomain ? [Advice(.address, people: [person])] : [])
        }
    }
}
