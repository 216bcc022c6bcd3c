import Glibc

/// Whether there is memory left for what comes next. Where an allocation fails, Swift and the libraries end the process at
/// once, between two messages or in the midst of one: so it is asked before anything is begun.
package enum Headroom {
    /// In bytes: the stack of a thread, a mail and the conversation over which it leaves, TLS included.
    static let connection = 24 << 20
    /// In bytes: the libraries that are loaded with the first connection, and what a run reads ahead.
    static let run = 48 << 20

    /// In bytes: what any command needs before it can say anything.
    package static let start = 16 << 20

    /// - Throws: `SenderProblem.noMemory`.
    static func require(_ bytes: Int) throws(SenderProblem) {
        guard isThere(bytes) else { throw .noMemory }
    }

    /// Asks the system for so much at once, and gives it back.
    package static func isThere(_ bytes: Int) -> Bool {
        let flags = MAP_PRIVATE | MAP_ANONYMOUS
        guard let room = mmap(nil, bytes, PROT_READ | PROT_WRITE, flags, -1, 0), room != MAP_FAILED else {
            return false
        }
        munmap(room, bytes)
        return true
    }
}
