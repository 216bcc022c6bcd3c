import Etiquette
import Foundation
import Ledger

/// Whether the user's mailbox could be read when that was tried last.
extension Desk {
    /// Since when a mailbox could not be read, and why; nil where it could be.
    ///
    /// - Parameter mailbox: the name under which the ledger knows it.
    package func silence(of mailbox: String) throws -> MailboxSilence? {
        try ledger.read { try $0.silence(of: mailbox) }
    }

    /// Whether a mail of this recruitment waits for the user to say what it was.
    package func hasOpenMails(in recruitment: Recruitment.ID) throws -> Bool {
        try ledger.read { try !$0.openMails(in: recruitment).isEmpty }
    }

    /// Notes that it could not be read.
    ///
    /// - Parameter reason: in words.
    package func couldNotRead(_ mailbox: String, because reason: String, at now: Date) throws {
        try ledger.write { try $0.couldNotRead(mailbox, because: reason, at: now) }
    }

    /// Notes that it could; where it always could, nothing is written.
    package func couldRead(_ mailbox: String) throws {
        guard try silence(of: mailbox) != nil else { return }
        try ledger.write { try $0.couldRead(mailbox) }
    }
}
