import CCurl

/// What a login without a message shows.
package enum LoginCheck: Sendable {
    /// The server is there, trusted, and takes the login.
    case passed(ServerReply?)
    /// Not now.
    case deferred(ServerReply?, TransportFault)
    /// Not before the user has changed something.
    case stopped(StopCause, ServerReply?)

    init(_ evidence: Evidence) {
        guard evidence.code != CURLE_OK else {
            self = .passed(evidence.reply)
            return
        }
        if case .stopped(let cause, let reply) = evidence.delivery {
            self = .stopped(cause, reply)
        } else {
            self = .deferred(evidence.complaint, evidence.fault)
        }
    }
}
