import Etiquette
import Ledger

extension Desk {
    /// Everybody on record, in the order in which they became known.
    package func people() throws -> [Person] { try ledger.read { try $0.peopleOnRecord() } }

    /// People by name, with how their names stand as far as a list says it.
    ///
    /// - Parameters:
    ///   - text: occurs in name or address, upper and lower case alike; nil for everybody.
    ///   - last: the one at whom the page before this one ended; nil for the first page.
    package func peoplePage(containing text: String?, after last: Person.ID?, limit: Int) throws
        -> (people: [ListedPerson], next: Person.ID?)
    {
        try ledger.read { transaction in
            let found = try transaction.people(
                containing: text, after: last.map(transaction.person), limit: limit + 1)
            let people = Array(found.prefix(limit))
            return (
                try NameRecord(transaction).listed(people), found.count > limit ? people.last?.id : nil
            )
        }
    }

    /// People by their numbers.
    ///
    /// - Throws: `LedgerProblem.noSuch` for a number that nobody has.
    package func people(_ ids: Set<Person.ID>) throws -> [Person.ID: Person] {
        try ledger.read { transaction in
            try ids.reduce(into: [:]) { $0[$1] = try transaction.person($1) }
        }
    }

    /// Who is known at some addresses, by the keys of these.
    package func people(at addresses: [EmailAddress]) throws -> [String: Person] {
        try ledger.read { transaction in
            try addresses.reduce(into: [:]) { $0[$1.key] = try transaction.person(at: $1) }
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
