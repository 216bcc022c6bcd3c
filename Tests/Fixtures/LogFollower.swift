import Foundation
import Glibc
import Synchronization

/// The lines of a log, as they come.
package final class LogFollower: Sendable {
    private let lines = Mutex<[String]>([])
    private let hasEnded = Atomic(false)
    private let hasMore = DispatchSemaphore(value: 0)

    /// What has come so far.
    package var text: String { lines.withLock { $0.joined(separator: "\n") } }

    /// Nothing is followed yet.
    package init() {}

    /// Reads in a thread of its own until the other end is closed.
    package func follow(_ handle: FileHandle) {
        let file = handle.fileDescriptor
        Thread.detachNewThread { [self] in
            _ = handle
            var rest: [UInt8] = []
            var piece = [UInt8](repeating: 0, count: 4096)
            while case let count = read(file, &piece, piece.count), count > 0 {
                rest += piece.prefix(count)
                take(&rest)
            }
            hasEnded.store(true, ordering: .sequentiallyConsistent)
            hasMore.signal()
        }
    }

    /// Whether so many lines with this text come, twenty seconds for each line at most, or were there before.
    package func waits(for text: String, times: Int = 1) -> Bool {
        while lines.withLock({ $0.count { $0.contains(text) } }) < times {
            guard !hasEnded.load(ordering: .sequentiallyConsistent),
                hasMore.wait(timeout: .now() + 20) == .success
            else { return false }
        }
        return true
    }

    private func take(_ rest: inout [UInt8]) {
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let line = String(decoding: rest[..<end], as: UTF8.self)
            rest.removeSubrange(...end)
            lines.withLock { $0.append(line) }
            hasMore.signal()
        }
    }
}
