import FaultySMTP
import Fixtures
import Foundation
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

    var port: Int { listener.port }
    private let listener: LoopbackListener
    private let transcript = Mutex(Transcript())
    private let isDone = DispatchSemaphore(value: 0)
    private let mayGoOn = DispatchSemaphore(value: 0)
    private let isReady = DispatchSemaphore(value: 0)

    /// - Parameter sideBySide: every connection is played at once as it comes, not behind the one before it.
    init(_ dialogue: Dialogue, sideBySide: Bool = false) throws {
        listener = try LoopbackListener()
        Thread.detachNewThread { [self] in
            run(dialogue, sideBySide: sideBySide)
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

    /// Waits until the script has come to `ready`; nil where it has not within a minute.
    func awaitReady() -> Void? {
        isReady.wait(timeout: .now() + 60) == .success ? () : nil
    }

    /// The script has come to `ready` already.
    var isReadyNow: Bool { isReady.wait(timeout: .now()) == .success }

    private func run(_ dialogue: Dialogue, sideBySide: Bool) {
        let connections = DispatchGroup()
        for (index, steps) in dialogue.steps.split(separator: .again).enumerated() {
            let hasCome = DispatchSemaphore(value: 0)
            connections.enter()
            Thread.detachNewThread { [self] in
                serve(steps, number: index + 1, hasCome)
                connections.leave()
            }
            hasCome.wait()
            if !sideBySide { connections.wait() }
        }
        connections.wait()
        listener.close()
    }

    private func serve(_ steps: ArraySlice<Dialogue.Step>, number: Int, _ hasCome: DispatchSemaphore) {
        let line = ServerLine(acceptedFrom: listener.socket)
        hasCome.signal()
        guard let line else {
            return transcript.withLock { $0.problems.append("nobody came for connection \(number)") }
        }
        transcript.withLock { $0.connections += 1 }
        play(steps, on: line)
        line.close()
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
        guard semaphore.wait(timeout: .now() + 60) == .timedOut else { return }
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
