import Foundation
import Mail
import Sender
import Setup

extension Application {
    /// The connection to the user's server, with the password or token fetched now.
    package func transport() throws -> SMTPTransport {
        guard let smtp = try configuration.smtp else { throw SentByHand() }
        return try Self.transports(smtp, platform)()
    }

    /// The sender with the right to send, which one process has at a time.
    package func sender() throws -> Sender {
        // Without a configuration no ledger is made; with the ledger its folder is, and the lock lies on that.
        _ = (try configuration, try ledger)
        return try sender(lock: SenderLock(folder: home.dataFolder))
    }

    /// The right to send, taken so that nobody else does meanwhile.
    ///
    /// - Throws: `SendingUnderWay` where another process has it; a long run has it as long as it lives.
    package func lockWhileNobodySends() throws -> SenderLock {
        do throws(SenderProblem) {
            return try SenderLock(folder: home.dataFolder)
        } catch {
            guard case .busy = error else { throw error }
            throw SendingUnderWay()
        }
    }

    /// Settles what a process that was killed has left half sent, unless somebody sends just now; the user can't say what
    /// became of it before.
    package func settleInterruptedSending() throws {
        guard try !isSomebodySending else { return }
        do {
            try InterruptedSending.settle(in: ledger, with: SenderLock(folder: home.dataFolder), at: now)
        } catch SenderProblem.busy {
            // Somebody has begun meanwhile, and settles it.
        }
    }

    /// Another process has the right to send: a long run, as a rule.
    package var isSomebodySending: Bool {
        get throws {
            _ = try ledger
            return try SenderLock.isHeld(folder: home.dataFolder)
        }
    }

    /// The sender, for a process that has the right already.
    ///
    /// - Parameter spread: seconds between two notes to one panel.
    package func sender(lock: consuming SenderLock, spread: TimeInterval = 0) throws -> Sender {
        let (smtp, platform) = (try configuration.smtp, platform)
        var settings = try sendingSettings
        if let smtp {
            settings.server = smtp.server.place
            settings.ceilings = Ceilings(perHour: smtp.maxPerHour, perDay: smtp.maxPerDay)
            settings.connections = smtp.connections
            settings.spread = spread
        }
        return Sender(
            ledger: try ledger, settings: settings, lock: lock,
            clock: { platform.now }, chance: platform.chance,
            connecting: {
                guard let smtp else { throw SentByHand() }
                return try Self.transports(smtp, platform)
            })
    }

    /// What is asked before anything leaves, whoever takes it; of no server.
    private var sendingSettings: Sender.Settings {
        get throws {
            let configuration = try configuration
            var settings = Sender.Settings(
                etiquette: configuration.etiquette,
                from: Correspondent(name: configuration.me.name, address: configuration.me.email),
                server: Configuration.byHand)
            settings.isByHand = configuration.isByHand
            settings.isMailboxRead = configuration.imap != nil
            if let folder = try sentFolder { settings.lookForCopies = folder.look }
            if let mailboxReader = try mailboxReader {
                settings.listenBeforeAsking = { mailboxReader.lookBeforeAsking() }
            }
            return settings
        }
    }

    /// What gives single messages to the user, for a mail program of their own. It needs no right to send: that a message is
    /// given once the ledger sees to.
    package var handingToUser: HandingToUser {
        get throws {
            let platform = platform
            return HandingToUser(ledger: try ledger, settings: try sendingSettings) { platform.now }
        }
    }

    /// What makes a connection for each thread; the password or token is fetched once for all.
    private static func transports(
        _ smtp: Configuration.Outgoing, _ platform: Platform
    ) throws -> @Sendable () -> SMTPTransport {
        let secret = try smtp.secret?.read(environment: platform.environment, user: platform.user)
        return { SMTPTransport(smtp.server, secret: secret) }
    }
}

/// No server is configured: the user sends every message by hand.
package struct SentByHand: Error, Equatable {}

/// What must not be done while another process may send.
package struct SendingUnderWay: Error, Equatable {}
