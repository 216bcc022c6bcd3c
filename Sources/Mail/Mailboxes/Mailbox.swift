import Foundation

/// Where the user's mail lives: a server, or files of this machine. It is read and never changed, `append` excepted:
/// unread mail stays unread. Bytes come out of it, not meanings. For one thread.
///
/// A folder is opened, searched, and what was found is fetched; `FolderState.position` is kept where all of it was
/// dealt with, and given back the next time.
package protocol Mailbox: AnyObject {
    /// Every folder that can be opened, with what it is for where that is known.
    func folders() throws(MailboxProblem) -> [Folder]

    /// Opens a folder for reading; what was open before is no longer.
    /// - Parameter position: where the last reading of this folder ended; nil reads it from its beginning.
    func open(_ folder: Folder, since position: Position?) throws(MailboxProblem) -> FolderState

    /// The mails of the open folder that are newer than the position it was opened with and fit. It may find too
    /// much where a server or a file cannot tell, never too little.
    func search(_ criteria: Criteria) throws(MailboxProblem) -> [MailKey]

    /// The header of each, one after the other, in any order; a mail that is gone by now is left out.
    /// - Parameter take: what it throws ends the reading.
    func headers(of keys: [MailKey], _ take: (Excerpt) throws -> Void) throws

    /// Each mail from its first byte, header included, one after the other, in any order; one that is gone by now is
    /// left out.
    /// - Parameters:
    ///   - limit: the most bytes wanted of each.
    ///   - take: what it throws ends the reading.
    func bodies(of keys: [MailKey], limit: Int, _ take: (Excerpt) throws -> Void) throws

    /// Puts a copy into a folder.
    /// - Parameter date: when it was sent, as mail programs will sort it.
    func append(
        _ bytes: [UInt8], to folder: Folder, seen: Bool, date: Date
    ) throws(MailboxProblem) -> Appended

    /// Takes leave without waiting; whatever is asked next connects anew.
    func close()
}

/// What became of a copy that was not refused; a refusal is thrown, and then there is none.
package enum Appended: Equatable, Sendable {
    /// It lies there.
    case filed
    /// It was given, and no answer received: look for the Message-ID before trying again.
    case unconfirmed(TransportFault)
}

/// A mail of the folder that is open.
package enum MailKey: Hashable, Sendable {
    /// IMAP (RFC 3501 2.3.1.1).
    case uid(UInt32)
    /// The unique name of a file in a Maildir, without its flags.
    case file(String)
    /// Where it begins in an mbox file.
    case offset(Int)
}

/// The beginning of a mail, or its header.
package struct Excerpt: Equatable, Sendable {
    /// The most bytes of a header that are fetched.
    package static let longestHeader = 64 * 1024

    package let key: MailKey
    /// As they are stored, with CRLF or LF.
    package let bytes: [UInt8]
    /// When it came into the mailbox, not what its header claims.
    package let received: Date?
}
