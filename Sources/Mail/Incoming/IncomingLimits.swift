/// How much of one incoming mail is looked at. What is beyond is not read; nothing of it can cost time or memory.
package struct IncomingLimits: Equatable, Sendable {
    /// Bytes of the whole mail.
    package let bytes: Int
    /// Bytes of one header field, its continuation lines included.
    package let fieldBytes: Int
    /// Header fields of one message or part.
    package let fields: Int
    /// Multiparts and enclosed messages inside one another.
    package let depth: Int
    /// Parts of the whole mail.
    package let parts: Int
    /// Characters of text that are kept.
    package let text: Int

    /// Limits of one's own, for tests and for mailboxes that hand out little.
    package init(
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
    package static let standard = IncomingLimits()
}
