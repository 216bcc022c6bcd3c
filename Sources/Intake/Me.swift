import Etiquette
import Foundation

/// The user, who is invited too and is no member of the panel.
package struct Me: Sendable {
    /// Full name, as configured.
    package let name: String
    /// Every address under which invitations come.
    package let addresses: [EmailAddress]
    /// Where the user lives: a time without a zone is read there, and asked about.
    package let zone: TimeZone

    /// The user as the configuration has it.
    package init(name: String, addresses: [EmailAddress], zone: TimeZone) {
        self.name = name
        self.addresses = addresses
        self.zone = zone
        mailboxes = Set(addresses.map(\.mailbox))
    }

    private let mailboxes: Set<String>

    /// Whether mail to this address comes to the user.
    func has(_ address: EmailAddress) -> Bool { mailboxes.contains(address.mailbox) }
}
