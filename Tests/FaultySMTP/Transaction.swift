/// What became of one try to deliver a message, as the server saw it.
public struct Transaction: Sendable {
    /// Counted up by `FaultyServer.era`: a test's own mark.
    public let era: Int
    /// Of RCPT.
    public var recipient = ""
    /// Without angle brackets; empty where the text never came.
    public var messageID = ""
    /// How far it came: the last step that the client asked for.
    public var step = Step.mail
    /// What went wrong, if anything was to.
    public let fault: Fault?
    /// The final dot was read.
    public var isComplete = false
    /// The server has taken the message.
    public var isKept = false
    /// A complete and clear reply to the final dot (2xx, 4xx or 5xx) was sent.
    public var isAnswered = false

    /// It has come to MAIL.
    public init(era: Int, fault: Fault?) {
        self.era = era
        self.fault = fault
    }

    /// Whether the client may have given the whole message: 354 was said.
    public var wasAskedFor: Bool { step >= .text }
}
