import Etiquette
import Foundation
import Ledger
import Listener
import Mail
import Setup

/// Sees to the Sent folder of the user's mailbox: after a sending, when copies are due, and with each listening.
package struct SentFolder: Sendable {
    let mailboxReader: MailboxReader
    package let filing: Filing

    /// When a copy is due, now or later; nil where none is.
    func nextMoment(at now: Date) throws -> Date? { try filing.nextMoment(at: now) }

    /// Looks after it once, where that is worth a connection and the mailbox is not left in peace.
    ///
    /// - Returns: what was done, and why the rest waits.
    /// - Throws: what the ledger throws, and where no password can be had.
    func attend() throws -> Filing.Filed {
        let now = mailboxReader.platform.now
        guard mailboxReader.rest.standing(at: now) == nil, try filing.isWorthwhile(at: now) else {
            return Filing.Filed()
        }
        do {
            let mailbox = try mailboxReader.mailbox()
            defer { mailbox.close() }
            let filed = try filing.file(into: mailbox) { mailboxReader.platform.now }
            if let problem = filed.problem { note(problem) }
            try mailboxReader.desk.freeQuestions(after: filed.confirmed, at: now)
            return filed
        } catch let problem as SecretProblem {
            note(problem)
            throw problem
        }
    }

    /// What keeps everybody out of the mailbox leaves it in peace for a while.
    private func note(_ error: any Error) {
        switch error {
        case let problem as MailboxProblem where problem.keepsOut:
            mailboxReader.rest.hasFailed(mailboxReader.trouble(problem), at: mailboxReader.platform.now)
        case is SecretProblem: mailboxReader.rest.hasFailed(error, at: mailboxReader.platform.now)
        default: break
        }
    }

    /// The same for a command that ends soon: where a provider is not known, it waits a few seconds to see whether it
    /// files a copy by itself.
    package func attendToTheEnd() throws -> Filing.Filed {
        var filed = try attend()
        let now = mailboxReader.platform.now
        guard filed.problem == nil, let next = try nextMoment(at: now), next > now,
            next <= now + Self.patience
        else { return filed }
        mailboxReader.platform.pause(until: next)
        let later = try attend()
        filed.filed += later.filed
        filed.found += later.found
        filed.confirmed += later.confirmed
        filed.problem = later.problem
        return filed
    }

    /// Looks for copies of messages that may have left from elsewhere, unless the mailbox is left in peace: one that was
    /// found dead a moment ago is not tried again.
    @Sendable package func look(for ids: [Message.ID]) -> SentFolderLook {
        if let rest = mailboxReader.rest.standing(at: mailboxReader.platform.now) {
            return .unsearched(mailboxReader.face.sentence(rest.error))
        }
        do {
            let mailbox = try mailboxReader.mailbox()
            defer { mailbox.close() }
            return .searched(try filing.look(for: ids, in: mailbox))
        } catch {
            note(error)
            guard let problem = error as? MailboxProblem else {
                return .unsearched(mailboxReader.face.sentence(error))
            }
            let words = mailboxReader.copySentence(problem)
            if case .noSuchFolder = problem, mailboxReader.incoming.sentFolder == nil {
                return .noFolder(words)
            }
            return .unsearched(words)
        }
    }

    /// What is worth telling.
    package func news(_ filed: Filing.Filed) -> [SentFolderNews] {
        filed.confirmed.map(SentFolderNews.settled)
            + [filed.problem].compactMap(\.self).map {
                .waiting(CopyTrouble(trouble: mailboxReader.trouble($0)))
            }
    }

    /// The longest wait, in seconds.
    private static let patience: TimeInterval = 8
}

/// What a look after the Sent folder has to tell.
package enum SentFolderNews {
    /// A doubt that a copy there has settled: the message was sent.
    case settled(Message.ID)
    /// Copies wait because of this, and are tried again.
    case waiting(any Error)
}

extension MailboxReader {
    /// Why a copy is not there yet, as it is written down.
    fileprivate func copySentence(_ problem: MailboxProblem) -> String {
        face.sentence(CopyTrouble(trouble: trouble(problem)))
    }
}

extension Application {
    /// Nil where no mailbox is configured.
    package var sentFolder: SentFolder? {
        get throws {
            guard let mailboxReader = try mailboxReader else { return nil }
            let configuration = try configuration
            let smtp = configuration.smtp?.server
            let platform = platform
            let settings = Filing.Settings(
                route: "\(smtp?.place ?? Configuration.byHand) > \(mailboxReader.incoming.name)",
                folder: mailboxReader.incoming.sentFolder,
                // A mail program of the user's keeps its own copies.
                saving: try smtp.flatMap { try Self.saving(mailboxReader.incoming, sendingBy: $0.host) },
                domain: configuration.me.email.domain)
            let filing = Filing(ledger: try ledger, settings: settings, chance: platform.chance) { problem in
                mailboxReader.copySentence(problem)
            }
            return SentFolder(mailboxReader: mailboxReader, filing: filing)
        }
    }

    private static func saving(
        _ incoming: Configuration.Incoming, sendingBy smtp: String
    ) throws -> Filing.Saving? {
        switch incoming.saveSent {
        case .never: return nil
        case .always: return .always
        case .auto:
            guard case .server(let server) = incoming.location else { return .findingOut }
            let isKnown = try SelfFiling.shipped().files(sendingBy: smtp, readingFrom: server.host)
            return isKnown ? .leftToProvider : .findingOut
        }
    }
}
