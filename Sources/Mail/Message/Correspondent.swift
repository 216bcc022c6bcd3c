import Etiquette

/// Somebody a letter comes from or goes to: the name as the person writes it, and the address.
package struct Correspondent: Equatable, Sendable {
    /// Empty where only the address is known.
    package let name: String
    /// Where the letter goes, or comes from.
    package let address: EmailAddress

    /// Nothing is checked here: a letter refuses control characters when it is frozen.
    package init(name: String, address: EmailAddress) {
        self.name = name
        self.address = address
    }
}
