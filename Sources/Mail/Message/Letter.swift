/// What is written to one person, before it is frozen. There is no way to name a second recipient
/// (rule `thank-each`).
package struct Letter: Equatable, Sendable {
    /// The user.
    package let from: Correspondent
    /// The one recipient.
    package let to: Correspondent
    /// Any script; no control character.
    package let subject: String
    /// Text with LF, greeting and signature included.
    package let body: String
    /// Without angle brackets.
    package let messageID: String

    /// Checked by `frozen()`.
    package init(from: Correspondent, to: Correspondent, subject: String, body: String, messageID: String) {
        self.from = from
        self.to = to
        self.subject = subject
        self.body = body
        self.messageID = messageID
    }

    /// The message of RFC 5322 as it is approved: 7-bit, CRLF, without a Date.
    package func frozen() throws(LetterProblem) -> [UInt8] {
        try check()
        let encoding = BodyEncoding(for: body)
        let header =
            HeaderField.mailbox("From", from) + HeaderField.subject(subject) + HeaderField.mailbox("To", to)
            + HeaderField.plain("Message-ID", "<\(messageID)>") + HeaderField.plain("MIME-Version", "1.0")
            + HeaderField.plain("Content-Type", "text/plain; charset=utf-8")
            + HeaderField.plain("Content-Transfer-Encoding", encoding.name)
        return header + [0x0D, 0x0A] + encoding.encoded(body)
    }

    private func check() throws(LetterProblem) {
        try refuseControls(in: from.name, .senderName)
        try refuseControls(in: to.name, .recipientName)
        try refuseControls(in: subject, .subject)
        try refuseControls(in: messageID, .messageID)
        try refuseBeyondASCII(in: messageID, .messageID)
        try refuseControls(in: body, .body, except: ["\n", "\t"])
        guard !subject.isEmpty else { throw .empty(.subject) }
        guard !body.isEmpty else { throw .empty(.body) }
        guard !messageID.isEmpty else { throw .empty(.messageID) }
    }
}

/// A line break in a header would be a header of its own.
func refuseControls(
    in text: String, _ part: LetterProblem.Part, except allowed: [Unicode.Scalar] = []
) throws(LetterProblem) {
    // Nearly every text has only such octets, and none of them is, or is part of, a control character.
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0A && allowed.contains("\n") }) { return }
    for scalar in text.unicodeScalars where scalar.isControl && !allowed.contains(scalar) {
        throw .controlCharacter(part, scalar: scalar.value)
    }
}

/// An id is not encoded: anything but ASCII would go out as it is (RFC 5322 3.6.4).
func refuseBeyondASCII(in id: String, _ part: LetterProblem.Part) throws(LetterProblem) {
    for scalar in id.unicodeScalars where !scalar.isASCII {
        throw .notASCII(part, scalar: scalar.value)
    }
}

extension Unicode.Scalar {
    /// C0, DEL and C1: all the control characters that there are.
    fileprivate var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
