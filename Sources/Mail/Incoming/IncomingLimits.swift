/// How much of one incoming mail is looked at. What is beyond is not read; nothing of it can cost time or memory.
public struct IncomingLimits: Equatable, Sendable {
    /// Bytes of the whole mail.
    public let bytes: Int
    /// Bytes of one header field, its continuation lines included.
    public let fieldBytes: Int
    /// Header fields of one message or part.
    public let fields: Int
    /// Multiparts and enclosed messages inside one another.
    public let depth: Int
    /// Parts of the whole mail.
    public let parts: Int
    /// Characters of text that are kept.
    public let text: Int

    /// Limits of one's own, for tests and for mailboxes that hand out little.
    public init(
        bytes: Int = 1_000_000, fieldBytes: Int = 20_000, fields: Int = 400, depth: Int = 250,
        parts: Int = 400, text: Int = 100_000
    ) {
        self.bytes = bytes
        self.fieldBytes = fieldBytes
        self.fields = fields
        self.depth = depth
        self.parts = parts
        self.text = text
    }

    /// Enough for whatever a person or a mail system writes.
    public static let standard = IncomingLimits()
}
