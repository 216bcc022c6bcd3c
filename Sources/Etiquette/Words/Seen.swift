/// What somebody had before their eyes of a message when they decided about it: the decision counts for that text, and for
/// no other.
package struct Seen: RawRepresentable, Hashable, Sendable {
    /// The revision, and the SHA-256 of subject, text and recipient.
    package let rawValue: String

    package init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// As the message is now.
    package init(_ message: Message) {
        let parts = [
            message.subject, message.body, message.recipient.name, message.recipient.address?.text ?? "",
        ]
        // Each with its length: no two messages are one text.
        let text = parts.map { "\($0.utf8.count):\($0)" }.joined()
        rawValue = "\(message.revision)-\(Digest.sha256(Array(text.utf8)))"
    }
}
