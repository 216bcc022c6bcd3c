import Fixtures
import Foundation
import Glibc
import Mail
import Testing

/// A real Postfix on this machine, private to the tests; see `Postfix/start`.
final class Postfix: Sendable {
    /// The one that the suite under way has started.
    @TaskLocal static var current: Postfix?

    private let server: RealServer
    let submissionPort: Int
    let smtpsPort: Int
    let expiredPort: Int
    let selfSignedPort: Int
    /// Speaks TLS 1.2 and nothing else.
    let tls12Port: Int
    /// Speaks TLS 1.0 and 1.1 and nothing else.
    let tls11Port: Int

    var folder: URL { server.folder }
    /// The authority that signed the server's certificate.
    var authority: String { folder.appendingPathComponent("tls/ca.pem").path }
    /// An authority that did not.
    var otherAuthority: String { folder.appendingPathComponent("tls/other-ca.pem").path }

    init() throws {
        server = try RealServer(
            "Postfix", script: "MailTests/Postfix/start", ports: 6, isUp: "daemon started")
        let ports = server.ports
        (submissionPort, smtpsPort, expiredPort) = (ports[0], ports[1], ports[2])
        (selfSignedPort, tls12Port, tls11Port) = (ports[3], ports[4], ports[5])
    }

    /// Its master process is a child of the one that was started.
    func stop() {
        let file = folder.appendingPathComponent("queue/pid/master.pid")
        let id = (try? String(contentsOf: file, encoding: .utf8)).flatMap {
            pid_t($0.trimmingCharacters(in: .whitespacesAndNewlines))
        }
        server.stop(id)
    }

    /// What has been delivered with this Message-ID, as it lies in the Maildir; nil if nothing is within ten seconds.
    func delivered(_ messageID: String, queuedAs reply: String) throws -> String? {
        let queueID = reply.split(separator: " ").last.map(String.init) ?? ""
        guard server.log.waits(for: "\(queueID): removed") else { return nil }
        let new = folder.appendingPathComponent("mail/jane/new")
        for file in try FileManager.default.contentsOfDirectory(at: new, includingPropertiesForKeys: nil) {
            let text = try String(contentsOf: file, encoding: .utf8)
            if text.contains(messageID) { return text }
        }
        return nil
    }

    /// Whether it says so in its log, within twenty seconds.
    func logs(_ text: String) -> Bool { server.log.waits(for: text) }

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
