/// Where in the conversation a reply came.
package enum Phase: String, Sendable, CaseIterable {
    case greeting, ehlo, startTLS, auth, mail, rcpt, data
    /// After the last byte of the message.
    case body
    case noop, quit
}

extension Phase {
    /// How the commands begin that libcurl says, and what each opens. Nothing behind the verb is looked at.
    static let commands: KeyValuePairs<String, Phase> = [
        "EHLO ": .ehlo, "HELO ": .ehlo, "STARTTLS": .startTLS, "AUTH ": .auth, "MAIL FROM:": .mail,
        "RCPT TO:": .rcpt, "DATA": .data, "NOOP": .noop, "QUIT": .quit,
    ]

    /// To compare with bytes takes a fraction of what it takes to compare with the octets of a text.
    private static let beginnings = commands.map { (bytes: Array($0.key.utf8), phase: $0.value) }

    init?(startOf line: some Collection<UInt8>) {
        guard let said = Self.beginnings.first(where: { line.starts(with: $0.bytes) }) else { return nil }
        self = said.phase
    }
}

/// One complete reply of the server (RFC 5321 4.2).
package struct ServerReply: Equatable, Sendable {
    /// The most characters of the server's words that are kept.
    package static let longestText = 1000

    /// 200 to 599.
    package let code: Int
    /// `5.7.1` and the like (RFC 3463), where the server gives one.
    package let enhancedStatus: String?
    /// The server's words, lines joined by a space, without codes and control characters, and shortened.
    package let text: String
    /// What it answers.
    package let phase: Phase

    /// 2xx.
    package var isPositive: Bool { code / 100 == 2 }
    /// 4xx.
    package var isTransient: Bool { code / 100 == 4 }
    /// 5xx.
    package var isPermanent: Bool { code / 100 == 5 }
}
