import Desk
import Etiquette
import Foundation
import Ledger
import Sender
import Setup

/// The live parts of a long run, renewed when what they were built from has changed.
package final class RunningApplication {
    private let platform: Platform
    private let lock: SenderLock
    private let stopSignal: StopSignal
    package private(set) var application: Application
    private var sender: Sender
    private var configured: FileFacts?
    private var secret: FileFacts?
    private var opened: FileFacts.Identity?
    /// What is ready for the user to send, and was told.
    private var announced: Set<Message.ID> = []

    /// Takes the right to send, for as long as this lives: one process delivers at a time. When the bell rings, what
    /// is on its way is finished and nothing more begun.
    ///
    /// - Throws: what keeps any command from working, and `SenderProblem.busy` where another process sends.
    package init(platform: Platform, face: Face, stopSignal: StopSignal) throws {
        self.platform = platform
        self.stopSignal = stopSignal
        application = try Application(platform: platform, face: face)
        let stamp = try? FileFacts(path: application.home.configuration)
        let configuration = try application.configuration
        _ = try application.ledger
        lock = try SenderLock(folder: application.home.dataFolder)
        sender = try application.sender(lock: lock.shared(), spread: application.spread)
        configured = stamp
        secret = configuration.smtp?.secret?.stamp
        opened = (try? FileFacts(path: application.home.database))?.identity
        stopSignal.tell { [sender] in sender.stop() }
        beginning.note(platform.now)
    }

    deinit { beginning.forget() }

    /// When it began, for whoever asks whether somebody sends.
    private var beginning: LastRun { LastRun(of: .run, folder: application.home.dataFolder) }

    /// The file in which the password stands; nil where a command prints it.
    var secretFile: String? { (try? application.configuration)?.smtp?.secret?.file }

    /// Reads the configuration again where it was changed; answers whether it, or the password's file, was.
    ///
    /// - Throws: what is wrong with it, once for every change; the one before it stays in force.
    func renew() throws -> Bool {
        let (stamp, newSecret) = (
            try? FileFacts(path: application.home.configuration),
            try application.configuration.smtp?.secret?.stamp
        )
        let isSecretNew = newSecret != secret
        secret = newSecret
        if isSecretNew { application.mailboxRest.end() }
        // While the ledger is gone nothing is opened anew: that would make another.
        guard stamp != configured, (try? FileFacts(path: application.home.database)) != nil else {
            return isSecretNew
        }
        configured = stamp
        let renewed = try Application(platform: platform, face: application.face)
        secret = try renewed.configuration.smtp?.secret?.stamp
        try move(into: renewed)
        return true
    }

    /// When the next email could leave; nil where none is queued.
    func nextDeparture() throws -> Date? {
        try lookAtLedger()
        return try sender.nextDeparture(besides: announced)
    }

    /// Seconds between two readings of the mailbox; nil where there is none to read.
    var listeningInterval: TimeInterval? {
        (try? application.configuration)?.imap.map { TimeInterval($0.interval) }
    }

    /// Reads the mailbox, and notes what it finds.
    func listen() throws -> MailboxReader.Listened {
        try lookAtLedger()
        return try application.mailboxReader?.listen() ?? MailboxReader.Listened()
    }

    /// Delivers what is due, and tells what became of it.
    func send(at now: Date) throws -> Round {
        try lookAtLedger()
        let heldBefore = try application.desk.messages(in: [.held]).map(\.id)
        let report = try sender.sendDue()
        let held = report.held.filter { !heldBefore.contains($0) }
        let moved =
            report.sent + report.sentBefore + report.deferred + report.refused + report.unconfirmed + held
        let ready = report.ready.filter { !announced.contains($0) }
        announced = Set(report.ready)
        return Round(
            moved: try application.desk.messageStatus(for: moved, at: now),
            needsUser: report.refused + report.unconfirmed + held,
            ready: try application.desk.messages(ready),
            stop: StoppedSending(report.stop, by: try? application.configuration))
    }

    /// When a copy for the Sent folder is due, now or later; nil where none is owed.
    func nextCopy(at now: Date) throws -> Date? { try application.sentFolder?.nextMoment(at: now) }

    /// Sees to the Sent folder, and tells what is worth a line.
    func attendToSentFolder() throws -> [SentFolderNews] {
        guard let folder = try application.sentFolder else { return [] }
        return folder.news(try folder.attend())
    }

    /// A ledger that was put in the place of this one is opened; one that was taken away is not made anew.
    private func lookAtLedger() throws {
        let there = (try? FileFacts(path: application.home.database))?.identity
        guard there != opened else { return }
        guard there != nil else { throw LedgerGone(path: application.home.database) }
        try move(into: Application(platform: platform, face: application.face))
        opened = there
    }

    private func move(into application: Application) throws {
        sender = try application.sender(lock: lock.shared(), spread: application.spread)
        self.application = application
        stopSignal.tell { [sender] in sender.stop() }
    }

    struct Round {
        let moved: [MessageStatus]
        /// Those that now need the user, and did not before.
        let needsUser: [Message.ID]
        /// What the user may send by hand now, and could not before.
        let ready: [Message]
        let stop: StoppedSending?
    }

    /// The ledger was taken away while it was in use.
    package struct LedgerGone: Error {
        package let path: String
    }
}

extension Application {
    fileprivate var spread: TimeInterval {
        get throws { TimeInterval(try configuration.smtp?.spread ?? 0) }
    }
}

extension SecretSource {
    fileprivate var file: String? {
        if case .file(let path) = self { path } else { nil }
    }

    fileprivate var stamp: FileFacts? { file.flatMap { try? FileFacts(path: $0) } }
}
