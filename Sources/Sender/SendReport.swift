import Etiquette
import Mail

/// What became of everything that was due.
package struct SendReport: Sendable {
    /// Accepted by the server.
    package var sent: [Message.ID] = []
    /// Not sent now: their copies lay in the Sent folder, though this ledger did not know that they had left.
    package var sentBefore: [Message.ID] = []
    /// Known not to be delivered; tried again later.
    package var deferred: [Message.ID] = []
    /// Refused by the server for good.
    package var refused: [Message.ID] = []
    /// Perhaps delivered; never tried again by themselves.
    package var unconfirmed: [Message.ID] = []
    /// Due and held, now or from before: they wait for the user.
    package var held: [Message.ID] = []
    /// For the user to send by hand, now.
    package var ready: [Message.ID] = []
    /// Why the run ended before everything was tried.
    package var stop: Stop?

    /// What ends a run.
    package enum Stop: Sendable {
        /// `Sender.stop` was called; what was not handed over stays as it was.
        case asked
        /// The user has to mend something; everything stays queued.
        case mend(StopCause, ServerReply?)
        /// The server can't be reached or takes nothing now; everything is deferred.
        case server(ServerReply?, TransportFault)
    }

    package init() {}

    /// Every list in the order of the due times, whichever connection was faster.
    mutating func sort(by due: [Message.ID]) {
        let places = Dictionary(zip(due, due.indices)) { first, _ in first }
        for list in [\SendReport.sent, \.deferred, \.refused, \.unconfirmed, \.held, \.ready] {
            // What was there before the run comes first, and keeps its order.
            let placed = self[keyPath: list].enumerated().map { (places[$1] ?? -1, $0, $1) }
            self[keyPath: list] = placed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
        }
    }
}
