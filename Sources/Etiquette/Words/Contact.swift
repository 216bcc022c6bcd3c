import Foundation

/// One entry of the contact log: something that was said to or by a person, over any channel.
/// Entries are never changed or removed. An interview is not a contact.
package struct Contact: Equatable, Sendable {
    /// The number of a contact in the log.
    package typealias ID = Identifier<Contact>

    package enum Outcome: String, Sendable, CaseIterable {
        /// The server accepted our message; `detail` has its words.
        case sent
        /// The user recorded something said outside the program.
        case logged
        /// They answered.
        case replied
        /// They answered, with thanks for the note and no more.
        case courtesy
        /// They brought bad news.
        case rejected
        /// They made an offer.
        case offered
        /// The user took the application back.
        case withdrew
        /// They named a day for the decision; `detail` has it as yyyy-MM-dd.
        case decisionBy = "decision-by"
        /// The entry before it, of those that `heard` makes, was a mistake; `detail` has that entry's id.
        case undone
        /// A machine answered: neither reply nor silence; `detail` has what for, and the day of return.
        case automatic
        /// Our message came back: the contact that said `sent` no longer counts; `detail` has why.
        case bounced
    }

    /// The detail of a `withdrew` of which the user has told nobody.
    package static let toldNobody = "told-nobody"

    /// Grows with every entry.
    package let id: ID
    package let time: Date
    package let direction: Direction
    /// Absent where the user did not say over which channel something was heard.
    package let channel: Channel?
    /// By or to whom it was said, the user apart.
    package let person: Person
    /// Absent where it belongs to none, or to several.
    package let recruitment: Recruitment?
    /// The message that this contact was, or whose thank-you it fulfilled.
    package let message: Message.ID?
    /// What it was for, where it was, or stood for, a follow-up.
    package let kind: FollowUp.Kind?
    /// Of an email.
    package let subject: String?
    /// Of an email, without angle brackets.
    package let messageID: String?
    package let outcome: Outcome
    /// The server's words, a note, a day or an id: see `Outcome`.
    package let detail: String?
    /// An answer to their own call or post; such a contact is not against the advice.
    package let answering: Bool
    /// The person was met through an agency, which may be telephoned.
    package let agency: Bool
    /// The person was named, or wrote the mail, and was not merely taken for the one who said it.
    package let isNamed: Bool

    package init(
        id: ID, time: Date, direction: Direction, channel: Channel?, person: Person,
        recruitment: Recruitment?, message: Message.ID?, kind: FollowUp.Kind?, subject: String?,
        messageID: String?, outcome: Outcome, detail: String?, answering: Bool, agency: Bool,
        isNamed: Bool = false
    ) {
        self.id = id
        self.time = time
        self.direction = direction
        self.channel = channel
        self.person = person
        self.recruitment = recruitment
        self.message = message
        self.kind = kind
        self.subject = subject
        self.messageID = messageID
        self.outcome = outcome
        self.detail = detail
        self.answering = answering
        self.agency = agency
        self.isNamed = isNamed
    }
}
