import Mail
import Sender
import Setup

/// Why a round ended before everything was tried, and by which configuration it went; nil where that can't be read any
/// more.
package enum StoppedSending: Error {
    /// The user has to change something first.
    case mend(StopCause, ServerReply?, by: Configuration?)
    /// The server took nothing for now.
    case server(TransportFault, ServerReply?, by: Configuration?)

    init?(_ stop: SendReport.Stop?, by configuration: Configuration?) {
        switch stop {
        case .mend(let cause, let reply): self = .mend(cause, reply, by: configuration)
        case .server(let reply, let fault): self = .server(fault, reply, by: configuration)
        case .asked, nil: return nil
        }
    }
}
