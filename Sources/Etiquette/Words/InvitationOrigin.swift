/// From whom a version of an invitation comes. Each is an address as `EmailAddress.key` has it; nil where nobody is named.
package struct InvitationOrigin: Hashable, Codable, Sendable {
    /// Whose meeting it is (RFC 5545 3.8.4.3).
    package let organiser: String?
    /// Who wrote the mail that it came in.
    package let sender: String?

    /// Of a calendar that names nobody, and came by no mail.
    package static let unknown = InvitationOrigin(organiser: nil, sender: nil)

    package init(organiser: String?, sender: String?) {
        self.organiser = organiser
        self.sender = sender
    }

    /// What is known once a newer version was taken in: it need not have come by mail.
    package func followed(by newer: InvitationOrigin) -> InvitationOrigin {
        InvitationOrigin(
            organiser: newer.organiser ?? organiser, sender: newer.sender ?? sender)
    }

    /// Whether a newer version comes from whom the known one came from: nobody but the organiser changes a meeting or calls
    /// it off (RFC 5546 2.1.4), and everybody who was invited knows its name. Where nothing is known of the former, anybody.
    ///
    /// - Parameter shared: domains at which anybody gets an address, and which are nobody's house.
    package func mayChange(_ known: InvitationOrigin, sharedDomains shared: Set<String>) -> Bool {
        if let organiser = known.organiser, self.organiser != organiser { return false }
        let trusted = [known.organiser, known.sender].compactMap(\.self)
        guard let sender, !trusted.isEmpty else { return true }
        return trusted.contains { one in
            one == sender || Self.domain(one) == Self.domain(sender) && !shared.contains(Self.domain(one))
        }
    }

    private static func domain(_ key: String) -> String {
        key.split(separator: "@").last.map(String.init) ?? key
    }
}
