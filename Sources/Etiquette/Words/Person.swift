/// Somebody met or written to: one record across all recruitments (rule `professional`).
public struct Person: Equatable, Sendable {
    /// The number of a person in the ledger.
    public typealias ID = Identifier<Person>

    /// Stays the same when name or address are mended.
    public let id: ID
    /// The name as the person writes it: accents, apostrophes, particles and order kept (rule `names-right`).
    public let name: String
    /// Absent for somebody who can only be reached by post or in person.
    public let address: EmailAddress?
    /// What stands after "Dear" when it is not the full name; set by the user, never guessed.
    public let salutation: String?

    /// As the ledger keeps it.
    public init(id: ID, name: String, address: EmailAddress?, salutation: String?) {
        self.id = id
        self.name = name
        self.address = address
        self.salutation = salutation
    }

    /// What stands after "Dear".
    public var addressedAs: String { salutation ?? name }
}
