/// A message as a template words it, before anybody has approved it.
package struct Draft: Equatable, Sendable {
    /// One line.
    package let subject: String
    /// Text with LF, greeting and signature included, one LF at the end. A paragraph is one line: mail clients
    /// fold lines to the width of the screen, and paragraphs that were wrapped by hand look ragged on a phone.
    package let body: String
    /// The name of the template, without folder and ending.
    package let template: String
    /// The fields that stand in the text without a value, as `{{field}}`; they keep the message from the queue.
    package let unresolved: [String]
}
