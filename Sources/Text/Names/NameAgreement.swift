/// What a name and the address that it goes to say of each other (rule `names-right`).
package enum NameAgreement: Equatable, Sendable {
    /// The address could be made of the name, or says nothing of names.
    case fits
    /// One word of the name is one or two letters away from the address; with the name that it would fit.
    case nearMiss(String)
    /// They look like two people's.
    case unlike

    /// Compares a name with the local part of an address, which may be made of it in any order, in full or as
    /// initials. An address that belongs to a role, and a name that is not written in Latin letters, say nothing about
    /// each other. Nicknames that share no letters in a row with the name (`bob` for Robert) are not known here.
    package init(name: String, localPart: String) {
        guard !Self.isSpelt(localPart, like: name) else {
            self = .fits
            return
        }
        let mailbox = MailboxName(localPart)
        guard !mailbox.isRole, let parts = NamePart.parts(of: name) else {
            self = .fits
            return
        }
        var reading = MailboxReading(mailbox: mailbox, parts: parts)
        var lenient = MailboxReading(mailbox: mailbox, parts: parts, leniency: .cutOrLonger)
        if reading.succeeds() {
            self = .fits
        } else if lenient.succeeds() {
            self = Self.isLogin(mailbox, of: parts) ? .fits : .unlike
        } else {
            self = NearMiss(name: name, mailbox: mailbox, parts: parts).map { .nearMiss($0.name) } ?? .unlike
        }
    }

    /// `jane.okafor` for Jane Okafor, as most are: nothing has to be taken apart.
    private static func isSpelt(_ localPart: String, like name: String) -> Bool {
        let marks = ".-_ '".utf8
        guard localPart.utf8.allSatisfy({ $0.isLetter || marks.contains($0) }),
            name.utf8.allSatisfy({ $0.isLetter || marks.contains($0) })
        else { return false }
        return localPart.utf8.lazy.filter(\.isLetter).map { $0 | 0x20 }
            .elementsEqual(name.utf8.lazy.filter(\.isLetter).map { $0 | 0x20 })
    }

    /// Many machines cut their logins short at six or eight letters: `jokafo` for Jane Okafor.
    private static func isLogin(_ mailbox: MailboxName, of parts: [NamePart]) -> Bool {
        guard mailbox.words.count == 1, [6, 8].contains(mailbox.words[0].count) else { return false }
        var reading = MailboxReading(mailbox: mailbox, parts: parts, leniency: .cut)
        return reading.succeeds()
    }
}
