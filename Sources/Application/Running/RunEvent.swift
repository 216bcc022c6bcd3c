import Desk
import Etiquette
import Foundation

/// Something that a long run tells in one line of its log.
package enum RunEvent {
    case started
    /// Nothing leaves before; nil where nothing is queued.
    case waiting(Date?)
    /// Something became of a message; its state tells what.
    case moved(MessageStatus)
    /// Messages that the user sends by hand may go from now on.
    case ready([Message.ID])
    /// The server took nothing; what was due is tried again later.
    case serverTakesNothing(StoppedSending)
    /// Nothing is tried for a while, because of this.
    case paused(any Error, until: Date)
    case sentFolder(SentFolderNews)
    /// A mail was found that means something.
    case heard(Desk.Noted)
    /// The mailbox could not be read, because of this; it is left alone for a while.
    case mailboxUnread(any Error, until: Date)
    /// A planned interview is over, and the user is asked how it went.
    case over(Interview)
    case ledgerChanged
    case configurationRead
    /// What is wrong with it; the one before stays in force.
    case configurationRefused(any Error)
    case surprised(Moments.Surprise)
    case stopping
    case stopped
    /// What was on its way did not end in time.
    case abandoned
}

/// Something that a long run tells the user at once, on the desktop.
package enum RunNotice {
    /// What a round has left to the user: refused, in doubt, held.
    case messages([Message.ID])
    /// What the user may send by hand from now on.
    case ready([Message])
    /// Mails that were found, of which some may need the user.
    case mails([Desk.Noted])
    /// An interview is over.
    case howItWent(Advice)
    case mailboxUnread
    /// The configuration before stays in force.
    case configurationRefused
    /// Nothing goes for a while.
    case paused(Pause.Cause)
}
