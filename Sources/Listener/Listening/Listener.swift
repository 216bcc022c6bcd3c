import Etiquette
import Foundation
import Ledger
import Mail

/// The one way in: looks through a mailbox for whatever answers what was sent, and says what it means. It reads only
/// what it has not read yet, headers of what a search finds, and of candidates the beginning of the body.
public struct Listener: Sendable {
    /// Whose mail is read, and where.
    public struct Settings: Equatable, Sendable {
        /// Which mailbox it is: positions belong to it.
        public var mailbox: String
        /// As people write them; empty for inbox, archive and junk.
        public var folders: [String]
        /// The user's addresses: mail from there answers nothing.
        public var own: [EmailAddress]

        /// For one mailbox of one user.
        public init(mailbox: String, folders: [String], own: [EmailAddress]) {
            self.mailbox = mailbox
            self.folders = folders
            self.own = own
        }
    }

    /// What was found in one folder; to be noted with the position, or not at all.
    public struct Found: Equatable, Sendable {
        /// In any order; none that was noted before.
        public let facts: [MailFact]
        /// Where the reading stopped.
        public let position: FolderPosition
    }

    let ledger: Ledger
    let settings: Settings
    let phrases: Phrases

    /// The bytes of a mail that are read at most: notices and answers say what they are at their beginning.
    static let longestBody = 256 * 1024
    /// For how long after a message left answers by other addresses are looked for, in seconds.
    static let memory: TimeInterval = 180 * 86_400

    /// Reads the ledger afresh at each listening.
    public init(ledger: Ledger, settings: Settings, phrases: Phrases) {
        self.ledger = ledger
        self.settings = settings
        self.phrases = phrases
    }

    /// Reads every folder once.
    ///
    /// - Parameter note: called once for each folder in which something is new; what it throws ends the listening.
    /// - Returns: the folders that there are not; all the others were read.
    /// - Throws: `MailboxProblem` where the mailbox can't be read, or what the ledger or `note` throws.
    public func listen(
        to mailbox: any Mailbox, at now: Date, note: (Found) throws -> Void
    ) throws -> [MailboxProblem] {
        let (known, positions) = try ledger.read { books in
            (
                try Acquaintances(books, own: settings.own, at: now),
                try books.positions(in: settings.mailbox)
            )
        }
        let (folders, missing) = try choose(among: mailbox.folders())
        guard !known.circles.isEmpty else { return missing }
        let reading = FolderReading(
            listener: self, mailbox: mailbox, classifier: Classifier(known: known, phrases: phrases),
            terms: known.searchTerms(phrases: phrases), since: known.beginning(at: now), now: now)
        for folder in folders {
            if let found = try reading.read(folder, after: positions.first { $0.folder == folder.wireName }) {
                try note(found)
            }
        }
        return missing
    }

    /// The folders to read: those that the user names, else those where answers arrive or are put.
    private func choose(among all: [Folder]) throws -> ([Folder], missing: [MailboxProblem]) {
        guard !settings.folders.isEmpty else { return (Self.usual(among: all), []) }
        var chosen: [Folder] = []
        var missing: [MailboxProblem] = []
        for name in settings.folders {
            if let folder = all.first(where: { $0.isCalled(name) }) {
                chosen.append(folder)
            } else {
                missing.append(.noSuchFolder(name: name, words: ""))
            }
        }
        return (chosen, missing)
    }

    /// Inbox, archive (or the folder of everything, where there is none) and junk.
    private static func usual(among all: [Folder]) -> [Folder] {
        func folder(_ use: SpecialUse) -> Folder? { all.first { $0.use == use } }
        let found = [folder(.inbox), folder(.archive) ?? folder(.all), folder(.junk)].compactMap(\.self)
        // A folder with mbox files may have no inbox: then all of them are read.
        return found.contains { $0.use == .inbox } ? found : all.isEmpty ? [.inbox] : all
    }
}

extension Folder {
    fileprivate func isCalled(_ text: String) -> Bool {
        name == text || wireName == text || (use == .inbox && text.uppercased() == "INBOX")
    }
}
