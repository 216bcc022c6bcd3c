import Fixtures
import Foundation
import Mail
import Testing

/// A real Dovecot on this machine, private to the tests; see `Dovecot/start`. Each test has a user of its own.
final class Dovecot: Sendable {
    /// The one that the suite under way has started.
    @TaskLocal static var current: Dovecot?

    private let server: RealServer
    let imapPort: Int
    let imapsPort: Int
    let expiredPort: Int

    var folder: URL { server.folder }

    init() throws {
        server = try RealServer(
            "Dovecot", script: "MailTests/Dovecot/start", ports: 3, isUp: "starting up for")
        (imapPort, imapsPort, expiredPort) = (server.ports[0], server.ports[1], server.ports[2])
    }

    func stop() { server.stop() }

    func settings(
        _ user: String, scheme: IMAPSettings.Scheme = .imaps, host: String = "localhost", port: Int? = nil,
        authority: String = "ca"
    ) -> IMAPSettings {
        let usual = scheme == .imaps ? imapsPort : imapPort
        var settings = IMAPSettings(scheme: scheme, host: host, port: port ?? usual, user: user)
        settings.caFile = folder.appendingPathComponent("tls/\(authority).pem").path
        settings.replyTimeout = 20
        settings.connectTimeout = 20
        return settings
    }

    func mailbox(_ user: String) -> IMAPMailbox {
        IMAPMailbox(settings(user), secret: Secret("correct-horse"))
    }

    /// The user's Maildir, with these mails in it, the first with UID 1.
    func maildir(of user: String, _ mails: [String] = [], folders: [String] = []) throws -> MaildirFixture {
        let maildir = MaildirFixture(folder.appendingPathComponent("mail/\(user)/Maildir"))
        try maildir.make("")
        for (index, mail) in mails.enumerated() {
            try maildir.put(mail, as: "\(1_700_000_000 + index).M\(index).host")
        }
        for folder in folders { try maildir.make("." + folder) }
        try maildir.give(to: "nobody")
        return maildir
    }
}

/// Starts Dovecot for a suite, and stops it behind it.
struct WithDovecot: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let dovecot = try Dovecot()
        defer { dovecot.stop() }
        try await Dovecot.$current.withValue(dovecot) { try await function() }
    }
}

extension Trait where Self == WithDovecot {
    static var withDovecot: Self { WithDovecot() }
}

/// A Maildir that a test writes.
struct MaildirFixture {
    let url: URL

    init(_ url: URL) {
        self.url = url
    }

    /// In a folder of its own.
    init() throws {
        url = URL(fileURLWithPath: "/tmp/afterword-maildir-\(UUID().uuidString)")
        try make("")
    }

    func make(_ folder: String) throws {
        for part in ["cur", "new", "tmp"] {
            let place = url.appendingPathComponent(folder).appendingPathComponent(part)
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        }
    }

    func put(_ mail: String, as name: String, in folder: String = "", part: String = "new") throws {
        let place = url.appendingPathComponent(folder).appendingPathComponent(part)
        try Data(mail.utf8).write(to: place.appendingPathComponent(name))
    }

    func names(in part: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.appendingPathComponent(part).path).sorted()
    }

    /// With the folder that it lies in.
    func give(to user: String) throws {
        try RealServer.give(url.deletingLastPathComponent(), to: user)
    }

    func remove() {
        try? FileManager.default.removeItem(at: url)
    }
}
