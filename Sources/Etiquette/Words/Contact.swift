import Foundation

/// One entry of the contact log: something that was said to or by a person, over any channel.
/// Entries are never changed or removed. An interview is not a contact.
public struct Contact: Equatable, Sendable {
    /// The number of a contact in the log.
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
        /// A machine answered: neither reply nor silence; `detail` has what for, and the day of return.
        case automatic
        /// Our message came back: the contact that said `sent` no longer counts; `detail` has why.
        case bounced
    }

    /// Grows with every entry.
    public let id: ID
    /// When it was said.
    public let time: Date
    /// Who spoke.
    public let direction: Direction
    /// Absent where the user did not say over which channel something was heard.
    public let channel: Channel?
    /// By or to whom it was said, the user apart.
    public let person: Person
    /// Absent where it belongs to none, or to several.
    public let recruitment: Recruitment?
    /// The message that this contact was, or whose thank-you it fulfilled.
    public let message: Message.ID?
    /// What it was for, where it was, or stood for, a follow-up.
    public let kind: FollowUp.Kind?
    /// Of an email.
    public let subject: String?
    /// Of an email, without angle brackets.
    public let messageID: String?
    /// What the entry records.
    public let outcome: Outcome
    /// The server's words, a note, a day or an id: see `Outcome`.
    public let detail: String?
    /// An answer to their own call or post; such a contact is not against the advice.
    public let answering: Bool
    /// The person was met through an agency, which may be telephoned.
    public let agency: Bool

    /// As the log keeps it.
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
