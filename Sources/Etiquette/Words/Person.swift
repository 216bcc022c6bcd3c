/// Somebody met or written to: one record across all recruitments (rule `professional`).
package struct Person: Hashable, Sendable {
    /// The number of a person in the ledger.
    package typealias ID = Identifier<Person>

    /// Stays the same when name or address are mended.
    package let id: ID
    /// The name as the person writes it: accents, apostrophes, particles and order kept (rule `names-right`).
    package let name: String
    /// Absent for somebody who can only be reached by post or in person.
    package let address: EmailAddress?
    /// What stands after "Dear" when it is not the full name; set by the user, never guessed.
    package let salutation: String?

    /// As the ledger keeps it.
    package init(id: ID, name: String, address: EmailAddress?, salutation: String?) {
        self.id = id
        self.name = name
        self.address = address
        self.salutation = salutation
    }

    /// What stands after "Dear".
    package var addressedAs: String { salutation ?? name }
}
