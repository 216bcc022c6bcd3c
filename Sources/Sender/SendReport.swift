import Etiquette
import Mail

/// What became of everything that was due.
public struct SendReport: Sendable {
    /// Accepted by the server.
    public var sent: [Message.ID] = []
    /// Known not to be delivered; tried again later.
    public var deferred: [Message.ID] = []
    /// Refused by the server for good.
    public var refused: [Message.ID] = []
    /// Perhaps delivered; never tried again by themselves.
    public var unconfirmed: [Message.ID] = []
    /// Due and held, now or from before: they wait for the user.
    public var held: [Message.ID] = []
    /// Why the run ended before everything was tried.
    public var stop: Stop?

    /// What ends a run.
    public enum Stop: Sendable {
        /// The user has to mend something; everything stays queued.
        case mend(StopCause, ServerReply?)
        /// The server can't be reached or takes nothing now; everything is deferred.
        case server(ServerReply?, TransportFault)
    }

    /// Nothing was due.
    public init() {}
}
