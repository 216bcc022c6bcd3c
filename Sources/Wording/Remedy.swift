import Etiquette
import Ledger

/// Something that the user may do about what a sentence says.
///
/// An identity that is missing is for the user to fill in, since the sentence does not know it.
package enum Remedy: Equatable, Sendable {
    // MARK: What becomes of messages

    /// Queue drafts: they are sent when they are due.
    ///
    /// - Parameter ignoring: the code of a finding that is waived with it.
    case approve([Message.ID], ignoring: String? = nil)
    /// Let held messages go after all, or make cancelled ones drafts again.
    ///
    /// - Parameter ids: none where that is for the user to say.
    case release([Message.ID])
    /// Don't send them, now or later.
    case cancel([Message.ID])
    /// Write its text anew; it is a draft then.
    case edit(Message.ID?)
    /// Look at the message with its findings and the server's words.
    case show(Message.ID?)
    /// Say whether a message in doubt arrived; nil where that is for the user to tell.
    case resolve(Message.ID?, delivered: Bool? = nil)
    /// Open the thank-you card for printing.
    case printCard(Message.ID)
    /// Note that a card is on its way.
    case logPosted(Message.ID)
    /// Send once what is due now.
    case send
    /// Send a message by hand, or say whether that was done; nil where the message is for the user to name.
    case hand(Message.ID?, HandStep = .open)

    // MARK: What happened, and what is on record

    /// Tell what was heard: one of the news, of which the user chooses; without any, all of them.
    ///
    /// - Parameter mail: the mail that it is about, where several wait.
    case tell(Recruitment.ID?, [News] = [], mail: MailFact.ID? = nil)
    /// Say that nothing was heard.
    case heardNothing(Recruitment.ID)
    /// Say that those from whom the user has withdrawn know it now.
    case sayToldThem(Recruitment.ID)
    /// Record an interview that has ended.
    case addInterview
    /// Record one that is still to come.
    case planInterview
    /// Correct what is on record of an interview.
    case editInterview(Interview.ID?, InterviewChange = .any)
    /// It did not take place.
    case cancelInterview(Interview.ID)
    /// It was deleted by mistake.
    case restoreInterview(Interview.ID)
    /// Correct a name or an address.
    case editPerson(Person.ID?, PersonChange = .any)
    /// Say that a name is right as it is on record.
    case verifyPerson(Person.ID?)
    /// Delete what is kept of them; with their full name, without being asked.
    case forget(Person.ID, confirming: String? = nil)

    // MARK: Lists to look at

    /// What to do, and what to leave alone, today.
    case showAdvice
    /// - Parameter all: the sent and cancelled ones too.
    case showQueue(all: Bool)
    /// The whole history of a person.
    case showPerson(Person.ID)
    case listPeople
    case listInterviews
    /// The contact log.
    case showAudit
    /// The contact log, with nothing cut off.
    case exportAudit
    /// What is on record of one person.
    case auditPerson(Person.ID)
    case listTemplates

    // MARK: Setting up and keeping at work

    /// Write the first configuration.
    case setUp
    /// Tell of the mailbox, so that answers are noticed.
    case setUpMailbox
    /// Try everything that is needed to send, without sending.
    case check
    /// Look for answers now.
    case readMailbox
    /// Take this copy of the database as the one that sends.
    case adopt
    /// Say that the clock is right now, and was ahead when something was recorded.
    case trustClock
    /// Go back to a backup of the database, whose file is for the user to name.
    ///
    /// - Parameter file: nil where the user has to say which backup.
    case restore(String?)
    /// Have messages sent whenever the user is logged in.
    case installService
    /// How the service stands.
    case showService
    /// Have the service started from a session of the user's own, where it can't be from here.
    case beginService
    case startService
    case stopService
    case restartService
    /// What the service has logged.
    case showLog
    /// Have it start whenever the user logs in.
    case enableService
    /// Have the service go on while nobody is logged in.
    case letServiceLinger
    /// Send messages as they fall due for as long as this is left running.
    case stayRunning
}

extension Remedy {
    /// What is done with a message that is sent by hand.
    package enum HandStep: Equatable, Sendable, CaseIterable {
        case open, show, file, sent, notSent
    }

    /// What was heard, as far as the sentence goes into it.
    package enum News: Equatable, Sendable, CaseIterable {
        case replied, thanked, rejected, offered, decisionDay, notThem, undone
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
        /// How to greet them.
        case salutation
        /// To this name; nil where only the user knows it.
        case name(String?)
    }
}

/// Something that a person can tell the program, in a form or beside a command.
package enum FormField: Equatable, Sendable {
    /// That an interview is still to come.
    case planned
    case organisation, organisationAs, role, roleShort, ended, timeZone, length, panel,
        talkingPoint, contact,
        decisionBy
    case message, recruitment, mail, moment
    /// That what was understood is right.
    case confirmation
    /// That what is there may be replaced.
    case replacement
    case dateOrder, year, timeOfDay
    /// How far back to look through the mailbox.
    case lookingBack
    /// What a column of a spreadsheet means; nil where the user knows which column it is.
    case column(String?, means: String)
    /// A value for every row of a spreadsheet that has none of its own.
    case everyRow(String)
}
