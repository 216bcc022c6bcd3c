import Text

/// One addr-spec (RFC 5322 3.4.1) in the form that a mail server takes without extensions: an ASCII dot-atom,
/// an at sign and a domain of A-labels. One that exists is valid; no quoted local part, comment or IP literal.
package struct EmailAddress: Hashable, Sendable, CustomStringConvertible {
    /// The canonical form: the local part as it was written, the domain lower-cased and in A-labels.
    package let text: String

    /// Reads one address and nothing around it, not even white space.
    package init(_ text: String) throws(InputProblem) {
        func fail(_ fault: InputProblem.AddressFault) -> InputProblem { .notAnAddress(text, fault) }
        // Longer than any address may be, in any script: no need to look closer.
        guard text.utf8.count <= 4 * Self.longest else { throw fail(.tooLong) }
        // Among octets where they are characters: to look at characters is slow.
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        guard let at = isASCII ? text.utf8.lastIndex(of: UInt8(ascii: "@")) : text.lastIndex(of: "@")
        else { throw fail(.noAt) }
        let local = text[..<at]
        if let fault = Self.fault(inLocalPart: local) { throw fail(fault) }
        let domain: String
        do {
            domain = try DomainName.canonical(String(text[text.index(after: at)...]))
        } catch {
            throw fail(error)
        }
        self.text = "\(local)@\(domain)"
        guard self.text.utf8.count <= Self.longest else { throw fail(.tooLong) }
    }

    /// The one bypass: takes the canonical text that `text` gave to the ledger, unchecked. For nothing else.
    package init(recorded: String) { self.text = recorded }

    /// The most octets of an address (RFC 5321 4.5.3.1.3, less the angle brackets).
    static let longest = 254

    /// What stands before the at sign, as it was written.
    package var localPart: String { String(text[..<at]) }

    /// What stands behind the at sign, lower-cased and in A-labels.
    package var domain: String { String(text[at...].dropFirst()) }

    /// For telling whether two addresses are the same: without case, as every mail system in use treats them.
    package var key: String { text.lowercased() }

    /// What different spellings of one mailbox share: no tag behind a plus sign (RFC 5233), and at Gmail no dots. For telling
    /// whether mail comes to somebody; a message goes to the address as it was written.
    package var mailbox: String { Self.mailbox(of: key) }

    /// The same of an address that nobody has checked, in lower case.
    package static func mailbox(of address: String) -> String {
        guard let at = address.lastIndex(of: "@") else { return address }
        let (local, domain) = (address[..<at].prefix { $0 != "+" }, address[at...].dropFirst())
        switch domain {
        case "gmail.com", "googlemail.com": return local.filter { $0 != "." } + "@gmail.com"
        default: return "\(local)@\(domain)"
        }
    }

    package var description: String { text }

    /// Nobody reads what is sent there: `no-reply@`, `donotreply@`, `mailer-daemon@` and their like.
    package var isNoReply: Bool { MailboxName(localPart).isUnread }

    /// Its name is that of a task (`hr@`, `recruitment@`), not of a person, or holds no letters at all.
    package var looksShared: Bool { MailboxName(localPart).isRole }

    private var at: String.Index { text.lastIndex(of: "@") ?? text.endIndex }

    /// What keeps it from being a dot-atom (RFC 5322 3.2.3) of at most 64 octets (RFC 5321 4.5.3.1.1).
    private static func fault(inLocalPart local: Substring) -> InputProblem.AddressFault? {
        if local.isEmpty { return .emptyLocalPart }
        if !local.utf8.allSatisfy({ $0 == UInt8(ascii: ".") || isAtomText($0) }) {
            // "\r\n" is one character of two octets.
            let isStranger = { (character: Character) in
                character != "." && !(character.utf8.count == 1 && character.utf8.allSatisfy(isAtomText))
            }
            return .localPart(local.first(where: isStranger) ?? ".")
        }
        let dot = UInt8(ascii: ".")
        if local.utf8.first == dot || local.utf8.last == dot
            || zip(local.utf8, local.utf8.dropFirst()).contains(where: { $0 == dot && $1 == dot })
        {
            return .localPart(".")
        }
        return local.utf8.count > 64 ? .localPartTooLong : nil
    }

    private static func isAtomText(_ octet: UInt8) -> Bool {
        octet.isLetterOrDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains(octet)
    }
}
