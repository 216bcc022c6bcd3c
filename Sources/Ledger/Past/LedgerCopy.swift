import Foundation
import GRDB

/// A copy of a ledger on its way to its place: a file of its own beside that, gone unless it got there. What a process
/// leaves that is killed meanwhile, the next one finds and removes.
final class LedgerCopy {
    let path: String
    private let hold: Unfinished.Hold

    /// - Parameter token: makes the name its own.
    init(beside target: String, token: [UInt8]) throws(LedgerProblem) {
        path = Unfinished.name(for: target, token: token)
        hold = try Unfinished.Hold(path)
    }

    deinit {
        unlink(path)
        unlink(path + "-journal")
    }

    /// Takes over every page, in one consistent view of the source.
    func fill(from source: some DatabaseReader) throws {
        try open { try source.backup(to: $0) }
    }

    /// Cuts the copy off from its past, reads it once more as a whole, and sees it on disk.
    func finish(token: [UInt8]) throws {
        try open { queue in
            try Ledger.migrate(queue)
            try queue.write { try LedgerTransaction(database: $0).cutOff(token: token) }
            let complaints = try queue.read(Ledger.complaints)
            guard complaints.isEmpty else {
                throw LedgerProblem.damaged(path: path, detail: complaints.joined(separator: "; "))
            }
        }
        try DurableFile.synchronise(path)
    }

    private func open(_ body: (DatabaseQueue) throws -> Void) throws {
        do {
            let queue = try DatabaseQueue(path: path)
            try body(queue)
            try queue.close()
        } catch {
            throw LedgerProblem(error, path: path)
        }
    }
}
