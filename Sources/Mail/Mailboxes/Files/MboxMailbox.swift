import Foundation
import Glibc

/// An mbox file, or a folder of them. It is read only: no program agrees with another on how to write one.
package final class MboxMailbox: Mailbox {
    private let root: String
    private var opened: MboxFile?

    /// - Parameter path: absolute; of a file, or of a folder with files.
    package init(path: String) { root = path }

    /// The file itself is the inbox; in a folder each file that looks like an mbox is one.
    package func folders() throws(MailboxProblem) -> [Folder] {
        guard let status = stat(path: root) else { throw .file(path: root, code: errno) }
        guard status.isFolder else {
            guard try MboxFile.isAt(root) else { throw MboxFile.notMailbox(root) }
            return [.inbox]
        }
        let files = try names(inFolder: root).filter { name in
            !name.hasPrefix(".") && (try? MboxFile.isAt(root + "/" + name)) == true
        }
        guard !files.isEmpty else { throw MboxFile.notMailbox(root) }
        return files.sorted().map { Folder(wireName: $0, name: $0, separator: "", use: nil) }.withUsesByName()
    }

    /// Looks for where the new mails begin.
    package func open(_ folder: Folder, since position: Position?) throws(MailboxProblem) -> FolderState {
        opened = nil
        let file = try MboxFile(path: try path(of: folder), since: position)
        opened = file
        return FolderState(exists: file.entries.count, news: file.news, position: file.position)
    }

    /// Reads the header of each new mail, unless every mail fits.
    package func search(_ criteria: Criteria) throws(MailboxProblem) -> [MailKey] {
        guard let opened else { throw .notOpen }
        let file = try opened.reopened()
        guard criteria != .everything else { return opened.entries.map { .offset($0.start) } }
        var found: [MailKey] = []
        for entry in opened.entries {
            let mail = try MboxMail(entry, in: file, limit: Excerpt.longestHeader)
            if criteria.fits(HeaderFields(of: mail.bytes), received: mail.received) {
                found.append(.offset(entry.start))
            }
        }
        return found
    }

    /// One after the other.
    package func headers(of keys: [MailKey], _ take: (Excerpt) throws -> Void) throws {
        for key in keys {
            guard let mail = try mail(key, limit: Excerpt.longestHeader) else { continue }
            let header = Array(mail.bytes.header.prefix(Excerpt.longestHeader))
            try take(Excerpt(key: key, bytes: header, received: mail.received))
        }
    }

    /// Without the line that begins it, and with `>From ` as it was meant.
    package func bodies(of keys: [MailKey], limit: Int, _ take: (Excerpt) throws -> Void) throws {
        for key in keys {
            guard let mail = try mail(key, limit: limit) else { continue }
            try take(Excerpt(key: key, bytes: mail.unquoted(limit), received: mail.received))
        }
    }

    /// Never.
    package func append(
        _ bytes: [UInt8], to folder: Folder, seen: Bool, date: Date
    ) throws(MailboxProblem) -> Appended {
        throw .keepsNoCopies
    }

    package func close() { opened = nil }

    /// Whoever wants to write waits for one mail at most.
    private func mail(_ key: MailKey, limit: Int) throws(MailboxProblem) -> MboxMail? {
        guard let opened else { throw .notOpen }
        guard case .offset(let start) = key, let entry = opened.entry(at: start) else { return nil }
        return try MboxMail(entry, in: try opened.reopened(), limit: limit)
    }

    private func path(of folder: Folder) throws(MailboxProblem) -> String {
        guard stat(path: root)?.isFolder == true else {
            guard folder.wireName == "INBOX" else { throw .noSuchFolder(name: folder.name, words: "") }
            return root
        }
        let path = root + "/" + folder.wireName
        guard !folder.wireName.contains("/"), stat(path: path)?.isRegularFile == true else {
            throw .noSuchFolder(name: folder.name, words: "")
        }
        return path
    }
}

/// One mail of an mbox file.
private struct MboxMail {
    /// Without its first line, as it stands in the file.
    let bytes: [UInt8]
    /// From its first line; nil where that can't be read.
    let received: Date?
    private let isWhole: Bool

    init(_ entry: MboxFile.Entry, in file: ReadableFile, limit: Int) throws(MailboxProblem) {
        // Room for the first line, and for the signs that unquoting removes.
        let count = min(entry.end - entry.start, limit + limit / 64 + 4096)
        let all = try file.read(at: entry.start, count: count)
        let end = all.firstIndex(of: 0x0A) ?? all.endIndex
        bytes = Array(all[end...].dropFirst())
        received = FromLine(all[..<end], isApart: true)?.received
        isWhole = count == entry.end - entry.start
    }

    /// `>From ` and `>>From ` at the start of a line lose one sign.
    func unquoted(_ limit: Int) -> [UInt8] {
        var result: [UInt8] = []
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let isQuoted =
                line.first == UInt8(ascii: ">")
                && line.drop { $0 == UInt8(ascii: ">") }.starts(with: "From ".utf8)
            result += isQuoted ? line.dropFirst() : line
            result.append(0x0A)
        }
        result.removeLast()
        // The empty line before the next mail is not part of this one.
        if isWhole, result.suffix(2).elementsEqual([0x0A, 0x0A]) { result.removeLast() }
        return Array(result.prefix(limit))
    }
}
