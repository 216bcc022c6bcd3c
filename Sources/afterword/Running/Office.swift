import Desk
import Etiquette
import Foundation
import Ledger
import Sender

/// The live parts of a long run, renewed when what they were built from has changed.
final class Office {
    private let edge: Edge
    private let lock: SenderLock
    private(set) var house: House
    private var configured: FileStamp?
    private var secret: FileStamp?
    private var opened: FileStamp.Identity?

    /// Takes the right to send, for as long as this lives: one process delivers at a time.
    ///
    /// - Throws: what keeps any command from working, and `SenderProblem.busy` where another process sends.
    init(edge: Edge) throws {
        self.edge = edge
        house = try House(edge: edge)
        let stamp = FileStamp(path: house.home.configuration)
        let configuration = try house.configuration
        _ = try house.ledger
        lock = try SenderLock(folder: house.home.dataFolder)
        configured = stamp
        secret = configuration.smtp.secret?.stamp
        opened = FileStamp(path: house.home.database)?.identity
    }

    /// The file in which the password stands; nil where a command prints it.
    var secretFile: String? { (try? house.configuration)?.smtp.secret?.file }

    /// Reads the configuration again where it was changed; answers whether it, or the password's file, was.
    ///
    /// - Throws: what is wrong with it, once for every change; the one before it stays in force.
    func renew() throws -> Bool {
        let (stamp, newSecret) = (FileStamp(path: house.home.configuration), try house.configuration.smtp.secret?.stamp)
        let isSecretNew = newSecret != secret
        secret = newSecret
        guard stamp != configured else { return isSecretNew }
        configured = stamp
        let renewed = try House(edge: edge)
        secret = try renewed.configuration.smtp.secret?.stamp
        house = renewed
        return true
    }

    /// The next message that may leave by itself; nil where none is queued.
    func departure(at now: Date) throws -> Departure? {
        try lookAtLedger()
        return try house.desk.queue(all: false, at: now).compactMap { $0.departure(at: now) }
            .min { $0.time < $1.time }
    }

    /// Delivers what is due, and tells what became of it.
    func send(at now: Date) throws -> Round {
        try lookAtLedger()
        let heldBefore = try house.ledger.read { try $0.messages(in: [.held]) }.map(\.id)
        let report = try house.sender(lock: lock.shared()).sendDue()
        let held = report.held.filter { !heldBefore.contains($0) }
        let moved = report.sent + report.deferred + report.refused + report.unconfirmed + held
        return Round(
            moved: try house.desk.outlook(for: moved, at: now),
            needsUser: report.refused + report.unconfirmed + held, stop: report.stop)
    }

    /// A ledger that was put in the place of this one is opened; one that was taken away is not made anew.
    private func lookAtLedger() throws {
        let there = FileStamp(path: house.home.database)?.identity
        guard there != opened else { return }
        guard there != nil else { throw LedgerGone(path: house.home.database) }
        house = try House(edge: edge)
        _ = try house.ledger
        opened = there
    }

    /// What a round did.
    struct Round {
        let moved: [Outlook]
        /// Those that now need the user, and did not before.
        let needsUser: [Message.ID]
        let stop: SendReport.Stop?
    }

    /// The ledger was taken away while it was in use.
    struct LedgerGone: Error {
        let path: String
    }
}

extension Outlook {
    /// When the sender has something to do with it; nil for what only the user can move.
    func departure(at now: Date) -> Departure? {
        guard let verdict else { return nil }
        return switch verdict {
        // The sender is the one that puts it on hold, and says so.
        case .hold: Departure(message: message.id, time: now)
        case .send where message.channel == .email: Departure(message: message.id, time: now)
        case .wait(let until, _) where message.channel == .email: Departure(message: message.id, time: until)
        case .send, .wait: nil
        }
    }
}

extension SecretSource {
    fileprivate var file: String? {
        if case .file(let path) = self { path } else { nil }
    }

    fileprivate var stamp: FileStamp? { file.flatMap(FileStamp.init(path:)) }
}
