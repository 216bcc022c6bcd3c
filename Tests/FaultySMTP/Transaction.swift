/// What became of one try to deliver a message, as the server saw it.
package struct Transaction: Sendable {
    /// Counted up by `FaultyServer.era`: a test's own mark.
    package let era: Int
    /// Of RCPT.
    package var recipient = ""
    /// Without angle brackets; empty where the text never came.
    package var messageID = ""
    /// How far it came: the last step that the client asked for.
    package var step = Step.mail
    /// What went wrong, if anything was to.
    package let fault: Fault?
    /// The final dot was read.
    package var isComplete = false
    /// The server has taken the message.
    package var isKept = false
    /// A complete and clear reply to the final dot (2xx, 4xx or 5xx) was sent.
    package var isAnswered = false

    /// It has come to MAIL.
    package init(era: Int, fault: Fault?) {
        self.era = era
        self.fault = fault
    }

    /// Whether the client may have given the whole message: 354 was said.
    package var wasAskedFor: Bool { step >= .text }
}
