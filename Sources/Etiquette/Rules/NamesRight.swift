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

    /// Whether a name looks as if something else had got into it, or as if it had been typed in haste: a comma,
    /// brackets, digits, nothing but capitals, or none. Scripts without upper and lower case have neither; one word is
    /// a name like any other.
    public static func looksUnusual(name: String) -> Bool {
        if name.contains(where: { ",()[]{}<>".contains($0) || $0.isNumber }) { return true }
        let letters = name.filter { $0.isUppercase || $0.isLowercase }
        guard letters.count > 1 else { return false }
        return letters.allSatisfy(\.isUppercase) || letters.allSatisfy(\.isLowercase)
    }
}
