import Foundation
import Testing

/// A real Dovecot on this machine, private to a test: the one of the tests of the room Mail.
final class RealMailbox {
    let port: Int
    private let folder: URL
    private let process = Process()

    struct NotStarted: Error {
        let log: String
    }

    /// - Parameter day: from which its certificate is good for two days, where clients have a clock of their own.
    init(day: String? = nil) throws {
        folder = URL(fileURLWithPath: "/tmp/afterword-mailbox-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        let ports = try Self.freePorts(3)
        port = ports[1]
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        process.executableURL = tests.appendingPathComponent("MailTests/Dovecot/start")
        process.arguments = [folder.path] + ports.map(String.init)
        process.environment = ProcessInfo.processInfo.environment.merging(
            day.map { ["CERTIFICATE_DAY": $0] } ?? [:]
        ) { $1 }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        var log = ""
        while !log.contains("starting up for") {
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { throw NotStarted(log: log) }
            log += String(decoding: more, as: UTF8.self)
        }
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGTERM) }
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    /// The section of the configuration.
    func section(
        password: String, folders: String = "", port: Int? = nil, saveSent: String = "never"
    ) -> String {
        """
        imap:
          url: imaps://localhost:\(port ?? self.port)
          user: ada
          password_command: echo \(password)
          ca_file: \(folder.path)/tls/ca.pem
          save_sent: \(saveSent)

        """ + (folders.isEmpty ? "" : "  folders: \(folders)\n")
    }

    /// Ada's Maildir.
    func letterbox() throws -> Letterbox {
        try Letterbox(folder.path + "/mail/ada/Maildir")
    }

    /// Lets the server read what was put there.
    func hand(over box: Letterbox) throws {
        let user = try #require(getpwnam("nobody")).pointee.pw_uid
        let home = folder.path + "/mail/ada"
        for path in [home]
            + (try FileManager.default.subpathsOfDirectory(atPath: home).map { "\(home)/\($0)" })
        {
            try #require(chown(path, user, gid_t.max) == 0)
        }
    }

    /// Ports that were free a moment ago, all at once.
    private static func freePorts(_ count: Int) throws -> [Int] {
        var sockets: [Int32] = []
        defer { sockets.forEach { close($0) } }
        return try (0..<count).map { _ in
            let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            sockets.append(socket)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            try withUnsafeMutablePointer(to: &address) { pointer in
                try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                    try #require(bind(socket, address, length) == 0)
                    try #require(getsockname(socket, address, &length) == 0)
                }
            }
            return Int(UInt16(bigEndian: address.sin_port))
        }
    }
}
