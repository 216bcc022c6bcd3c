/// What went wrong on the way, where the server's reply alone does not tell.
package struct TransportFault: Error, Equatable, Sendable {
    /// The kinds that a user can do something different about.
    package enum Kind: String, Sendable, CaseIterable {
        /// None: the server answered, and its reply says why.
        case answered
        /// The server answered that the account may send no more for an hour or a day.
        case limitReached
        case hostNotFound
        case notConnected
        case timedOut
        case connectionLost
        case tlsFailed
        /// A reply that does not fit the conversation, or has no end.
        case protocolViolated
        /// We broke it off ourselves, since the program is to end.
        case brokenOff
        /// This machine has no memory left for a conversation.
        case outOfMemory
        /// Anything else that libcurl reports.
        case other
    }

    /// What to do something about.
    package let kind: Kind
    /// libcurl's code; 0 where it saw nothing wrong.
    package let code: Int
    /// libcurl's words, in English, for whoever looks into it; without control characters.
    package let detail: String
}
