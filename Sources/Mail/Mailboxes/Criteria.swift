import Etiquette

/// What to look for, as a tree. Texts are looked for anywhere in the field and without regard to case (RFC 3501 6.4.4).
package indirect enum Criteria: Equatable, Sendable {
    /// Every mail.
    case everything
    /// In a field; an empty text asks only whether the field is there.
    case header(HeaderName, String)
    /// Came into the mailbox on this day or later. Servers count the days in a zone of their own: subtract one.
    case since(Day)
    /// All of these; every mail where there are none.
    case all([Criteria])
    /// Any of these; no mail where there are none.
    case any([Criteria])
    /// The others.
    case not(Criteria)

    /// In From, name or address.
    package static func from(_ text: String) -> Criteria { .header(.from, text) }
    /// In To.
    package static func to(_ text: String) -> Criteria { .header(.to, text) }
    /// In Subject.
    package static func subject(_ text: String) -> Criteria { .header(.subject, text) }
}

/// The names of the header fields that are looked into (RFC 5322 2.2): nothing that could end a command stands in one.
package enum HeaderName: String, CaseIterable, Sendable {
    case from = "From"
    case to = "To"
    case subject = "Subject"
    /// The id of the mail itself.
    case messageID = "Message-ID"
    /// The id of the mail that this one answers.
    case inReplyTo = "In-Reply-To"
    /// The ids of its thread.
    case references = "References"
    /// Where answers are to go, if not to the author.
    case replyTo = "Reply-To"
    /// Who gets failure notices; `<>` in them (RFC 5321 4.5.5).
    case returnPath = "Return-Path"
}
