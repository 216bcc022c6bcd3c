/// Rule `names-right`: ensure that names are spelt correctly.
package enum NamesRight {
    /// What a name and the address that it goes to say of each other.
    package enum Agreement: Equatable, Sendable {
        /// The address could be made of the name, or says nothing of names.
        case fits
        /// One word of the name is one or two letters away from the address; with the name that it would fit.
        case nearMiss(String)
        /// They look like two people's.
        case unlike
    }

    /// Compares a name with the local part of an address, which may be made of it in any order, in full or as
    /// initials. An address that belongs to a role, and a name that is not written in Latin letters, say nothing about
    /// each other. Nicknames that share no letters in a row with the name (`bob` for Robert) are not known here.
    ///
    /// A near miss is settled by the user, once, before anything is queued; what is merely unlike (a
    /// nickname, a maiden name, a letter more or less at the end of a word) is a warning.
    package static func agreement(name: String, address: EmailAddress) -> Agreement {
        let mailbox = MailboxName(address)
        guard !mailbox.isRole, let parts = NamePart.parts(of: name) else { return .fits }
        var reading = MailboxReading(mailbox: mailbox, parts: parts)
        if reading.succeeds() { return .fits }
        var lenient = MailboxReading(mailbox: mailbox, parts: parts, leniency: .cutOrLonger)
        if lenient.succeeds() { return isLogin(mailbox, of: parts) ? .fits : .unlike }
        return NearMiss(name: name, mailbox: mailbox, parts: parts).map { .nearMiss($0.name) } ?? .unlike
    }

    /// Many machines cut their logins short at six or eight letters: `jokafo` for Jane Okafor.
    private static func isLogin(_ mailbox: MailboxName, of parts: [NamePart]) -> Bool {
        guard mailbox.words.count == 1, [6, 8].contains(mailbox.words[0].count) else { return false }
        var reading = MailboxReading(mailbox: mailbox, parts: parts, leniency: .cut)
        return reading.succeeds()
    }

    /// Whether a name looks as if something else had got into it, or as if it had been typed in haste: a comma,
    /// brackets, digits, nothing but capitals, or none. Degrees after a comma, and the name in other letters in
    /// brackets, belong to it. Scripts without upper and lower case have neither; one word is a name like any other.
    package static func looksUnusual(name: String) -> Bool {
        if name.contains(where: { "[]{}<>".contains($0) || $0.isNumber }) { return true }
        if name.contains(","), !endsWithDegrees(name) { return true }
        if name.contains(where: { "()".contains($0) }), !isInTwoScripts(name) { return true }
        return name.isInOneCase
    }

    private static func endsWithDegrees(_ name: String) -> Bool {
        let end = WrittenWord.words(of: String(name.drop { $0 != "," }))
        return !end.isEmpty && end.allSatisfy(\.isTitle)
    }

    /// `王小明 (Xiaoming Wang)`, or the other way round.
    private static func isInTwoScripts(_ name: String) -> Bool {
        let parts = name.split(separator: "(")
        guard parts.count == 2, name.last == ")" else { return false }
        let isLatin = parts.map { part in
            part.contains { $0.isLetter && LatinLetter.spellings(of: $0) != nil }
        }
        return isLatin[0] != isLatin[1]
    }
}
