import Etiquette
import Mail

/// What became of everything that was due.
public struct SendReport: Sendable {
    public var sent: [Message.ID] = []
    public var deferred: [Message.ID] = []
    public var refused: [Message.ID] = []
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

    public init() {}
}
