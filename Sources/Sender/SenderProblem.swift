import Foundation

/// Why nothing was sent, as data.
package enum SenderProblem: Error, Equatable, Sendable {
    /// Another process is sending.
    case busy(folder: String)
    case cannotLock(folder: String, errno: Int32)
    /// The clock is more than five minutes behind what was sent, or tried, last: it is wrong, or was ahead then.
    case clockBehind(newest: Date, now: Date)
    /// The system gives this process no thread to talk to the server in; its error by its number.
    case noThread(errno: Int32)
    /// The system gives this process too little memory to talk to the server.
    case noMemory
}
