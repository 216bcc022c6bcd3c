import FaultySMTP
import Foundation
import Glibc
import Mail
import Synchronization
import Testing

/// A real Postfix on this machine, private to the tests; see `Postfix/start`.
final class Postfix: Sendable {
    /// The one that the suite under way has started.
    @TaskLocal static var current: Postfix?

    struct NotStarted: Error, CustomStringConvertible {
        let log: String
        var description: String { "Postfix did not start:\n\(log)" }
    }

    let folder: URL
    let submissionPort: Int
    let smtpsPort: Int
    let expiredPort: Int
    let selfSignedPort: Int
    /// Speaks TLS 1.2 and nothing else.
    let tls12Port: Int
    /// Speaks TLS 1.0 and 1.1 and nothing else.
    let tls11Port: Int
    private let log = LogFollower()
    private let process = Process()

    /// The authority that signed the server's certificate.
    var authority: String { folder.appendingPathComponent("tls/ca.pem").path }
    /// An authority that did not.
    var otherAuthority: String { folder.appendingPathComponent("tls/other-ca.pem").path }

    init() throws {
        folder = URL(fileURLWithPath: "/tmp/afterword-postfix-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        let ports = try FreePorts.find(6)
        (submissionPort, smtpsPort, expiredPort) = (ports[0], ports[1], ports[2])
        (selfSignedPort, tls12Port, tls11Port) = (ports[3], ports[4], ports[5])
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Postfix/start")
        process.arguments = [folder.path] + ports.map(String.init)
        process.standardOutput = output
        process.standardError = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        log.follow(output.fileHandleForReading)
        guard log.waits(for: "daemon started") else {
            stop()
            throw NotStarted(log: log.text)
        }
    }

    /// Ends it by its process id and removes all that it wrote.
    func stop() {
        let file = folder.appendingPathComponent("queue/pid/master.pid")
        let id = (try? String(contentsOf: file, encoding: .utf8)).flatMap {
            pid_t($0.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        if let id { kill(id, SIGTERM) }
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    /// What has been delivered with this Message-ID, as it lies in the Maildir; nil if nothing is within ten seconds.
    func delivered(_ messageID: String, queuedAs reply: String) throws -> String? {
        let queueID = reply.split(separator: " ").last.map(String.init) ?? ""
        guard log.waits(for: "\(queueID): removed") else { return nil }
        let new = folder.appendingPathComponent("mail/jane/new")
        for file in try FileManager.default.contentsOfDirectory(at: new, includingPropertiesForKeys: nil) {
            let text = try String(contentsOf: file, encoding: .utf8)
            if text.contains(messageID) { return text }
        }
        return nil
    }

    /// Whether it says so in its log, within twenty seconds.
    func logs(_ text: String) -> Bool { log.waits(for: text) }

    func settings(
        port: Int? = nil, scheme: SMTPSettings.Scheme = .smtp, host: String = "localhost",
        user: String? = "ada",
        authority: String? = nil
    ) -> SMTPSettings {
        var settings = SMTPSettings(scheme: scheme, host: host, port: port ?? submissionPort, user: user)
        settings.caFile = authority ?? self.authority
        settings.replyTimeout = 20
        settings.connectTimeout = 20
        return settings
    }
}

/// Starts Postfix for a suite, and stops it behind it.
struct WithPostfix: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let postfix = try Postfix()
        defer { postfix.stop() }
        try await Postfix.$current.withValue(postfix) { try await function() }
    }
}

extension Trait where Self == WithPostfix {
    static var withPostfix: Self { WithPostfix() }
}

/// The lines of a log, as they come.
final class LogFollower: Sendable {
    private let lines = Mutex<[String]>([])
    private let hasEnded = Atomic(false)
    private let hasMore = DispatchSemaphore(value: 0)

    var text: String { lines.withLock { $0.joined(separator: "\n") } }

    func follow(_ handle: FileHandle) {
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

    /// Whether a line with this text comes within twenty seconds, or was there before.
    func waits(for text: String) -> Bool {
        while !lines.withLock({ $0.contains { $0.contains(text) } }) {
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

/// Ports of 127.0.0.1 that nobody listened on a moment ago.
enum FreePorts {
    static func find(_ count: Int) throws -> [Int] {
        let sockets = try (0..<count).map { _ in try LoopbackListener() }
        defer { sockets.forEach { $0.close() } }
        return sockets.map(\.port)
    }
}
