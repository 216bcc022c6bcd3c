import Etiquette

/// A message of ours that did not arrive.
package struct Bounce: Equatable, Sendable {
    package let message: Message.ID
    /// Who did not get it; never empty.
    package let recipients: [FailedRecipient]
}

/// What a mail system says of a message that it could not deliver, whosever message that was.
package struct BounceNotice: Equatable, Sendable {
    /// Who did not get it; empty where the notice names nobody.
    package let recipients: [FailedRecipient]
    /// The Message-IDs that the returned message, or the notice itself, names; without angle brackets.
    package let messageIDs: [String]
    /// The subject of the returned message.
    package let subject: String?
    /// What made it a bounce.
    package let evidence: [FactEvidence]
}

/// One address that could not be reached.
package struct FailedRecipient: Equatable, Sendable {
    /// Why not, as far as the notice can be understood.
    package enum Reason: String, Sendable, CaseIterable {
        /// Nobody has that address.
        case unknownMailbox = "unknown-mailbox"
        /// There is no such domain, or it takes no mail.
        case unknownHost = "unknown-host"
        /// The mailbox was closed, or its owner has left.
        case disabled
        /// It has no room.
        case full
        /// The message is larger than they take.
        case tooLarge = "too-large"
        /// They did not want it: taken for spam, or not allowed to write there.
        case refused
        /// It was tried until time was up.
        case expired
        /// The notice does not say, or not in words that are known here.
        case unclear
    }

    /// Lower-cased, fit to be shown.
    package let address: String
    /// Where the message was on its way to, where this address stands behind others; lower-cased.
    package internal(set) var aliases: [String]
    /// As in RFC 3463, such as `5.1.1`.
    package let status: String?
    package let reason: Reason
    /// The address is gone for good; else another time, or another message, may reach it.
    package let isPermanent: Bool
    /// The words of the mail system, fit to be shown, shortened.
    package let words: String?
}
