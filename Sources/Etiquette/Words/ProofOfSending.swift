/// How it is known that a message left of which the server's own answer was lost, or that no server was asked to send.
///
/// The texts stand in the log, as `detail` of its contact, and in what scripts read: they don't change.
package enum ProofOfSending: String, CaseIterable, Sendable {
    /// The user opened it in a mail program of their own and sent it there.
    case byHand = "you sent it yourself"
    /// The user says that it arrived.
    case resolved = "resolved as delivered by the user"
    case answered = "an answer to it was found in the mailbox"
    case returned = "it came back later"
    case copied = "a copy lay in the Sent folder"
}
