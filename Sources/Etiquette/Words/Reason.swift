import Foundation

/// Why a message waits or is held, as data; the command line makes the sentence.
package struct Reason: Hashable, Sendable {
    /// Spelt as other programs read it.
    package enum Code: String, Sendable, CaseIterable {
        // Reasons to wait.
        /// Not yet due (rule `after-24-hours`).
        case early
        /// The two weeks, or the promised date, are not over (rules `wait`, `two-weeks`).
        case quietTime = "quiet-time"
        /// Outside the allowed hours, or on a weekend or holiday.
        case closedHours = "closed-hours"
        /// Less than 24 hours since the last email to this person (rule `not-too-much`).
        case dayBetween = "day-between"
        /// The server deferred it; tried again later.
        case deferred
        /// The mailbox could not be read before the question was to go; `detail` says why. It is tried again.
        case mailboxUnread = "mailbox-unread"
        /// The Sent folder could not be searched since the machine was started anew or the ledger adopted, and it may have
        /// left before; `detail` says why. It is tried again.
        case sentFolderUnread = "sent-folder-unread"
        /// Nothing could be sent when it was last tried, before the user has mended something; `detail` has the server's
        /// words, or the name of the cause. It goes with the next sending.
        case notSending = "not-sending"
        /// The time zone of its interview is not known on this machine; `detail` names it.
        case unknownZone = "unknown-zone"
        // Reasons to hold.
        /// Its window is over (rule `after-24-hours`: too late is worse than never), or will be before it may go; then
        /// `detail` is the code of what it would wait for.
        case late
        /// They have answered (rule `two-weeks`).
        case replied
        /// A mail has come that may be their answer: only the user can tell (rule `two-weeks`).
        case possibleReply = "possible-reply"
        /// A mail says that the recipient has left the house: the question would reach nobody (rule `two-weeks`).
        case left = "has-left"
        /// The recruitment has ended; can't be waived.
        case ended
        /// This follow-up was already done; can't be waived.
        case duplicate
        /// The recipient's own thank-you has not gone; with the state `unconfirmed` as its `detail`, whether it has is in
        /// doubt.
        case notThanked = "not-thanked"
        /// The user has written to the one who is to be asked by themselves, after the interview (rule `not-too-much`).
        case wroteYourself = "wrote-yourself"
        /// They have invited the user again, after the rejection that it answers (rule `feedback`).
        case invitedAgain = "invited-again"
        /// The interview has not ended yet.
        case planned
        /// A question was approved a while ago, and nobody reads the mailbox: whether anything was heard since, only the user
        /// can tell (rule `two-weeks`).
        case anyNews = "any-news"
        /// The user asked for it.
        case byUser = "by-user"
        /// The user resolved a doubtful delivery as not delivered.
        case notDelivered = "not-delivered"
        /// It was approved under another name or address of the user's than the configured one; `detail` has that.
        case senderChanged = "sender-changed"
        /// A fact was mended while it was on its way or in doubt: it does not go again as it is.
        case outdated
        /// Their name was read in another spelling after it was approved (rule `names-right`); `detail` has that.
        case nameInDoubt = "name-in-doubt"
        /// Its frozen text can't be read any more; `detail` says what is wrong with it.
        case unreadable
        /// It may have been sent from another copy of the ledger, before the user adopted this one.
        case otherLedger = "other-ledger"
        /// A mail to the same address with the same subject lies in the Sent folder, and this ledger knows nothing of it.
        case copyFound = "copy-found"
        // Reasons for a state.
        /// The server refused it; `detail` has its words.
        case refused
        /// It came back, and its address is gone for good; `detail` has the words of the mail system.
        case bounced
        /// It came back, but another time it may arrive.
        case bouncedForNow = "bounced-for-now"
        /// Body given, no complete reply; `detail` says what happened instead.
        case unconfirmed
        /// The user has opened it in a mail program of their own, and has not said whether it was sent.
        case opened
        /// Thanked in another way, by the user's own hand; `detail` names the channel.
        case fulfilled
        /// The interview was mended: this person was not on its panel.
        case notOnPanel = "not-on-panel"
        /// They called the interview off.
        case calledOff = "called-off"
        /// Its recipient was forgotten, on the user's word; can't be waived.
        case forgotten
    }

    /// What it is that keeps the message back.
    package let code: Code
    /// The moment the reason speaks of: until when for a wait, since when for a hold.
    package let moment: Date?
    /// What the code alone does not say: the server's words, an address, a standing.
    package let detail: String?

    /// A reason, as exact as is known.
    package init(_ code: Code, moment: Date? = nil, detail: String? = nil) {
        self.code = code
        self.moment = moment
        self.detail = detail
    }

    /// Whether `release` may set this reason aside.
    package var canBeWaived: Bool { ![.duplicate, .ended, .calledOff, .forgotten].contains(code) }
}

extension Reason.Code {
    /// The user has stopped the message by a word of their own, and only another one lets it go.
    package var isOfUser: Bool { self == .byUser || self == .notDelivered }

    /// A message waits for it that could go otherwise, and for nothing that etiquette asks.
    package var isFailure: Bool {
        switch self {
        case .deferred, .mailboxUnread, .sentFolderUnread, .notSending, .unknownZone: true
        default: false
        }
    }

    /// What was approved is not right any more: it is approved anew, never waived.
    package var standsForChange: Bool {
        switch self {
        case .senderChanged, .outdated, .unreadable, .nameInDoubt: true
        default: false
        }
    }
}
