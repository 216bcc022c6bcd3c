import Mail

/// The mailbox can't be read, or a folder of it.
package struct MailboxTrouble: Error {
    package let problem: MailboxProblem
    /// Host and port, or a path.
    package let place: String
}

/// Why a copy is not in the Sent folder yet.
package struct CopyTrouble: Error {
    package let trouble: MailboxTrouble
}
