import Foundation

/// The composed email or card for a follow-up.
package struct Message: Equatable, Sendable {
    /// The number of a message in the ledger.
    package typealias ID = Identifier<Message>

    /// Stays the same through every edit.
    package let id: ID
    /// What it is for; a follow-up has one message.
    package let followUp: FollowUp
    /// The one person it goes to.
    package let recipient: Person
    /// `email`, or `post` for a card.
    package let channel: Channel
    package let state: MessageState
    /// When courtesy asks for it; never changed by a retry.
    package let due: Date
    /// When the sender tries next, where a server deferred it.
    package let nextAttempt: Date?
    /// Without the `Re:` that a reply may get at hand-over.
    package let subject: String
    /// Text with LF, greeting and signature included.
    package let body: String
    /// The template that worded it, or nil once the user rewrote it.
    package let template: String?
    /// Grows with every correction; part of the Message-ID.
    package let revision: Int
    /// The Message-ID, without angle brackets, from the first approval on.
    package let messageID: String?
    /// Why it is held, refused, unconfirmed or cancelled.
    package let reason: Reason?

    package init(
        id: ID, followUp: FollowUp, recipient: Person, channel: Channel, state: MessageState, due: Date,
        nextAttempt: Date?, subject: String, body: String, template: String?, revision: Int,
        messageID: String?, reason: Reason?
    ) {
        self.id = id
        self.followUp = followUp
        self.recipient = recipient
        self.channel = channel
        self.state = state
        self.due = due
        self.nextAttempt = nextAttempt
        self.subject = subject
        self.body = body
        self.template = template
        self.revision = revision
        self.messageID = messageID
        self.reason = reason
    }
}
