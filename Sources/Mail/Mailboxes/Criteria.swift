import Etiquette

/// What to look for, as a tree. Texts are looked for anywhere in the field and without regard to case (RFC 3501 6.4.4).
package indirect enum Criteria: Equatable, Sendable {
    /// Every mail.
    case everything
    /// In From, name or address.
    case from(String)
    /// In To.
    case to(String)
    /// In Subject.
    case subject(String)
    /// In another field; an empty text asks only whether the field is there.
    case header(HeaderName, String)
    /// Came into the mailbox on this day or later. Servers count the days in a zone of their own: subtract one.
    case since(Day)
    /// All of these; every mail where there are none.
    case all([Criteria])
    /// Any of these; no mail where there are none.
    case any([Criteria])
    /// The others.
    case not(Criteria)
}

/// The name of a header field (RFC 5322 2.2): nothing that could end a command stands in it.
package struct HeaderName: Hashable, Sendable {
    /// As it is said.
    package let text: String

    /// Nil where no field can have this name.
    package init?(_ text: String) {
        let isName = text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !#":"\()[]{}%*"#.utf8.contains($0) }
        guard isName, (1...76).contains(text.utf8.count) else { return nil }
        self.text = text
    }

    private init(known text: String) { self.text = text }

    /// The id of the mail itself.
    package static let messageID = HeaderName(known: "Message-ID")
    /// The id of the mail that this one answers.
    package static let inReplyTo = HeaderName(known: "In-Reply-To")
    /// The ids of its thread.
    package static let references = HeaderName(known: "References")
    /// Where answers are to go, if not to the author.
    package static let replyTo = HeaderName(known: "Reply-To")
    /// Who gets failure notices; `<>` in them (RFC 5321 4.5.5).
    package static let returnPath = HeaderName(known: "Return-Path")
    /// Such as `multipart/report`.
    package static let contentType = HeaderName(known: "Content-Type")
}
