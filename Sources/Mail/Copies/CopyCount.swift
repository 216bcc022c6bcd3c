import Foundation

/// How often mails of known names lie in a mailbox on this machine: an mbox file, a Maildir with the folders below it, a
/// folder of Maildirs or of `.eml` files, or one mail. Nothing but the headers is looked at, and nothing is changed.
///
/// Mbox files and Maildirs are read as `Mailbox` reads them: of each mail at most `Excerpt.longestHeader` bytes at a
/// time, and never a file that another program is writing to.
package struct CopyCount: Sendable {
    /// For each wanted Message-ID, without angle brackets, how many mails bear it; those that none bears are left out.
    package private(set) var counts: [String: Int] = [:]
    /// How many mails were looked at.
    package private(set) var mails = 0

    /// What keeps a mailbox from being read.
    package struct Unreadable: Error, Equatable, Sendable {
        /// The mailbox that was asked about.
        package let path: String
        package let problem: MailboxProblem
    }

    private let wanted: Set<String>

    /// - Parameters:
    ///   - wanted: Message-IDs without angle brackets; all others are passed over.
    ///   - path: a file or a folder, or a link to one; links inside a folder are not followed.
    /// - Throws: `Unreadable`.
    package init(of wanted: Set<String>, in path: String) throws {
        self.wanted = wanted
        do {
            try count(in: Self.resolved(path))
        } catch let problem as MailboxProblem {
            throw Unreadable(path: path, problem: problem)
        }
    }

    private static func resolved(_ path: String) throws(MailboxProblem) -> String {
        guard let place = realpath(path, nil) else { throw .file(path: path, code: errno) }
        defer { free(place) }
        return String(cString: place)
    }

    private mutating func count(in path: String) throws {
        if MaildirFolder.isAt(path) {
            try count(in: MaildirMailbox(path: path))
            try count(maildirsIn: path)
        } else if stat(path: path)?.isFolder == true {
            try count(mailsIn: path)
            try count(maildirsIn: path)
        } else if try MboxFile.isAt(path) {
            try count(in: MboxMailbox(path: path))
        } else {
            take(try ReadableFile(path).read(at: 0, count: Excerpt.longestHeader))
        }
    }

    private mutating func count(in mailbox: some Mailbox) throws {
        _ = try mailbox.open(.inbox, since: nil)
        try mailbox.headers(of: mailbox.search(.everything)) { take($0.bytes) }
    }

    /// A folder of single mails is no mailbox: it has no place to read on from, and takes no copies.
    private mutating func count(mailsIn folder: String) throws {
        for name in try names(inFolder: folder) where name.lowercased().hasSuffix(".eml") {
            let path = folder + "/" + name
            guard stat(path: path)?.isRegularFile == true else { continue }
            take(try ReadableFile(path).read(at: 0, count: Excerpt.longestHeader))
        }
    }

    /// The folders of a Maildir lie in it, as `.Sent` (Maildir++) or as `Sent`.
    private mutating func count(maildirsIn folder: String) throws {
        for name in try names(inFolder: folder) {
            let path = folder + "/" + name
            guard stat(path: path)?.isFolder == true, MaildirFolder.isAt(path) else { continue }
            try count(in: path)
        }
    }

    private mutating func take(_ header: [UInt8]) {
        mails += 1
        guard let id = HeaderFields(of: header).messageID, wanted.contains(id) else { return }
        counts[id, default: 0] += 1
    }
}
