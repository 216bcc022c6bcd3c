/// What somebody had before their eyes of a message, or of something else on record, when they decided about it: the
/// decision counts for that, and for nothing else.
package struct Seen: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    /// As the message is now: the revision and the SHA-256 of subject, text and recipient; behind a colon, that of where it
    /// stands and why.
    package init(_ message: Message) {
        let parts = [
            message.subject, message.body, message.recipient.name, message.recipient.address?.text ?? "",
        ]
        let reason = message.reason
        let standing = [
            message.state.rawValue, reason?.code.rawValue ?? "", reason?.detail ?? "",
            reason?.moment.map { "\($0.timeIntervalSince1970)" } ?? "",
        ]
        rawValue = "\(message.revision)-\(Self.digest(parts)):\(Self.digest(standing))"
    }

    /// As an interview is now, with everything that a form of it shows.
    package init(_ interview: Interview, of recruitment: Recruitment) {
        // What is added to them one day is part of this at once.
        rawValue = Self.digest(["\(interview)", "\(recruitment)"])
    }

    /// As a person is now.
    package init(_ person: Person) { rawValue = Self.digest(["\(person)"]) }

    /// Whether that was this text, wherever the message stood then.
    package func isText(of message: Message) -> Bool {
        func text(_ value: String) -> Substring { value.prefix { $0 != ":" } }
        return text(rawValue) == text(Seen(message).rawValue)
    }

    /// Each with its length: no two lists of parts are one text.
    private static func digest(_ parts: [String]) -> String {
        Digest.sha256(Array(parts.map { "\($0.utf8.count):\($0)" }.joined().utf8))
    }
}
