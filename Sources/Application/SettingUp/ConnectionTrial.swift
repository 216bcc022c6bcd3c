import Foundation
import Mail
import Setup

/// Tries what a configuration says of servers before it is written, with a password that is kept nowhere yet.
package struct ConnectionTrial {
    private let configuration: Configuration
    private let secret: Secret?

    /// - Parameter configuration: made of the answers; the way to a password in it is not gone.
    package init(_ configuration: Configuration, secret: Secret?) {
        (self.configuration, self.secret) = (configuration, secret)
    }

    /// Logs in where mail is sent by, and sends nothing; nil where the user sends by hand.
    package func server() -> (settings: SMTPSettings, check: LoginCheck)? {
        configuration.smtp.map { ($0.server, SMTPTransport($0.server, secret: secret).checkLogin()) }
    }

    /// Logs in there; nil where it is let in, or where the user sends by hand.
    ///
    /// - Parameter address: of the user.
    package func fault(address: String) -> LoginFault? {
        guard let (server, check) = server() else { return nil }
        if case .passed = check { return nil }
        return LoginFault(check: check, server: server, address: address)
    }

    /// Logs in to the mailbox and lists its folders.
    ///
    /// - Returns: where it is; nil where there is none on a server.
    /// - Throws: `MailboxTrouble`.
    package func mailbox() throws -> String? {
        guard let imap = configuration.imap, case .server(let settings) = imap.location else { return nil }
        let mailbox = IMAPMailbox(settings, secret: secret)
        defer { mailbox.close() }
        do {
            _ = try mailbox.folders()
        } catch let problem as MailboxProblem {
            throw MailboxTrouble(problem: problem, place: imap.place)
        }
        return imap.place
    }
}

extension UserManager {
    /// Whether systemd manages this session, so that a service can be started from here.
    package static func isThere(in environment: [String: String]) -> Bool {
        guard let folder = environment["XDG_RUNTIME_DIR"], folder.hasPrefix("/") else { return false }
        return access(folder + "/systemd/private", F_OK) == 0
    }
}
