import Etiquette
import Foundation
import Ledger
import Mail

/// The one way in: looks through a mailbox for whatever answers what was sent, and says what it means. It reads only
/// what it has not read yet, headers of what a search finds, and of candidates the beginning of the body.
package struct Listener: Sendable {
    /// What was found in one folder; to be noted with the position, or not at all.
    package struct Found: Equatable, Sendable {
        /// In any order; none that was noted before.
        package let facts: [MailFact]
        /// Where the reading stopped.
        package let position: FolderPosition
    }

    let ledger: Ledger
    /// Which mailbox it is: positions belong to it.
    let mailbox: String
    /// As people write them; empty for inbox, archive and junk.
    private let folders: [String]
    /// The user's addresses: mail from there answers nothing.
    private let own: [EmailAddress]
    let phrases: MailPhrases

    /// The bytes of a mail that are read at most: notices and answers say what they are at their beginning.
    static let longestBody = 256 * 1024
    /// For how long after a message left answers by other addresses are looked for, in seconds.
    static let memory: TimeInterval = 180 * 86_400

    /// Reads the ledger afresh at each listening.
    package init(
        ledger: Ledger, mailbox: String, folders: [String], own: [EmailAddress], phrases: MailPhrases
    ) {
        self.ledger = ledger
        self.mailbox = mailbox
        self.folders = folders
        self.own = own
        self.phrases = phrases
    }

    /// Reads every folder once.
    ///
    /// - Parameter note: called once for each folder in which something is new; what it throws ends the listening.
    /// - Returns: the folders that there are not; all the others were read.
    /// - Throws: `MailboxProblem` where the mailbox can't be read, or what the ledger or `note` throws.
    package func listen(
        to mailbox: any Mailbox, at now: Date, note: (Found) throws -> Void
    ) throws -> [MailboxProblem] {
        let positions = try ledger.read { try $0.positions(in: self.mailbox) }
        let round = try round(on: mailbox, at: now)
        guard round.isWorthwhile else { return round.missing }
        for folder in round.folders {
            let known = positions.first { $0.folder == folder.wireName }
            if let found = try round.reading.read(folder, after: known) { try note(found) }
        }
        return round.missing
    }

    /// Reads every folder as `listen` does, from the beginning, and notes nothing: what can be read now can be read then.
    ///
    /// - Returns: the folders that were read, and those that there are not.
    /// - Throws: `MailboxProblem` where the mailbox can't be read, or what the ledger throws.
    package func rehearse(
        on mailbox: any Mailbox, at now: Date
    ) throws -> (folders: [Folder], missing: [MailboxProblem]) {
        let round = try round(on: mailbox, at: now)
        for folder in round.folders { _ = try round.reading.read(folder, after: nil) }
        return (round.folders, round.missing)
    }

    /// What is read in one listening, and how.
    private struct Round {
        let reading: FolderReading
        let folders: [Folder]
        let missing: [MailboxProblem]
        /// Somebody may have written.
        let isWorthwhile: Bool
    }

    private func round(on mailbox: any Mailbox, at now: Date) throws -> Round {
        let known = try ledger.read { try KnownSenders($0, own: own, at: now) }
        let chosen = ReadFolders(of: folders, among: try mailbox.folders())
        let reading = FolderReading(
            listener: self, mailbox: mailbox, classifier: Classifier(known: known, phrases: phrases),
            terms: known.searchTerms(phrases: phrases), since: known.beginning(at: now), now: now)
        return Round(
            reading: reading, folders: chosen.folders, missing: chosen.missing,
            isWorthwhile: !known.circles.isEmpty)
    }
}
