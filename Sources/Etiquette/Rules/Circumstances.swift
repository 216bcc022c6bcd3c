import Foundation

/// Everything that the rules ask about one message, gathered afresh from the ledger each time it is judged.
public struct Circumstances: Equatable, Sendable {
    /// One thing heard in the recruitment that was not taken back.
    public struct Word: Equatable, Sendable {
        /// When it was heard.
        public let time: Date
        /// What was heard.
        public let outcome: Contact.Outcome

        /// A word and its moment.
        public init(time: Date, outcome: Contact.Outcome) {
            self.time = time
            self.outcome = outcome
        }
    }

    /// What is known of the user's mailbox at the moment of judging.
    public enum Mailbox: Equatable, Sendable {
        /// None is read for the user, or nothing is about to be sent: it is not asked about.
        case unasked
        /// One is read for the user, and was not yet.
        case unread
        /// It was read at that moment: what had come by then is known.
        case read(Date)
        /// It could not be read, for a reason in words, and is not tried again before that moment.
        case unreadable(until: Date, why: String)
    }

    /// What the message is for.
    public var kind: FollowUp.Kind
    /// `email`, or `post` for a card, which knows neither hours nor the day between.
    public var channel: Channel
    /// When courtesy asks for it; its window begins there.
    public var due: Date
    /// The zone of the interview, in which hours and days are counted.
    public var zone: TimeZone
    /// Its name, where this machine does not know it; then `zone` stands for nothing.
    public var unknownZone: String?
    /// Where the recruitment stands.
    public var standing: Recruitment.Standing
    /// The end of the interview thanked for, or of the last one of the recruitment.
    public var interviewEnded: Date
    /// The end of the last interview of the recruitment; what was heard before it answers nothing after it.
    public var lastInterviewEnded: Date
    /// Where a server deferred the message.
    public var nextAttempt: Date?
    /// What was heard in the recruitment, oldest first, nothing that was taken back.
    public var heard: [Word] = []
    /// When mails came that may be answers, oldest first, as long as the user has not said what they are.
    public var possibleReplies: [Date] = []
    /// When mails came that say that the recipient has left the house, oldest first, as long as the user has not said
    /// that they mean nothing.
    public var leavings: [Date] = []
    /// The newest email of ours to the recipient that was, or may have been, delivered; any recruitment.
    public var lastEmail: Date?
    /// When this follow-up was already done, by this program or by the user's own hand.
    public var done: Date?
    /// A thank-you to the recipient in this recruitment is a draft, held or refused.
    public var isUnthanked = false
    /// Whether what may have come by mail is known.
    public var mailbox = Mailbox.unasked
    /// Reasons that the user has set aside for this message.
    public var waived: Set<Reason.Code> = []

    /// What every message has; the rest begins as if nothing had happened since.
    public init(
        kind: FollowUp.Kind, channel: Channel, due: Date, zone: TimeZone, standing: Recruitment.Standing,
        interviewEnded: Date, lastInterviewEnded: Date
    ) {
        self.kind = kind
        self.channel = channel
        self.due = due
        self.zone = zone
        self.standing = standing
        self.interviewEnded = interviewEnded
        self.lastInterviewEnded = lastInterviewEnded
    }
}
