import Composer
import Etiquette
import Foundation
import Ledger

/// Where messages are written: interviews are recorded here, drafts composed, checked, approved, changed and
/// called off, and what was heard is taken in. Each call is one transaction of the ledger.
package struct Desk: Sendable {
    /// Where everything is kept.
    package let ledger: Ledger
    /// What the user has set of etiquette.
    package let settings: EtiquetteSettings
    /// Whose name and address stand on every message.
    package let sender: NameAndAddress
    /// The user sends each message with a program of their own.
    let isByHand: Bool
    /// Whether Afterword looks for answers by itself.
    let isMailboxRead: Bool
    /// Read only where something is worded: most commands word nothing.
    let templates: @Sendable () throws -> TemplateSet
    /// Likewise.
    package let language: @Sendable () throws -> ProofLanguage
    let keptStatistics = KeptStatistics()

    var judge: Judge { Judge(settings: settings) }
    var times: DueTimes { DueTimes(settings: settings) }

    /// Begins wording within a transaction, once the facts of it stand.
    ///
    /// - Parameter people: who was met, where the transaction knows them already.
    func drafting(in transaction: LedgerTransaction, near people: NearbyPeople? = nil) throws -> Drafting {
        Drafting(
            desk: self, transaction: transaction, templates: try templates(), language: try language(),
            nearby: people ?? NearbyPeople(transaction: transaction))
    }

    /// - Parameters:
    ///   - templates: called where something is worded, and only there.
    ///   - language: what proofreading knows of its language; called likewise.
    package init(
        ledger: Ledger, settings: EtiquetteSettings, sender: NameAndAddress, isByHand: Bool = false,
        isMailboxRead: Bool = true, templates: @escaping @Sendable () throws -> TemplateSet,
        language: @escaping @Sendable () throws -> ProofLanguage = { .unknown }
    ) {
        self.ledger = ledger
        self.settings = settings
        self.sender = sender
        self.isByHand = isByHand
        self.isMailboxRead = isMailboxRead
        self.templates = templates
        self.language = language
    }
}

/// What can't be done at the desk, as data.
package enum DeskProblem: Error, Equatable, Sendable {
    /// The message is in a state from which this does not lead on.
    case wrongState(Message.ID, MessageState, Step)
    /// A reason that can't be waived keeps the message held.
    case cannotBeWaived(Message.ID, Reason)
    /// The follow-up was already done in another way.
    case alreadyDone(Message.ID)
    /// No finding has this code, or it is one that can't be ignored.
    case cannotBeIgnored(code: String)
    /// Nothing, or several things, answer to a text.
    case nothingCalled(Wanted, String)
    case severalCalled(String, [Called])
    /// The person has nothing to do with the recruitment.
    case notInRecruitment(Person, Recruitment)
    /// Nothing was heard that could be taken back.
    case nothingHeard(Recruitment)
    case addressTaken(by: Person)
    case nameTaken(by: Person)
    /// A call or a social network thanks nobody, so that no message can be meant.
    case thanksNobody(Channel)
    /// That the message was sent, or done otherwise, is not the user's word alone, or was never said.
    case notOfUser(Message.ID)
    /// A card has no subject and no bytes; an email is not printed.
    case notACard(Message.ID)
    case inFuture(Date, now: Date)
    /// The clock is behind what was sent, tried or recorded last: what was said now would be dated before it.
    case clockBehind(newest: Date, now: Date)
    /// The thank-you that an entry fulfils is not clear.
    case severalThankYous([Message.ID])
    case notTheirs(Message.ID, Person)
    /// Nothing was found in the mailbox of which the user has not said what it was.
    case noMail(Recruitment)
    /// Which mail is meant is not clear.
    case severalMails(Recruitment, [HeardMail])
    /// The person has to do with several open recruitments.
    case severalRecruitments(Person, [Recruitment])
    /// The organisation and role are another recruitment's.
    case recruitmentExists(Recruitment)
    case interviewExists(Interview, Recruitment)
    /// The interview was recorded by mistake; only `undelete` leads on from there.
    case isDeleted(Interview.ID)
    /// Something was sent for the interview, or said about it: it took place.
    case tookPlace(Interview.ID)
    /// Nothing is heard of an interview before it is over.
    case beforeInterview(Date, ended: ZonedTime)
    case nothingToChange
    /// No question of the recruitment waits for the user's word.
    case nothingAsked(Recruitment)
    /// The person was forgotten: nothing is kept of them that could be changed, or written to.
    case isForgotten(Person)
    /// A message to the person is being delivered, or may have been: they are forgotten once that is settled.
    case somethingUnderWay(Person, Message.ID, MessageState)
    /// No template is in this voice.
    case unknownVoice(Voice, known: [Voice])
    /// The interview is not over yet (rule `after-24-hours`).
    case planned(Message.ID, ends: ZonedTime)
    /// It is another text by now than the one that was decided about; the message as it is.
    case changedMeanwhile(Message)
    /// An interview or a person is not any more what was shown when the change was made.
    case recordChangedMeanwhile
    /// Something else was said since, so that this is not the last word any more.
    case heardMeanwhile

    /// What was asked of a message.
    package enum Step: String, Sendable {
        case approve, edit, hold, release, cancel, resolve, log
    }
}
