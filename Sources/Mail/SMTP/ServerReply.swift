/// Where in the conversation a reply came.
package enum Phase: String, Sendable, CaseIterable {
    case greeting, ehlo, startTLS, auth, mail, rcpt, data
    /// After the last byte of the message.
    case body
    case noop, quit
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
