/// How much of one incoming mail is looked at: enough for whatever a person or a mail system writes. What is beyond is not
/// read; nothing of it can cost time or memory.
package enum IncomingLimits {
    /// Bytes of the whole mail.
    package static let bytes = 1_000_000
    /// Bytes of one header field, its continuation lines included.
    static let fieldBytes = 20_000
    /// Header fields of one message or part.
    static let fields = 400
    /// Multiparts and enclosed messages inside one another.
    static let depth = 250
    /// Parts of the whole mail.
    static let parts = 400
    /// Characters of text that are kept.
    static let text = 100_000
}
