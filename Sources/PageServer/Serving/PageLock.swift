import Foundation
import Setup

/// The right to serve a ledger's page, which one process has at a time. It ends with its owner, at the latest with the
/// process.
package final class PageLock: Sendable {
    private let descriptor: Int32

    /// Nil where another process has it.
    init?(path: String) throws(HomeProblem) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .notCreated(path: path, FileTrouble(errno: errno)) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            close(descriptor)
            guard reason == EWOULDBLOCK else { throw .notCreated(path: path, FileTrouble(errno: reason)) }
            return nil
        }
        self.descriptor = descriptor
    }

    deinit {
        // A child that is just being started has a copy of the descriptor until its exec (flock(2)).
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
