import Desk
import Etiquette
import Foundation

/// Something that a long run tells in one line of its log.
enum RunEvent {
    case started
    /// Nothing leaves before; nil where nothing is queued.
    case waiting(Date?)
    /// Something became of a message; its state tells what.
    case moved(MessageStatus)
    /// The server took nothing, in a sentence; what was due is tried again later.
    case serverTakesNothing(String)
    /// Nothing is tried for a while, because of what the sentence says.
    case paused(String, until: Date)
    /// A doubt that a copy has settled, or why copies wait, in a sentence.
    case sentFolder(String)
    /// A mail was found that means something.
    case heard(Desk.Noted)
    /// The mailbox could not be read, because of what the sentence says; it is left alone for a while.
    case mailboxUnread(String, until: Date)
    /// A planned interview is over, and the user is asked how it went.
    case over(Interview)
    case ledgerChanged
    case configurationRead
    /// What is wrong with it; the one before stays in force.
    case configurationRefused(String)
    case surprised(Moments.Surprise)
    case stopping
    case stopped
    /// What was on its way did not end in time.
    case abandoned
}
