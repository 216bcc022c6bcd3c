import Foundation
import Glibc
import Mail
import Testing

/// A real Dovecot on this machine, private to the tests; see `Dovecot/start`. Each test has a user of its own.
final class Dovecot: Sendable {
    /// The one that the suite under way has started.
    @TaskLocal static var current: Dovecot?

    struct NotStarted: Error, CustomStringConvertible {
        let log: String
        var description: String { "Dovecot did not start:\n\(log)" }
    }

    let folder: URL
    let imapPort: Int
    let imapsPort: Int
    let expiredPort: Int
    private let log = LogFollower()
    private let process = Process()

    init() throws {
        folder = URL(fileURLWithPath: "/tmp/afterword-dovecot-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        let ports = try FreePorts.find(3)
        (imapPort, imapsPort, expiredPort) = (ports[0], ports[1], ports[2])
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Dovecot/start")
        process.arguments = [folder.path] + ports.map(String.init)
        process.standardOutput = output
        process.standardError = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        log.follow(output.fileHandleForReading)
        guard log.waits(for: "starting up for") else {
            stop()
            throw NotStarted(log: log.text)
        }
    }

    /// Ends it by its process id and removes all that it wrote.
    func stop() {
        if process.isRunning { kill(process.processIdentifier, SIGTERM) }
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

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

    func give(to user: String) throws {
        let id = try #require(getpwnam(user)).pointee.pw_uid
        let home = url.deletingLastPathComponent()
        let inside = try FileManager.default.subpathsOfDirectory(atPath: home.path)
        for path in [home.path] + inside.map({ home.path + "/" + $0 }) {
            try #require(chown(path, id, gid_t.max) == 0)
        }
    }

    func remove() {
        try? FileManager.default.removeItem(at: url)
    }
}
