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
    /// The user had them forgotten: the name only keeps them apart from others, and nothing is written to them any more.
    package let isForgotten: Bool

    package init(
        id: ID, name: String, address: EmailAddress?, salutation: String?, isForgotten: Bool = false
    ) {
        self.id = id
        self.name = name
        self.address = address
        self.salutation = salutation
        self.isForgotten = isForgotten
    }

    /// What stands after "Dear".
    package var addressedAs: String { salutation ?? name }
}
