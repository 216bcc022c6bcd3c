import Foundation

/// Why a mailbox can't be read.
package struct MailboxSilence: Equatable, Sendable {
    /// Since when it could not be read, whenever that was tried.
    package let since: Date
    /// When that was tried last.
    package let newest: Date
    /// Why, in words.
    package let words: String
}

extension LedgerTransaction {
    /// Why a mailbox could not be read when that was tried last; nil where it could be, or was never tried.
    package func silence(of mailbox: String) throws -> MailboxSilence? {
        try row("SELECT since, newest, words FROM mailboxTrouble WHERE mailbox = ?", [mailbox]).map { row in
            MailboxSilence(
                since: Date(milliseconds: row[0]), newest: Date(milliseconds: row[1]), words: row[2])
        }
    }

    /// Writes down that a mailbox could not be read.
    package func couldNotRead(_ mailbox: String, because words: String, at now: Date) throws {
        try run(
            """
            INSERT INTO mailboxTrouble (mailbox, since, newest, words) VALUES (?1, ?2, ?2, ?3)
            ON CONFLICT (mailbox) DO UPDATE SET newest = ?2, words = ?3
            """, [mailbox, now.milliseconds, words])
    }

    package func couldRead(_ mailbox: String) throws {
        try run("DELETE FROM mailboxTrouble WHERE mailbox = ?", [mailbox])
    }
}
