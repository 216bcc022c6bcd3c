import Foundation

package struct Folder: Hashable, Sendable {
    /// As the mailbox itself writes it: modified UTF-7 (RFC 3501 5.1.3) in IMAP and Maildir++, a path for files.
    package let wireName: String
    /// As people read it, hierarchy included: `INBOX`, `Work/Interviews`.
    package let name: String
    /// Between the levels of the name; empty where there are none.
    package let separator: String
    /// What it is for, where that is known.
    package var use: SpecialUse?

    /// The one that every IMAP server has (RFC 3501 5.1).
    package static let inbox = Folder(wireName: "INBOX", name: "INBOX", separator: "", use: .inbox)

    /// What stands behind the last separator.
    var lastName: Substring {
        guard !separator.isEmpty, let range = name.range(of: separator, options: .backwards) else {
            return name[...]
        }
        return name[range.upperBound...]
    }
}

/// What a folder is for (RFC 6154 section 2).
package enum SpecialUse: String, Sendable, CaseIterable {
    case inbox
    case all
    case archive
    case drafts
    /// Marked as important by the user.
    case flagged
    /// Taken for unsolicited mail.
    case junk
    case sent
    case trash

    /// An attribute of a LIST response, such as `\Sent`; `\Spam`, `\Starred` and `\AllMail` come from older servers.
    init?(attribute: String) {
        switch attribute.lowercased() {
        case "\\all", "\\allmail": self = .all
        case "\\archive": self = .archive
        case "\\drafts": self = .drafts
        case "\\flagged", "\\starred": self = .flagged
        case "\\junk", "\\spam": self = .junk
        case "\\sent": self = .sent
        case "\\trash": self = .trash
        case "\\inbox": self = .inbox
        default: return nil
        }
    }
}

extension [Folder] {
    /// One folder for each use. A use that no folder claims goes to the first folder of a well-known name: servers without
    /// RFC 6154, Maildir folders and mbox files tell by nothing else. Of several that claim it, the best known keeps it.
    func withUsesByName() -> [Folder] {
        var folders = self
        for index in folders.indices where folders[index].name.uppercased() == "INBOX" {
            folders[index].use = .inbox
        }
        for (use, names) in WellKnownFolders.names {
            func bestKnown(for claim: SpecialUse?) -> Int? {
                names.lazy.compactMap { [folders] name in
                    folders.firstIndex { $0.use == claim && $0.lastName.lowercased() == name }
                }.first
            }
            let claimed = folders.indices.filter { folders[$0].use == use }
            if claimed.isEmpty {
                if let found = bestKnown(for: nil) { folders[found].use = use }
            } else if claimed.count > 1 {
                // Dovecot, for one, ships with two for sent mail. Whatever the order of the list, it is the same one.
                let chosen = bestKnown(for: use) ?? claimed[0]
                for index in claimed where index != chosen { folders[index].use = nil }
            }
        }
        return folders
    }
}
