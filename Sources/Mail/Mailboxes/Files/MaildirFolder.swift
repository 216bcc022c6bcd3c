import Foundation
import Glibc

/// The mails of one folder of a Maildir, as they lay there at one moment.
struct MaildirFolder {
    struct Entry {
        /// Stays the same while flags and subfolder change.
        let unique: String
        let path: String
        /// Nanoseconds since 1970; nobody but the kernel sets it, at arrival and at each renaming.
        let changed: Int
        /// What delivery programs set to the time of arrival.
        let received: Date
    }

    let path: String
    let entries: [String: Entry]

    init(path: String) throws(MailboxProblem) {
        self.path = path
        var entries: [String: Entry] = [:]
        // A mail that moves from new to cur meanwhile is met twice rather than missed.
        for part in ["new", "cur"] {
            for name in try names(inFolder: path + "/" + part) where !name.hasPrefix(".") {
                let file = path + "/" + part + "/" + name
                guard let status = stat(path: file), status.isRegularFile else { continue }
                let unique = String(name.prefix { $0 != ":" })
                entries[unique] = Entry(
                    unique: unique, path: file, changed: status.changed, received: status.writtenDate)
            }
        }
        self.entries = entries
    }

    /// Whether a folder has the shape of a Maildir.
    static func isAt(_ path: String) -> Bool {
        ["cur", "new"].allSatisfy { stat(path: path + "/" + $0)?.isFolder == true }
    }
}

/// How far a Maildir folder has been read. Its names are in no order, and what a program fetches late may bear an old
/// date; so the mails that were touched during the last week before the newest are known one by one, and an older
/// one that is touched again (a flag set, say) is looked at once more.
///
/// Written as `maildir HORIZON NAME,NAME`, the names as fingerprints.
struct MaildirReading {
    private static let week = 7 * 86_400 * 1_000_000_000
    /// So many names are kept; where more came in a week, the horizon is nearer.
    private static let mostNames = 4096

    let news: FolderState.News
    let entries: [MaildirFolder.Entry]
    let position: Position

    init(_ folder: MaildirFolder, since position: Position?) {
        let all = folder.entries.values.sorted { ($0.changed, $0.unique) > ($1.changed, $1.unique) }
        self.position = Self.position(after: all)
        let newest = all.first?.changed ?? 0
        guard let (horizon, known) = position.flatMap(Self.parse), newest >= horizon || all.isEmpty else {
            (news, entries) = (.everything, all)
            return
        }
        entries = all.prefix { $0.changed >= horizon }
            .filter { !known.contains(Fingerprint($0.unique.utf8)) }
        news = entries.isEmpty ? .nothing : .some
    }

    private static func position(after all: [MaildirFolder.Entry]) -> Position {
        let newest = all.first?.changed ?? 0
        let last = all.prefix(mostNames).last?.changed ?? 0
        let horizon = max(newest - week, last)
        let names = all.prefix { $0.changed >= horizon }.map { Fingerprint($0.unique.utf8).text }
        return Position(text: "maildir \(horizon) " + names.joined(separator: ","))
    }

    private static func parse(_ position: Position) -> (horizon: Int, known: Set<Fingerprint>)? {
        let words = position.text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, words[0] == "maildir", let horizon = Int(words[1]) else { return nil }
        let names = words[2].split(separator: ",")
        let known = names.compactMap { Fingerprint($0) }
        return known.count == names.count ? (horizon, Set(known)) : nil
    }
}
