import Glibc
import Ledger

/// The right to send: one process at a time has it, by a lock on the data folder that ends with the process.
package struct SenderLock: ~Copyable, Sendable {
    private let lock: FileLock

    /// - Throws: `SenderProblem.busy` where another process sends, `.cannotLock` where the folder can't be opened.
    package init(folder: String) throws(SenderProblem) {
        do throws(FileLock.Refusal) {
            lock = try FileLock(folder, O_RDONLY | O_DIRECTORY)
        } catch {
            throw Self.problem(error, folder)
        }
    }

    /// Whether a process has the right.
    ///
    /// - Throws: `SenderProblem.cannotLock` where the folder can't be opened.
    package static func isHeld(folder: String) throws(SenderProblem) -> Bool {
        do throws(FileLock.Refusal) {
            return try FileLock.isHeld(folder, O_RDONLY | O_DIRECTORY)
        } catch {
            throw problem(error, folder)
        }
    }

    private static func problem(_ refusal: FileLock.Refusal, _ folder: String) -> SenderProblem {
        switch refusal {
        case .held: .busy(folder: folder)
        case .fault(let number): .cannotLock(folder: folder, errno: number)
        }
    }

    private init(_ lock: FileLock) { self.lock = lock }

    /// The same right once more, for another sender of this process: others have it when both have gone.
    package func shared() -> SenderLock { SenderLock(lock) }
}
