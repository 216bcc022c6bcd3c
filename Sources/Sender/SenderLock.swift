import Glibc

/// The right to send: one process at a time has it, by a lock on the data folder that ends with the process.
public struct SenderLock: ~Copyable, Sendable {
    private let descriptor: Int32

    /// - Throws: `SenderProblem.busy` where another process sends, `.cannotLock` where the folder can't be opened.
    public init(folder: String) throws(SenderProblem) {
        // Close-on-exec: a password command that outlives us must not keep the lock.
        descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotLock(folder: folder, errno: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            close(descriptor)
            throw reason == EWOULDBLOCK ? .busy(folder: folder) : .cannotLock(folder: folder, errno: reason)
        }
    }

    private init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// The same right once more, for another sender of this process: others have it when both have gone.
    ///
    /// - Throws: `SenderProblem.cannotLock` where the process has no descriptor left.
    public func shared() throws(SenderProblem) -> SenderLock {
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        guard copy >= 0 else { throw .cannotLock(folder: "", errno: errno) }
        return SenderLock(descriptor: copy)
    }

    deinit {
        close(descriptor)
    }
}
