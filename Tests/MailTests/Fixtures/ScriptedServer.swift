import Foundation
import Glibc
import Synchronization

/// An SMTP server that follows a dialogue, on a free port of 127.0.0.1, in a thread of its own.
final class ScriptedServer: Sendable {
    /// What came of it.
    struct Transcript: Sendable {
        /// Everything that clients said, bodies excepted, one line each.
        var lines: [String] = []
        /// The messages, dots unstuffed.
        var bodies: [String] = []
        var connections = 0
        /// Where the client did not follow the script.
        var problems: [String] = []
    }

    struct SocketFailed: Error {
        let call: String
        let code: Int32
    }

    let port: Int
    private let listener: Int32
    private let transcript = Mutex(Transcript())
    private let isDone = DispatchSemaphore(value: 0)
    private let mayGoOn = DispatchSemaphore(value: 0)
    private let isReady = DispatchSemaphore(value: 0)

    init(_ dialogue: Dialogue) throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        // A message that the server does not read must not fit into its buffer.
        var room: Int32 = 65_536
        setsockopt(listener, SOL_SOCKET, SO_RCVBUF, &room, socklen_t(MemoryLayout<Int32>.size))
        port = try Self.listen(listener)
        Thread.detachNewThread { [self] in
            run(dialogue)
            isDone.signal()
        }
    }

    /// Waits until the dialogue is over and the client has left.
    func finish() -> Transcript {
        isDone.wait()
        return transcript.withLock { $0 }
    }

    /// Ends a `pause`.
    func resume() {
        mayGoOn.signal()
    }

    /// Waits until the script has come to `ready`; nil where it has not within ten seconds.
    func awaitReady() -> Void? {
        isReady.wait(timeout: .now() + 10) == .success ? () : nil
    }

    /// The script has come to `ready` already.
    var isReadyNow: Bool { isReady.wait(timeout: .now()) == .success }

    private static func listen(_ listener: Int32) throws -> Int {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutableBytes(of: &address) { bytes -> Int32 in
            guard let address = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self) else { return -1 }
            guard bind(listener, address, size) == 0, Glibc.listen(listener, 8) == 0 else { return -1 }
            return getsockname(listener, address, &size)
        }
        guard status == 0 else { throw SocketFailed(call: "bind", code: errno) }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    private func run(_ dialogue: Dialogue) {
        for (index, steps) in dialogue.steps.split(separator: .again).enumerated() {
            guard let line = ServerLine(acceptedFrom: listener) else {
                transcript.withLock { $0.problems.append("nobody came for connection \(index + 1)") }
                break
            }
            transcript.withLock { $0.connections += 1 }
            play(steps, on: line)
            line.close()
        }
        Glibc.close(listener)
    }

    private func play(_ steps: ArraySlice<Dialogue.Step>, on line: ServerLine) {
        for step in steps {
            switch step {
            case .say(let text): line.write(text)
            case .expect(let prefix): expect(prefix, on: line)
            case .body: takeBody(from: line)
            case .flood(let count):
                for _ in 0..<count { line.write("250-" + String(repeating: "x", count: 994) + "\r\n") }
            case .drop: return
            case .reset: return line.resetOnClose()
            case .close: line.close()
            case .pause: wait(for: mayGoOn)
            case .ready: isReady.signal()
            case .silence, .again: break
            case .unknown(let text): transcript.withLock { $0.problems.append("unknown step: \(text)") }
            }
        }
        while let said = line.read() {
            transcript.withLock { $0.lines.append(said) }
        }
    }

    private func wait(for semaphore: DispatchSemaphore) {
        guard semaphore.wait(timeout: .now() + 10) == .timedOut else { return }
        transcript.withLock { $0.problems.append("nobody let the server go on") }
    }

    private func expect(_ prefix: String, on line: ServerLine) {
        let said = line.read()
        transcript.withLock { transcript in
            if let said { transcript.lines.append(said) }
            if said?.hasPrefix(prefix) != true {
                transcript.problems.append("expected \(prefix), got \(said ?? "the end")")
            }
        }
    }

    private func takeBody(from line: ServerLine) {
        var body = ""
        while let said = line.read(), said != "." {
            body += (said.hasPrefix(".") ? String(said.dropFirst()) : said) + "\r\n"
        }
        transcript.withLock { $0.bodies.append(body) }
    }
}
