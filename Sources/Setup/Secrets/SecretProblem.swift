import Foundation

/// Why there is no password, as data; never with the password, nor with what a command printed.
package enum SecretProblem: Error, Equatable, Sendable {
    /// The file could not be read.
    case file(path: String, FileTrouble)
    /// The file belongs to somebody else.
    case notOwned(path: String, owner: uid_t)
    /// Group or others may read or write the file.
    case open(path: String, mode: mode_t)
    /// The shell could not be started; the error of the system by its number.
    case notStarted(Int32)
    /// The command ended with this status; 127 is the shell's "not found".
    case failed(status: Int32)
    /// A signal ended the command.
    case killed(signal: Int32)
    /// The command took longer than this.
    case tooSlow(limit: Duration)
    /// The command printed more than this many bytes.
    case tooMuch(limit: Int)
    case empty
    /// Not UTF-8, or with control characters.
    case notText
}
