/// Why a letter can't be made into a message, or a message not be read as a letter.
package enum LetterProblem: Error, Equatable, Sendable {
    /// What of a letter is meant.
    package enum Part: String, Sendable, CaseIterable {
        case senderName, recipientName, subject, body, messageID, thread
    }

    /// A control character where it could end a line; the body may hold LF and TAB.
    case controlCharacter(Part, scalar: UInt32)
    /// An id that SMTP could not carry.
    case notASCII(Part, scalar: UInt32)
    case empty(Part)
    /// The bytes hold no message.
    case notAMessage
    /// Rule `thank-each`: a letter goes to exactly one person, never with a Cc or Bcc.
    case notOneRecipient(Int)
    case notOneSender(Int)
    case unreadableAddress
    /// Not one text part in UTF-8.
    case notPlainText
    /// A date that no calendar of RFC 5322 can hold.
    case dateOutOfRange
    /// It was dispatched already: it has a Date.
    case alreadyDated
}
