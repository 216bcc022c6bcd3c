/// Rule `no-social`: social networks are no way to contact the company or the interviewer.
package enum NoSocial {
    /// An outgoing contact there, unless to an agency or in answer to theirs.
    package static func isBroken(by contact: Contact) -> Bool {
        contact.channel == .social && contact.isUncalledFor
    }
}
