import Etiquette
import Ledger

extension Desk {
    /// Everybody, in the order in which they became known.
    package func people() throws -> [Person] {
        try ledger.read { try $0.people() }
    }

    /// People by their numbers.
    ///
    /// - Throws: `LedgerProblem.noSuch` for a number that nobody has.
    package func people(_ ids: Set<Person.ID>) throws -> [Person.ID: Person] {
        try ledger.read { transaction in
            try ids.reduce(into: [:]) { $0[$1] = try transaction.person($1) }
        }
    }

    /// Everybody on the panel of an interview, and the contact, each once.
    package func people(of interview: Interview.ID) throws -> [Person] {
        try ledger.read { try $0.interview(interview) }.people.reduce(into: []) { people, person in
            if !people.contains(person) { people.append(person) }
        }
    }

    /// Where mail to a person came back from, as long as they have that address; nil where none did.
    package func addressFailure(of person: Person.ID) throws -> AddressFailure? {
        try ledger.read { try $0.addressFailure(of: person) }
    }
}
