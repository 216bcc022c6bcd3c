import Fixtures
import Foundation
import Synchronization

/// An SMTP server on a free port of 127.0.0.1 that takes mail over any number of connections, fails as it is told,
/// and remembers what it took. No TLS.
///
/// In a test: `let server = try FaultyServer(FaultChooser(percent: 25, seed: 7))`. As a program of its own, for
/// whoever wants to send to it from elsewhere: `swift run faulty-smtp --help`.
package final class FaultyServer: Sendable {
    /// How it behaves where nothing goes wrong.
    package struct Manners: Sendable {
        /// Offers AUTH PLAIN and takes whatever is said.
        package var offersLogin = false
        /// Milliseconds before every reply.
        package var delay = 0
        /// Appended to as soon as a message is kept and before that is said: its recipient, a tab, its Message-ID.
        package var keptFile: String?

        /// No login, no delay, no file.
        package init(offersLogin: Bool = false, delay: Int = 0, keptFile: String? = nil) {
            self.offersLogin = offersLogin
            self.delay = delay
            self.keptFile = keptFile
        }
    }

    /// Told of each step of a conversation: before it is answered, and afterwards.
    package typealias Watcher = @Sendable (_ step: Step, _ isAnswered: Bool) -> Void

    /// Where it listens.
    package let port: Int
    let manners: Manners
    let keptFile: FileHandle?
    private let listener: LoopbackListener
    private let state: Mutex<State>

    private struct State {
        var chooser: FaultChooser
        var era = 0
        var transactions: [Transaction] = []
        var watcher: Watcher?
        var connections = 0
        var failures = 0
    }

    /// Serves until it goes.
    package init(_ chooser: FaultChooser = FaultChooser(percent: 0), _ manners: Manners = Manners()) throws {
        self.manners = manners
        keptFile = try manners.keptFile.map { path in
            if !FileManager.default.fileExists(atPath: path) {
                try Data().write(to: URL(fileURLWithPath: path))
            }
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            try file.seekToEnd()
            return file
        }
        state = Mutex(State(chooser: chooser))
        listener = try LoopbackListener()
        port = listener.port
        let weakly = WeakServer(server: self, listener: listener)
        Thread.detachNewThread { weakly.serve() }
    }

    deinit {
        // Wakes the thread that accepts, which closes it.
        shutdown(listener.socket, Int32(SHUT_RDWR))
    }

    /// Every transaction that reached MAIL and has ended, in that order.
    package var transactions: [Transaction] { state.withLock { $0.transactions } }

    /// How many connections there were.
    package var connections: Int { state.withLock { $0.connections } }

    /// How often something was to go wrong, before MAIL too.
    package var failures: Int { state.withLock { $0.failures } }

    /// From here on transactions bear another mark; answers it.
    @discardableResult
    package func beginEra() -> Int {
        state.withLock {
            $0.era += 1
            return $0.era
        }
    }

    /// Behaves differently from the next transaction on.
    package func fail(_ chooser: FaultChooser) {
        state.withLock { $0.chooser = chooser }
    }

    /// One watcher at a time; nil takes it away.
    package func watch(_ watcher: Watcher?) {
        state.withLock { $0.watcher = watcher }
    }
}

// MARK: - For its conversations

extension FaultyServer {
    func draw(from step: Step) -> Fault? {
        state.withLock { state in
            let fault = state.chooser.next(from: step)
            if fault != nil { state.failures += 1 }
            return fault
        }
    }

    func newTransaction(_ fault: Fault?) -> Transaction {
        Transaction(era: state.withLock { $0.era }, fault: fault)
    }

    func tell(_ step: Step, isAnswered: Bool) {
        state.withLock { $0.watcher }?(step, isAnswered)
    }

    /// On record before anything of it is said.
    func record(_ transaction: Transaction) throws {
        if transaction.isKept {
            try keptFile?.write(contentsOf: Data("\(transaction.recipient)\t\(transaction.messageID)\n".utf8))
        }
        state.withLock { $0.transactions.append(transaction) }
    }

    fileprivate func serve(_ line: ServerLine) {
        state.withLock { $0.connections += 1 }
        let conversation = FaultyConversation(server: self, line: line)
        Thread.detachNewThread { conversation.run() }
    }
}

/// Serves as long as somebody keeps the server.
private struct WeakServer: Sendable {
    nonisolated(unsafe) weak var server: FaultyServer?
    let listener: LoopbackListener

    func serve() {
        while let line = ServerLine(nextOf: listener.socket), let server {
            server.serve(line)
        }
        listener.close()
    }
}
