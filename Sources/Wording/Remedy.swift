import Etiquette
import Ledger

/// Something that the user may do about what a sentence says.
///
/// An identity that is missing is for the user to fill in, since the sentence does not know it.
package enum Remedy: Equatable, Sendable {
    // What becomes of messages.
    /// - Parameter ignoring: the code of a finding that is waived with it.
    case approve([Message.ID], ignoring: String? = nil)
    /// - Parameter ids: none where that is for the user to say.
    case release([Message.ID])
    case cancel([Message.ID])
    case edit(Message.ID?)
    case show(Message.ID?)
    /// Say whether a message in doubt arrived; nil where that is for the user to tell.
    case resolve(Message.ID?, delivered: Bool? = nil)
    case printCard(Message.ID)
    /// Note that the card to a person is on its way.
    case logPosted(to: Person.ID)
    case send

    // What happened, and what is on record.
    /// Tell what was heard: one of the news, of which the user chooses.
    case tell(Recruitment.ID?, [News] = [], mail: MailFact.ID? = nil)
    case addInterview
    case editInterview(Interview.ID?, InterviewChange = .any)
    case editPerson(Person.ID?, PersonChange = .any)
    case verifyPerson(Person.ID?)
    /// Delete what is kept of them.
    case forget(Person.ID)

    // Lists to look at.
    case showAdvice
    case showQueue(all: Bool)
    case showPerson(Person.ID)
    case listPeople
    case listInterviews
    case showAudit
    /// The contact log, with nothing cut off.
    case exportAudit

    // Setting up and keeping at work.
    case setUp
    case check
    case readMailbox
    /// Take this copy of the database as the one that sends.
    case adopt
    case trustClock
    case restore
    case installService
    case showService
    /// Have the service started from a session of the user's own, where it can't be from here.
    case beginService
    case startService
    case stopService
    case restartService
    case enableService
    /// Have the service go on while nobody is logged in.
    case letServiceLinger
    case stayRunning
}

extension Remedy {
    /// What was heard, as far as the sentence goes into it.
    package enum News: Equatable, Sendable, CaseIterable {
        case replied, thanked, rejected, offered, decisionDay, notThem
    }

    package enum InterviewChange: Equatable, Sendable {
        case any
        /// What was talked about with each of these people.
        case talkingPoints([Person])
        case contact
    }

    package enum PersonChange: Equatable, Sendable {
        case any
        case address
        /// To this name; nil where only the user knows it.
        case name(String?)
    }
}

/// Something that a person can tell the program, in a form or beside a command.
package enum FormField: Equatable, Sendable {
    case organisation, organisationAs, role, roleShort, ended, timeZone, length, panel, talkingPoint, contact,
        decisionBy
    case message, recruitment, mail, moment
    /// That what was understood is right.
    case confirmation
    /// That what is there may be replaced.
    case replacement
    case dateOrder, year, timeOfDay
    /// What a column of a spreadsheet means; nil where the user knows which column it is.
    case column(String?, means: String)
    /// A value for every row of a spreadsheet that has none of its own.
    case everyRow(String)
}
