import Text

/// Rule `names-right`: ensure that names are spelt correctly.
package enum NamesRight {
    /// Compares a name with the address that it goes to. A near miss is settled by the user, once, before anything is
    /// queued; what is merely unlike (a nickname, a maiden name, a letter more or less at the end of a word) is a warning.
    package static func agreement(name: String, address: EmailAddress) -> NameAgreement {
        NameAgreement(name: name, localPart: address.localPart)
    }
}
