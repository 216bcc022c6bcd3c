/// What became of one message, as far as the conversation with the server tells. The table is that of
/// the design: it is the difference between a mail that may go again and one that must not.
package enum Delivery: Sendable {
    /// What a deferral concerns.
    package enum Scope: String, Sendable, CaseIterable {
        /// This message; the next one may fare better.
        case message
        /// The server: nothing can be delivered for the moment.
        case server
    }

    /// 2xx to the final dot: the server has taken responsibility (RFC 5321 6.1).
    case accepted(ServerReply)
    /// 5xx to RCPT, DATA or the final dot that is not about the account: known not to be delivered, and not to be tried
    /// again as it is.
    case refused(ServerReply)
    /// Known not to be delivered; may be tried again.
    case deferred(scope: Scope, ServerReply?, TransportFault)
    /// Known not to be delivered, and no other message would be: nothing more is tried before the user has
    /// mended the cause, since accounts get locked.
    case stopped(StopCause, ServerReply?)
    /// The body was given and no complete answer to it received: nobody knows. Never tried again by itself.
    case unconfirmed(TransportFault, ServerReply?)
    /// `handOver` threw this, or gave bytes that may not go on the wire (`WireForm.Fault`): nothing was said.
    case notHandedOver(any Error)

    package var reply: ServerReply? {
        switch self {
        case .accepted(let reply), .refused(let reply): reply
        case .deferred(_, let reply, _), .stopped(_, let reply), .unconfirmed(_, let reply): reply
        case .notHandedOver: nil
        }
    }
}

/// Why no message can be sent before the user has changed something.
package enum StopCause: String, Sendable, CaseIterable {
    /// 5xx to AUTH: user name, password or token.
    case loginRefused
    /// The account may not send under this address; also any other 5xx to MAIL.
    case senderRefused
    /// The server takes mail for others only after a login.
    case loginWanted
    /// The provider has blocked the account, or the network from which this computer speaks.
    case accountBlocked
    /// The server does not like the name under which this computer says HELO.
    case helloRefused
    /// Messages to two people were refused in the same words, which speak of neither: it is rather the account.
    case refusedAlike
    /// Unknown authority, other host name, expired.
    case certificateNotTrusted
    /// TLS is required, and the server does not offer it, or declines.
    case tlsNotOffered
    /// A login is configured, and the server offers none that can be used.
    case authNotOffered
    /// The file of authorities cannot be read.
    case authoritiesUnreadable
    /// Host, port or user name can't be used.
    case settingsUnusable
    /// libcurl can't be loaded on this machine, or can't start.
    case libraryMissing
}
