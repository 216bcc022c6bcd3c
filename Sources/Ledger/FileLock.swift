import Foundation

/// A lock on a file or folder that one owner has at a time (flock(2)). It ends with its owner, at the latest with the process;
/// no program that we start has it.
package final class FileLock: Sendable {
    /// Of the file, open as long as the lock is held.
    package let descriptor: Int32

    /// Why it was not had.
    package enum Refusal: Error {
        /// Another owner has it.
        case held
        /// The file can't be opened, or not be locked: a number of errno(3).
        case fault(Int32)
    }

    /// - Parameter flags: how it is opened, as in open(2); a file that is made is its user's alone.
    package init(_ path: String, _ flags: Int32) throws(Refusal) {
        descriptor = try Self.take(LOCK_EX, path, flags)
    }

    deinit { Self.giveBack(descriptor) }

    /// Whether somebody has it. Who looks shares it for that moment, so that two who look at once don't take each other for
    /// an owner.
    package static func isHeld(_ path: String, _ flags: Int32) throws(Refusal) -> Bool {
        do throws(Refusal) {
            giveBack(try take(LOCK_SH, path, flags))
            return false
        } catch {
            guard case .held = error else { throw error }
            return true
        }
    }

    private static func take(_ kind: Int32, _ path: String, _ flags: Int32) throws(Refusal) -> Int32 {
        // Close-on-exec: a password command that outlives us must not keep it.
        let descriptor = open(path, flags | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .fault(errno) }
        guard flock(descriptor, kind | LOCK_NB) == 0 else {
            let reason = errno
            close(descriptor)
            throw reason == EWOULDBLOCK ? .held : .fault(reason)
        }
        return descriptor
    }

    private static func giveBack(_ descriptor: Int32) {
        // Closing would leave it to a child that is just being started: until its exec it has a copy, and the lock ends with
        // the last of them unless it is taken back.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}
