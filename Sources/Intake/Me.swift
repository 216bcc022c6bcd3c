import Etiquette
import Foundation

/// The user, who is invited too and is no member of the panel.
public struct Me: Sendable {
    /// Full name, as configured.
    public let name: String
    /// Every address under which invitations come.
    public let addresses: [EmailAddress]
    /// Where the user lives: a time without a zone is read there, and asked about.
    public let zone: TimeZone

    /// The user as the configuration has it.
    public init(name: String, addresses: [EmailAddress], zone: TimeZone) {
        self.name = name
        self.addresses = addresses
        self.zone = zone
        mailboxes = Set(addresses.map(Self.mailbox))
    }

    private let mailboxes: Set<String>

    /// Whether mail to this address comes to the user.
    func has(_ address: EmailAddress) -> Bool {
        mailboxes.contains(Self.mailbox(of: address))
    }

    /// What different spellings of one mailbox share: no tag behind a plus sign (RFC 5233), and at Gmail no dots.
    private static func mailbox(of address: EmailAddress) -> String {
        let local = address.localPart.lowercased().prefix { $0 != "+" }
        switch address.domain {
        case "gmail.com", "googlemail.com": return local.filter { $0 != "." } + "@gmail.com"
        case let domain: return local + "@" + domain
        }
    }
}
