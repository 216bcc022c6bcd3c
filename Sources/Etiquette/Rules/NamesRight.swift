/// Rule `names-right`: ensure that names are spelt correctly.
public enum NamesRight {
    /// Whether the local part of an address could be made of this name: in any order, in full or as initials.
    /// False asks the user, once, which spelling is right. An address that belongs to a role, and a name
    /// that is not written in Latin letters, say nothing about each other: true.
    ///
    /// Nicknames that share no letters in a row with the name (`bob` for Robert) are not known here.
    public static func resembles(name: String, address: EmailAddress) -> Bool {
        let mailbox = MailboxName(address)
        guard !mailbox.isRole, let parts = NamePart.parts(of: name) else { return true }
        var reading = MailboxReading(mailbox: mailbox, parts: parts)
        return reading.succeeds()
    }
}
