import Foundation

/// Everything that the rules ask about one message, gathered afresh from the ledger each time it is judged.
package struct Circumstances: Equatable, Sendable {
    /// One thing heard in the recruitment that was not taken back.
    package struct Word: Equatable, Sendable {
        package let time: Date
        package let outcome: Contact.Outcome

        package init(time: Date, outcome: Contact.Outcome) {
            self.time = time
            self.outcome = outcome
        }
    }

    /// Something that the user said by themselves.
    package struct OwnWord: Equatable, Sendable {
        package let time: Date
        package let channel: Channel

        package init(time: Date, channel: Channel) {
            self.time = time
            self.channel = channel
        }
    }

    /// What is known of the user's mailbox at the moment of judging.
    package enum Mailbox: Equatable, Sendable {
        /// It is not asked about.
        case unasked
        /// None is read for the user: only they know what they have heard.
        case nobodyReads
        /// One is read for the user, and was not yet.
        case unread
        /// It was read at that moment: what had come by then is known.
        case read(Date)
        /// It could not be read, for a reason in words, and is not tried again before that moment.
        case unreadable(until: Date, why: String)
    }

    package var kind: FollowUp.Kind
    /// `email`, or `post` for a card, which knows neither hours nor the day between.
    package var channel: Channel
    /// When courtesy asks for it; its window begins there.
    package var due: Date
    /// The zone of the interview, in which hours and days are counted.
    package var zone: TimeZone
    /// Its name, where this machine does not know it; then `zone` stands for nothing.
    package var unknownZone: String?
    package var standing: Recruitment.Standing
    /// The end of the interview thanked for, or of the last one of the recruitment.
    package var interviewEnded: Date
    /// The end of the last interview of the recruitment; what was heard before it answers nothing after it.
    package var lastInterviewEnded: Date
    /// Where a server deferred the message.
    package var nextAttempt: Date?
    /// What was heard in the recruitment, oldest first, nothing that was taken back.
    package var heard: [Word] = []
    /// When mails came that may be answers, oldest first, as long as the user has not said what they are.
    package var possibleReplies: [Date] = []
    /// When mails came that say that the recipient has left the house, oldest first, as long as the user has not said
    /// that they mean nothing.
    package var leavings: [Date] = []
    /// The newest email of ours to the recipient that was, or may have been, delivered; any recruitment.
    package var lastEmail: Date?
    /// When this follow-up was already done, by this program or by the user's own hand.
    package var done: Date?
    /// Its interview was called off.
    package var isCalledOff = false
    /// A thank-you to the recipient in this recruitment is a draft, held or refused.
    package var isUnthanked = false
    /// Whether a thank-you to the recipient in this recruitment has arrived only the user can tell.
    package var isThanksInDoubt = false
    /// What the user wrote or said to the recipient by themselves, about this recruitment and for no message of it, oldest
    /// first.
    package var ownWords: [OwnWord] = []
    /// When a later interview for the same role at the same organisation ended, or ends, in a recruitment that is open.
    package var invitedAgain: Date?
    /// When a thank-you to the recipient in this recruitment was due that is queued, and that the user has not released to go
    /// late.
    package var queuedThankYou: Date?
    /// When a question was approved by somebody at a screen, who can be asked again; nil where a script answered in advance.
    package var approvedAtScreen: Date?
    /// Whether what may have come by mail is known.
    package var mailbox = Mailbox.unasked
    /// Reasons that the user has set aside for this message.
    package var waived: Set<Reason.Code> = []

    /// What every message has; the rest begins as if nothing had happened since.
    package init(
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
