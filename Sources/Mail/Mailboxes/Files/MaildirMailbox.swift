import Foundation
import Glibc

/// A Maildir with its subfolders, as Maildir++ (`.Work.Interviews` inside) or as a tree of folders.
package final class MaildirMailbox: Mailbox {
    private static let deepest = 5
    private static let mostFolders = 5_000

    private let root: String
    private var opened: (folder: MaildirFolder, reading: MaildirReading)?

    /// - Parameter path: absolute.
    package init(path: String) { root = path }

    /// By their place; what they are for by well-known names.
    package func folders() throws(MailboxProblem) -> [Folder] {
        var folders: [Folder] = []
        if stat(path: root)?.isRegularFile == true { throw notMailbox }
        if MaildirFolder.isAt(root) {
            folders = [.inbox] + (try subfolders(of: "")).filter { $0.hasPrefix(".") }.compactMap(dotted)
        } else {
            try collect("", depth: 0, into: &folders)
        }
        guard !folders.isEmpty else { throw notMailbox }
        return folders.withUsesByName()
    }

    private var notMailbox: MailboxProblem {
        .notMailbox(path: root, expected: .maildir, isOther: (try? MboxFile.isAt(root)) == true)
    }

    /// Looks at each name and its times, and into no mail.
    package func open(_ folder: Folder, since position: Position?) throws(MailboxProblem) -> FolderState {
        opened = nil
        let path = try path(of: folder)
        let content = try MaildirFolder(path: path)
        let reading = MaildirReading(content, since: position)
        opened = (content, reading)
        return FolderState(exists: content.entries.count, news: reading.news, position: reading.position)
    }

    /// Reads the header of each new mail, unless every mail fits.
    package func search(_ criteria: Criteria) throws(MailboxProblem) -> [MailKey] {
        guard let opened else { throw .notOpen }
        guard criteria != .everything else { return opened.reading.entries.map { .file($0.unique) } }
        var found: [MailKey] = []
        for entry in opened.reading.entries {
            guard let bytes = try read(entry, count: Excerpt.longestHeader) else { continue }
            if criteria.fits(HeaderFields(of: bytes), received: entry.received) {
                found.append(.file(entry.unique))
            }
        }
        return found
    }

    /// One file after the other.
    package func headers(of keys: [MailKey], _ take: (Excerpt) throws -> Void) throws {
        for key in keys {
            guard let mail = try beginning(of: key, limit: Excerpt.longestHeader) else { continue }
            let header = Array(mail.bytes.header)
            try take(Excerpt(key: key, bytes: header, received: mail.received))
        }
    }

    /// The beginning of each file.
    package func bodies(of keys: [MailKey], limit: Int, _ take: (Excerpt) throws -> Void) throws {
        for key in keys {
            if let mail = try beginning(of: key, limit: limit) { try take(mail) }
        }
    }

    /// Written in `tmp` and linked to its place when it is whole, as Maildir wants it.
    package func append(
        _ bytes: [UInt8], to folder: Folder, seen: Bool, date: Date
    ) throws(MailboxProblem) -> Appended {
        let path = try path(of: folder)
        try MaildirDelivery(folder: path, seen: seen, date: date).write(bytes)
        return .filed
    }

    package func close() { opened = nil }

    private func beginning(of key: MailKey, limit: Int) throws(MailboxProblem) -> Excerpt? {
        guard let opened else { throw .notOpen }
        guard case .file(let unique) = key, let entry = opened.folder.entries[unique],
            let bytes = try read(entry, count: limit)
        else { return nil }
        return Excerpt(key: key, bytes: bytes, received: entry.received)
    }

    /// Nil where it is gone; one that only got another flag is found again.
    private func read(
        _ entry: MaildirFolder.Entry, count: Int
    ) throws(MailboxProblem) -> [UInt8]? {
        var path = entry.path
        for attempt in 0...1 {
            do throws(MailboxProblem) {
                return try ReadableFile(path).read(at: 0, count: count)
            } catch {
                guard case .file(_, ENOENT) = error else { throw error }
                guard attempt == 0, let folder = opened?.folder.path,
                    let again = try MaildirFolder(path: folder).entries[entry.unique]
                else { return nil }
                path = again.path
            }
        }
        return nil
    }
}

// MARK: - Folders

extension MaildirMailbox {
    private func path(of folder: Folder) throws(MailboxProblem) -> String {
        let name = folder.wireName
        let isRoot = name == "INBOX" && MaildirFolder.isAt(root)
        let path = isRoot ? root : root + "/" + name
        guard !name.split(separator: "/").contains(".."), MaildirFolder.isAt(path) else {
            throw .noSuchFolder(name: folder.name, words: "")
        }
        return path
    }

    private func subfolders(of place: String) throws(MailboxProblem) -> [String] {
        try names(inFolder: place.isEmpty ? root : root + "/" + place).sorted()
    }

    /// `.Work.Interviews` of Maildir++.
    private func dotted(_ name: String) -> Folder? {
        guard name.count > 1, MaildirFolder.isAt(root + "/" + name) else { return nil }
        return Folder(
            wireName: name, name: ModifiedUTF7.decoded(String(name.dropFirst())), separator: ".", use: nil)
    }

    private func collect(_ place: String, depth: Int, into folders: inout [Folder]) throws(MailboxProblem) {
        guard depth < Self.deepest else { return }
        for name in try subfolders(of: place) where !["cur", "new", "tmp"].contains(name) {
            let inside = place.isEmpty ? name : place + "/" + name
            guard folders.count < Self.mostFolders, stat(path: root + "/" + inside)?.isFolder == true else {
                continue
            }
            if MaildirFolder.isAt(root + "/" + inside) {
                folders.append(
                    Folder(wireName: inside, name: ModifiedUTF7.decoded(inside), separator: "/", use: nil))
            }
            try collect(inside, depth: depth + 1, into: &folders)
        }
    }
}
