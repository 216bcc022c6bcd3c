import Etiquette
import Foundation
import Ledger
import Listener
import Mail
import Setup
import Wording

/// Sees to the Sent folder of the user's mailbox: after a sending, when copies are due, and with each listening.
struct SentFolder: Sendable {
    let mailboxReader: MailboxReader
    let filing: Filing

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
    func attendToTheEnd() throws -> Filing.Filed {
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
    @Sendable func look(for ids: [Message.ID]) -> SentFolderLook {
        if let rest = mailboxReader.rest.standing(at: mailboxReader.platform.now) {
            return .unsearched(MailboxReader.sentence(of: rest.error))
        }
        do {
            let mailbox = try mailboxReader.mailbox()
            defer { mailbox.close() }
            return .searched(try filing.look(for: ids, in: mailbox))
        } catch {
            note(error)
            guard let problem = error as? MailboxProblem else {
                return .unsearched(MailboxReader.sentence(of: error))
            }
            let words = mailboxReader.trouble(problem).copySentence
            if case .noSuchFolder = problem, mailboxReader.incoming.sentFolder == nil {
                return .noFolder(words)
            }
            return .unsearched(words)
        }
    }

    /// What is worth telling, a line each.
    func lines(_ filed: Filing.Filed, quietly: Bool = false) -> [String] {
        let trouble = filed.problem.map {
            Wording.copiesWait(MailboxTrouble(problem: $0, place: mailboxReader.place).copySentence)
        }
        return filed.confirmed.map(Wording.sentAfterAll) + (quietly ? [] : [trouble].compactMap(\.self))
    }

    /// The longest wait, in seconds.
    private static let patience: TimeInterval = 8
}

extension Application {
    /// Nil where no mailbox is configured.
    var sentFolder: SentFolder? {
        get throws {
            guard let mailboxReader = try mailboxReader else { return nil }
            let configuration = try configuration
            let smtp = configuration.smtp.server
            let platform = platform
            let settings = Filing.Settings(
                route: "\(smtp.host):\(smtp.port) > \(mailboxReader.incoming.name)",
                folder: mailboxReader.incoming.sentFolder,
                saving: try Self.saving(mailboxReader.incoming, sendingBy: smtp.host),
                domain: configuration.me.email.domain)
            let filing = Filing(ledger: try ledger, settings: settings, chance: platform.chance) { problem in
                mailboxReader.trouble(problem).copySentence
            }
            return SentFolder(mailboxReader: mailboxReader, filing: filing)
        }
    }

    /// Sees to the Sent folder at the end of a command, whose outcome it changes in no way; what it has to tell goes to
    /// standard error.
    ///
    /// - Parameter quietly: says nothing of copies that have to wait.
    func attendToSentFolder(quietly: Bool = false) {
        do {
            guard let folder = try sentFolder else { return }
            let filed = try folder.attendToTheEnd()
            for line in folder.lines(filed, quietly: quietly) { Output.problem("Note: " + line) }
        } catch {
            guard !quietly else { return }
            Output.problem("Note: " + Wording.copiesWait(CommandFailure(error)?.sentence ?? "\(error)"))
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
