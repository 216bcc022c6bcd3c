import Dispatch
import Synchronization

/// Something asynchronous, run to its end by a thread that has nothing else to do: every other command is spared an
/// asynchronous beginning.
enum AsynchronousWork {
    static func wait(for body: @escaping @Sendable () async throws -> Void) throws {
        let outcome = Outcome()
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            do { try await body() } catch { outcome.problem.withLock { $0 = error } }
            done.signal()
        }
        done.wait()
        if let problem = outcome.problem.withLock({ $0 }) { throw problem }
    }

    /// Why it ended early, if it did.
    private final class Outcome: Sendable {
        let problem = Mutex<(any Error)?>(nil)
    }
}
