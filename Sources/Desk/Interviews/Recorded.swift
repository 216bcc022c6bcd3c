import Composer
import Etiquette
import Text

/// What became of one interview that was to be recorded.
package struct Recorded: Equatable, Sendable {
    /// The open recruitment that it joined, or the new one.
    package let recruitment: Recruitment.ID
    /// The new interview, or the one that was known.
    package let interview: Interview.ID
    /// It was known already; nothing was added.
    package let existing: Bool
    /// The messages that this interview has a part in, thank-yous first, in the order of the panel.
    package let messages: [Message.ID]
    /// In the order in which they came up.
    package var notices: [Notice]
    /// Those that may need the user. That an organisation has an article in a sentence is plain from every letter; that a
    /// role is shortened there is not.
    package var warnings: [Notice] {
        notices.filter { if case .saidAs(role: nil, _) = $0 { false } else { true } }
    }
    /// It had been deleted as a mistake or called off, and is on record again with what was told now.
    package var isRestored: Bool {
        notices.contains(.restored(interview)) || notices.contains(.takenUp(interview))
    }
    /// What proofreading found in the new messages, where it found something; nil where they were not read, because
    /// nothing was to be queued.
    package var findings: [Message.ID: [Finding]]?

    /// What the user should know of it.
    package enum Notice: Equatable, Sendable {
        /// An earlier interview, less than 48 hours away, earns the thank-you to this person (rule `thank-each`).
        case sharesThankYou(Person, Message.ID)
        /// Nobody has an address, so that no decision-status message can be sent.
        case nobodyToAsk
        /// The decision-status message was redrafted for this later interview.
        case redrafted(Message.ID)
        /// Earlier messages that have not gone were worded anew in the voice that this interview brought.
        case reworded([Message.ID], Voice)
        /// The user had called the decision-status message off; it stays so.
        case staysCancelled(Message.ID)
        /// The question about the decision was asked before this interview; it is asked once (rule `not-too-much`).
        case alreadyAsked(Message.ID)
        /// They had turned the user down for this job, and a request for feedback on that waits: it is held, or would be
        /// (rule `feedback`).
        case invitedAgain(Recruitment, request: Message.ID)
        /// They have named another day for the decision since, and that one counts.
        case promiseHeard(Day, Recruitment.ID)
        /// The person was met before (rule `professional`).
        case metBefore(Person)
        /// Somebody of the same name is known here without an address: perhaps one person, thanked twice.
        case namesake(Person, without: Person)
        /// A message of it may say once more what another one says (rule `thank-each`).
        case possibleDouble(PossibleDouble)
        /// An email address and a name that do not resemble each other (rule `names-right`).
        case nameUnlikeAddress(Person)
        /// A name that can't stand in a letter as it is written (rule `names-right`).
        case unusualName(Person, NameForm)
        /// An address whose domain has no dot.
        case bareDomain(Person)
        /// What was told of the conversation with somebody is set in other words than it was typed in.
        case tidied(Person, typed: String, Setting)
        /// What was told of the conversation with somebody stands in no letter, since only the agency is written to.
        case leftOut(Person)
        /// The organisation or the role is in capitals, or in small letters (rule `names-right`).
        case unusualWriting(Interview.ID, String, UsualWriting)
        /// The interview was deleted as a mistake, and stays so.
        case staysDeleted(Interview.ID)
        /// The interview was deleted as a mistake, and is on record again.
        case restored(Interview.ID)
        /// The interview was called off, and takes place after all.
        case takenUp(Interview.ID)
        /// How role or organisation, or both, stand in sentences, of which nobody has said so.
        case saidAs(role: String?, organisation: String?)
    }
}

extension Recorded.Notice {
    /// What became of a text that was typed.
    package enum Setting: Equatable, Sendable {
        /// It is set like this.
        case tidied(String)
        /// It was typed as a topic and is a sentence, and stands in the letter by itself, like this.
        case sentence(String)
        /// It says nothing that could be set.
        case nothing
    }
}

extension [Recorded.Notice] {
    /// What the user is to tell apart.
    package var possibleDoubles: [PossibleDouble] {
        compactMap { if case .possibleDouble(let double) = $0 { double } else { nil } }
    }
}
