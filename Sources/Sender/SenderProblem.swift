import Foundation

/// Why nothing was sent, as data.
public enum SenderProblem: Error, Equatable, Sendable {
    /// Another process is sending.
    case busy(folder: String)
    case cannotLock(folder: String, errno: Int32)
    /// The clock is more than five minutes behind the newest contact.
    case clockBehind(newest: Date, now: Date)
}
