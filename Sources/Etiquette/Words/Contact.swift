import Foundation

/// One entry of the contact log: something that was said to or by a person, over any channel.
/// Entries are never changed or removed. An interview is not a contact.
public struct Contact: Equatable, Sendable {
    public typealias ID = Identifier<Contact>

    /// What the entry records.
    public enum Outcome: String, Sendable, CaseIterable {
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
    }

    public let id: ID
    public let time: Date
    public let direction: Direction
    /// Absent where the user did not say over which channel something was heard.
    public let channel: Channel?
    public let person: Person
    public let recruitment: Recruitment?
    /// The message that this contact was, or whose thank-you it fulfilled.
    public let message: Message.ID?
    public let kind: FollowUp.Kind?
    public let subject: String?
    public let messageID: String?
    public let outcome: Outcome
    public let detail: String?
    /// An answer to their own call or post; such a contact is not against the advice.
    public let answering: Bool
    /// The person was met through an agency, which may be telephoned.
    public let agency: Bool

    public init(
        id: ID, time: Date, direction: Direction, channel: Channel?, person: Person,
        recruitment: Recruitment?, message: Message.ID?, kind: FollowUp.Kind?, subject: String?,
        messageID: String?, outcome: Outcome, detail: String?, answering: Bool, agency: Bool
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
    }
}
