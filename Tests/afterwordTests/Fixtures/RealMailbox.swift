import Fixtures
import Foundation

/// A real Dovecot on this machine, private to a test: the one of the tests of the room Mail.
final class RealMailbox {
    let port: Int
    private let server: RealServer

    /// - Parameter day: from which its certificate is good for two days, where clients have a clock of their own.
    init(day: String? = nil) throws {
        server = try RealServer(
            "Dovecot", script: "MailTests/Dovecot/start", ports: 3,
            environment: day.map { ["CERTIFICATE_DAY": $0] } ?? [:],
            // What is said in each connection, behind the encryption and from the login on.
            files: ["said/": "", "extra.conf": "rawlog_dir = %h/../../said\n"], isUp: "starting up for")
        port = server.ports[1]
    }

    deinit { server.stop() }

    /// The commands that were given behind the login, of all connections since the last time; without LOGOUT, for which
    /// nobody waits.
    func commands() throws -> [String] {
        let folder = server.folder.appendingPathComponent("said")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let lines = try files.filter { $0.hasSuffix(".in") }.flatMap { file in
            try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
                .split(whereSeparator: \.isNewline)
        }
        for file in files { try FileManager.default.removeItem(at: folder.appendingPathComponent(file)) }
        // A line begins with the moment and a tag.
        return lines.compactMap { $0.split(separator: " ").dropFirst(2).first }.map(String.init).filter {
            $0 != "LOGOUT"
        }
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
          ca_file: \(authority)
          save_sent: \(saveSent)

        """ + (folders.isEmpty ? "" : "  folders: \(folders)\n")
    }

    /// Who vouches for its certificate.
    var authority: String { server.folder.path + "/tls/ca.pem" }

    /// Ada's Maildir.
    func letterbox() throws -> Letterbox {
        try Letterbox(server.folder.path + "/mail/ada/Maildir")
    }

    /// Lets the server read what was put there.
    func hand(over box: Letterbox) throws {
        try RealServer.give(server.folder.appendingPathComponent("mail/ada"), to: "nobody")
    }
}
