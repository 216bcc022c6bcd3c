import Etiquette
import Ledger

extension Desk {
    /// Asks which spelling is right, once for each: of those whose name was read otherwise, also where their message
    /// has gone, and of those to whom something is still to go.
    func names(in books: Books, _ outlooks: [Outlook]) throws -> [Advice] {
        var people = try books.peopleOfUnsettledNames()
        var known = Set(people.map(\.id))
        for outlook in outlooks where outlook.message.state.isPending {
            let person = outlook.message.recipient
            if known.insert(person.id).inserted { people.append(person) }
        }
        return try people.flatMap { try books.nameDoubts(about: $0).differences }
            .map { Advice(.name, difference: $0) }
    }
}
