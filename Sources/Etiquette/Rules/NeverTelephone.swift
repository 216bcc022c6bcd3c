/// Rule `never-telephone`: never telephone to thank; a call is invasive.
package enum NeverTelephone {
    /// An outgoing call, unless to an agency or in answer to theirs.
    package static func isBroken(by contact: Contact) -> Bool {
        contact.channel == .phone && contact.isUncalledFor
    }
}

extension Contact {
    /// The rule that this contact went against, if any; the contact stays logged as it happened.
    package var againstAdvice: AdviceRule? {
        if NeverTelephone.isBroken(by: self) { return .neverTelephone }
        if NoSocial.isBroken(by: self) { return .noSocial }
        return nil
    }

    /// The user's own step towards the employer, not an answer, and not to an agency, which may be called.
    var isUncalledFor: Bool { direction == .out && !answering && !agency }
}
