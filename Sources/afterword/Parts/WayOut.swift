import Foundation
import Mail
import Sender

extension House {
    /// The connection to the user's server, with the password or token fetched now.
    func wayOut() throws -> SMTPTransport {
        let smtp = try configuration.smtp
        let secret = try smtp.secret?.read(environment: edge.environment, user: edge.user)
        return SMTPTransport(smtp.server, secret: secret)
    }

    /// The sender with the right to send, which one process has at a time.
    func sender() throws -> Sender {
        _ = try ledger
        return try sender(lock: SenderLock(folder: home.dataFolder))
    }

    /// The sender, for a process that has the right already.
    func sender(lock: consuming SenderLock) throws -> Sender {
        let configuration = try configuration
        let edge = edge
        return Sender(
            ledger: try ledger, settings: configuration.etiquette, address: configuration.me.email,
            ceilings: Ceilings(perHour: configuration.smtp.maxPerHour, perDay: configuration.smtp.maxPerDay),
            lock: lock, clock: { edge.now }, connect: { try self.wayOut() }
        )
    }
}
