import Glibc

/// The right to send: one process at a time has it, by a lock on the data folder that ends with the process.
package struct SenderLock: ~Copyable, Sendable {
    private let hold: Hold

    /// - Throws: `SenderProblem.busy` where another process sends, `.cannotLock` where the folder can't be opened.
    package init(folder: String) throws(SenderProblem) {
        // Close-on-exec: a password command that outlives us must not keep the lock.
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotLock(folder: folder, errno: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            close(descriptor)
            throw reason == EWOULDBLOCK ? .busy(folder: folder) : .cannotLock(folder: folder, errno: reason)
        }
        hold = Hold(descriptor)
    }

    /// Whether a process has the right. Who looks shares the lock for that moment, so that two who look at once don't take
    /// each other for a sender (flock(2)).
    ///
    /// - Throws: `SenderProblem.cannotLock` where the folder can't be opened.
    package static func isHeld(folder: String) throws(SenderProblem) -> Bool {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotLock(folder: folder, errno: errno) }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_SH | LOCK_NB) == 0 else {
            let reason = errno
            guard reason == EWOULDBLOCK else { throw .cannotLock(folder: folder, errno: reason) }
            return true
        }
        flock(descriptor, LOCK_UN)
        return false
    }

    private init(_ hold: Hold) {
        self.hold = hold
    }

    /// The same right once more, for another sender of this process: others have it when both have gone.
    package func shared() -> SenderLock { SenderLock(hold) }

    /// A lock that was taken, and ends with its last owner.
    private final class Hold: Sendable {
        private let descriptor: Int32

        init(_ descriptor: Int32) { self.descriptor = descriptor }

        deinit {
            // Closing would leave it to a child that is just being started: until its exec it has a copy, and the lock ends
            // with the last of them unless it is taken back (flock(2)).
            flock(descriptor, LOCK_UN)
            close(descriptor)
        }
    }
}
