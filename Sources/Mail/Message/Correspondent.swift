import Etiquette

/// Somebody a letter comes from or goes to: the name as the person writes it, and the address.
public struct Correspondent: Equatable, Sendable {
    /// Empty where only the address is known.
    public let name: String
    /// Where the letter goes, or comes from.
    public let address: EmailAddress

    /// Nothing is checked here: a letter refuses control characters when it is frozen.
    public init(name: String, address: EmailAddress) {
        self.name = name
        self.address = address
    }
}
