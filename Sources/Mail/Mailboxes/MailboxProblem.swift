/// Why a mailbox can't be read or written. Each is something else to do for the user; the server's words are
/// shortened and without control characters.
package enum MailboxProblem: Error, Equatable, Sendable {
    /// No such host, no connection, silence, the connection was lost, or memory is out. It may be tried again.
    case unreachable(TransportFault)
    /// The server is there and asks for patience (RFC 5530 UNAVAILABLE, INUSE, LIMIT).
    case notNow(words: String)
    /// The user name or the password is wrong.
    case loginRefused(words: String)
    /// The token is wrong or has expired.
    case tokenRefused(words: String)
    /// The server has no way to log in with what the settings name.
    case loginNotOffered
    /// Unknown authority, other host name, expired.
    case certificateNotTrusted(detail: String)
    /// The file of authorities cannot be read.
    case authoritiesUnreadable
    /// TLS is required, and the server does not offer it.
    case tlsNotOffered
    /// Host, port or user name can't be used.
    case settingsUnusable
    /// libcurl can't be loaded on this machine, or can't start.
    case libraryMissing
    /// There is no folder of this name.
    case noSuchFolder(name: String, words: String)
    /// The server declines a command for another reason.
    case refused(words: String)
    /// No room for a copy (RFC 5530 OVERQUOTA).
    case overQuota(words: String)
    /// The server does not speak IMAP, or without end.
    case protocolViolated(detail: String)
    /// Nothing was opened, or the connection in which it was is lost: open it again.
    case notOpen
    /// A file or a folder of this machine; `code` is of errno.h.
    case file(path: String, code: Int32)
    /// A file or a folder of this machine takes no copy; `code` is of errno.h.
    case notWritable(path: String, code: Int32)
    /// What is there is no mailbox of the expected kind; `isOther` where it is one of the other kind.
    case notMailbox(path: String, expected: FileMailbox, isOther: Bool)
    /// Somebody else writes to the file at this moment.
    case locked(path: String)
    /// This kind of mailbox takes no copies.
    case keepsNoCopies
}

/// The kinds of mailboxes that are files of this machine.
package enum FileMailbox: String, Sendable, CaseIterable {
    /// A folder with `cur`, `new` and `tmp`, or one of such folders.
    case maildir
    /// A file of RFC 4155, or a folder of such files.
    case mbox
}
