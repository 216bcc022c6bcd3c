import Etiquette
import Fixtures
import Foundation
import Mail

/// A real Postfix that takes Ada's mail, and the real Dovecot behind it, where she and Jane have their mailboxes: the
/// servers of the tests of the room Mail, made one.
final class PostOffice {
    private let postfix: RealServer
    private let dovecot: RealServer
    /// Anybody may give mail there, without a login.
    let relayPort: Int

    /// - Parameter sieve: what is done with Jane's mail.
    init(sieve: String) throws {
        relayPort = try FreePorts.find(1)[0]
        dovecot = try RealServer(
            "Dovecot", script: "MailTests/Dovecot/start", ports: 4,
            files: ["extra.conf": "submission_host = 127.0.0.1:\(relayPort)\n"], isUp: "starting up for")
        do {
            postfix = try RealServer(
                "Postfix", script: "MailTests/Postfix/start", ports: 6,
                others: [relayPort, dovecot.ports[3]],
                isUp: "daemon started")
        } catch {
            dovecot.stop()
            throw error
        }
        let jane = dovecot.folder.appendingPathComponent("mail/jane.okafor")
        try FileManager.default.createDirectory(at: jane, withIntermediateDirectories: false)
        try Data(sieve.utf8).write(to: jane.appendingPathComponent(".dovecot.sieve"))
        try RealServer.give(jane, to: "nobody")
    }

    deinit {
        let file = postfix.folder.appendingPathComponent("queue/pid/master.pid")
        let text = try? String(contentsOf: file, encoding: .utf8)
        // Its master process is a child of the one that was started.
        postfix.stop(text.flatMap { pid_t($0.trimmingCharacters(in: .whitespacesAndNewlines)) })
        dovecot.stop()
    }

    /// The sections of Ada's configuration.
    var sections: String {
        """
        smtp:
          url: smtp://localhost:\(relayPort)
          tls: 'off'
        imap:
          url: imaps://localhost:\(dovecot.ports[1])
          user: ada
          password_command: echo correct-horse
          ca_file: \(dovecot.folder.path)/tls/ca.pem
          save_sent: never

        """
    }

    /// Whether so many mails lie in Ada's inbox, soon.
    func delivers(_ count: Int) -> Bool { dovecot.log.waits(for: "saved mail to INBOX", times: count) }

    /// Somebody writes to Ada.
    func take(_ mail: String, from address: String) throws -> Delivery {
        var settings = SMTPSettings(scheme: .smtp, host: "127.0.0.1", port: relayPort, user: nil)
        settings.requiresTLS = false
        let transport = SMTPTransport(settings, secret: nil)
        defer { transport.close() }
        let envelope = Envelope(
            sender: try EmailAddress(address), recipient: try EmailAddress("ada@example.org"))
        return transport.deliver(envelope) { Array(mail.replacing("\n", with: "\r\n").utf8) }
    }

    /// What both servers said, for whoever wonders.
    var log: String { postfix.log.text + "\n" + dovecot.log.text }
}
