import Foundation
import Synchronization

/// A process group that may be killed from any thread, at once or as soon as it has started.
final class Victim: Sendable {
    private struct State {
        var group: pid_t?
        var isDoomed = false
    }

    private let state = Mutex(State())

    /// Its own group, led by the process.
    func hasStarted(_ process: pid_t) {
        state.withLock { state in
            state.group = process
            if state.isDoomed { Foundation.kill(-process, SIGKILL) }
        }
    }

    func kill() {
        state.withLock { state in
            state.isDoomed = true
            if let group = state.group { Foundation.kill(-group, SIGKILL) }
        }
    }

    /// Before it is reaped: its number may then be another's.
    func isOver() {
        state.withLock { $0 = State() }
    }
}
