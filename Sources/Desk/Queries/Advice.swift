import Etiquette
import Foundation
import Ledger
import Text

/// One thing to do, or to leave alone, today.
package struct Advice: Equatable, Sendable {
    /// Spelt as other programs read it.
    package enum Code: String, Sendable, CaseIterable {
        /// A mail was found that is, or may be, their answer: what was it?
        case mail
        /// A machine of theirs wants a click before it lets mail through.
        case challenge
        /// A machine says that the one who is to be asked has left the house: ask somebody else.
        case left = "has-left"
        /// A name is spelt in two ways, or can't stand in a letter as it is: which is right (rule `names-right`)?
        case name
        /// An address to which something is to go reaches nobody outside a network of its own.
        case address
        /// A draft waits for approval.
        case approve
        /// A draft may say once more what another message says (rule `thank-each`): one meeting or person, or two?
        case double
        /// A held message waits for a decision.
        case settle
        /// A server refused the message.
        case mend
        /// A message is due, and the user sends it by hand.
        case hand
        /// A message was perhaps delivered.
        case resolve
        /// A message came back.
        case bounced
        /// A card is to be printed and posted (rule `email-or-post`).
        case postCard = "post-card"
        /// A message is due: `send`.
        case send
        /// A message is due, and has not gone: `reason` says why where that is known.
        case overdue
        /// A message is due, and waits for nothing but the hour, or a day between two emails.
        case later
        /// An interview that came by invitation is over: what was talked about with whom?
        case howItWent = "how-it-went"
        /// An interview is planned; its messages wait for its end.
        case planned
        /// The user has withdrawn, and nobody there knows of it yet.
        case untold
        /// The draft of a thank-you has no talking point (rule `personal`).
        case talkingPoint = "talking-point"
        /// Quiet time: no second note (rule `wait`).
        case wait
        /// The question was asked; nothing more is sent before something is heard (rule `not-too-much`).
        case asked
        /// Rule `never-telephone`.
        case noTelephone = "never-telephone"
        /// Rule `no-social`.
        case noSocial = "no-social"
        /// A recruitment was over more than two years ago: are the names and letters still needed? Said for two weeks of
        /// each year.
        case old
        /// Nothing is open.
        case nothing

        /// It does not go on before the user has done something, or has said what was.
        package var needsUser: Bool {
            switch self {
            case .mail, .challenge, .left, .name, .address, .approve, .double, .settle, .mend, .resolve,
                .bounced, .postCard,
                .hand, .overdue, .howItWent, .untold:
                true
            case .send, .later, .planned, .talkingPoint, .wait, .asked, .noTelephone, .noSocial, .old,
                .nothing:
                false
            }
        }
    }

    /// What is advised.
    package let code: Code
    /// The message that it is about, if it is about one.
    package let message: Message?
    /// The recruitment that it is about, if it is about one.
    package let recruitment: Recruitment?
    /// Since when, for `old`; until when, for `wait`; until when it may still go, for `overdue` and `hand`.
    package let until: Date?
    /// Why a message is to be settled.
    package let reason: Reason?
    /// The zone in which to read `until`.
    package let zone: TimeZone?
    /// The mail that it is about, with its writer as far as known, and whether others of the recruitment wait too.
    package let mail: Mail?
    /// For `wait`: thank-yous by email are still queued, and are no reason to wait.
    package let isThanking: Bool
    /// For `wait`: a thank-you still waits for the user.
    package let isUnthanked: Bool
    /// The interview that it is about, for `how-it-went` and `planned`.
    package let interview: Interview?
    /// The drafts that wait for its answer, or its end.
    package let drafts: [Message]
    /// For `name`: the two spellings.
    package let difference: NameDifference?
    /// For `name`, where the one spelling can't stand in a letter: why.
    package let form: NameForm?
    /// For `double`: what may be one.
    package let double: PossibleDouble?
    /// For `old`: whom one could have forgotten; for `name` and `address`: whose it is.
    package let people: [Person]

    /// A mail that waits for the user's word.
    package struct Mail: Equatable, Sendable {
        /// As it was noted.
        package let heard: HeardMail
        /// Who wrote it, where the ledger knows them.
        package let writer: Person?
        /// Other mails of the recruitment wait too: say which is meant.
        package let isOneOfSeveral: Bool
        /// The other recruitments that it may be about: which it is, only the user can tell.
        package let others: [Recruitment]
    }

    init(
        _ code: Code, message: Message? = nil, recruitment: Recruitment? = nil, until: Date? = nil,
        reason: Reason? = nil, zone: TimeZone? = nil, isThanking: Bool = false, isUnthanked: Bool = false,
        mail: Mail? = nil,
        interview: Interview? = nil, drafts: [Message] = [], difference: NameDifference? = nil,
        form: NameForm? = nil, double: PossibleDouble? = nil,
        people: [Person] = []
    ) {
        self.code = code
        self.message = message
        self.recruitment = recruitment
        self.until = until
        self.reason = reason
        self.zone = zone
        self.isThanking = isThanking
        self.isUnthanked = isUnthanked
        self.mail = mail
        self.interview = interview
        self.drafts = drafts
        self.difference = difference
        self.form = form
        self.double = double
        self.people = people
    }
}
