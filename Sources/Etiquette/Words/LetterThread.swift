/// The email that a message answers.
package struct LetterThread: Equatable, Sendable {
    /// The answered message, without angle brackets.
    package let messageID: String
    /// What that message itself referred to, oldest first, without angle brackets.
    package let references: [String]
    /// Its subject; nil keeps the letter's own.
    package let subject: String?

    /// Checked when a letter is dispatched.
    package init(messageID: String, references: [String] = [], subject: String? = nil) {
        self.messageID = messageID
        self.references = references
        self.subject = subject
    }

    /// `Re: ` before a subject, once (RFC 5322 3.6.5).
    package func reply(to own: String) -> String {
        let base = subject ?? own
        return base.lowercased().hasPrefix("re:") ? base : "Re: " + base
    }

    /// The References header (RFC 5322 3.6.4).
    package var referencesValue: String {
        (references.filter { $0 != messageID } + [messageID]).map { "<\($0)>" }.joined(separator: " ")
    }
}
