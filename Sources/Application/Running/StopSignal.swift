import Foundation
import Synchronization

/// Tells a thread that waits to stop, from any other thread; once rung, it has rung for good.
package final class StopSignal: Sendable {
    /// Readable once it has rung.
    let descriptor: Int32
    private let rope: Int32
    private let rung = Atomic(false)
    private let listener = Mutex<(@Sendable () -> Void)?>(nil)

    /// Nil where the process has no descriptors left.
    package init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        (descriptor, rope) = (ends[0], ends[1])
    }

    deinit {
        close(descriptor)
        close(rope)
    }

    var hasRung: Bool { rung.load(ordering: .acquiring) }

    /// May be rung again and again.
    package func ring() {
        guard !rung.exchange(true, ordering: .acquiringAndReleasing) else { return }
        var byte: UInt8 = 1
        while write(rope, &byte, 1) < 0, errno == EINTR {}
        listener.withLock { $0 }?()
    }

    /// Who else hears it, in the thread that rings it, in place of the one before; at once where it has rung. May be
    /// told twice.
    func tell(_ body: @escaping @Sendable () -> Void) {
        listener.withLock { $0 = body }
        if hasRung { body() }
    }
}
