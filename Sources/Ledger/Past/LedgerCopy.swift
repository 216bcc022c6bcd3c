import Foundation
import GRDB

/// A copy of a ledger on its way to its place: a file of its own beside that, gone unless it got there. What a process
/// leaves that is killed meanwhile, the next one finds and removes.
final class LedgerCopy {
    let path: String
    private let lock: FileLock

    /// - Parameter token: makes the name its own.
    init(beside target: String, token: [UInt8]) throws(LedgerProblem) {
        path = Unfinished.name(for: target, token: token)
        lock = try Unfinished.make(path)
    }

    deinit {
        unlink(path)
        unlink(path + "-journal")
    }

    /// Takes over every page, in one consistent view of the source.
    func fill(from source: some DatabaseReader) throws { try open { try source.backup(to: $0) } }

    /// Cuts the copy off from its past, reads it once more as a whole, and sees it on disk.
    func finish(token: [UInt8]) throws {
        try open { queue in
            try Ledger.migrate(queue) { _ in }
            try queue.write { try LedgerTransaction(database: $0).cutOff(token: token) }
            try Ledger.refuse(queue.read(Ledger.complaints), about: path)
        }
        try DurableFile.synchronise(path)
    }

    /// Forgets whom the notes of its ledger name, and leaves nothing of them in the file.
    ///
    /// - Returns: how many people.
    func forgetAgain(_ notes: ([UInt8]) throws -> ForgottenNotes, besides shared: [String]) throws -> Int {
        let count = try open { queue in
            let count = try queue.write { database in
                guard let id = try Data.fetchOne(database, sql: "SELECT id FROM ledger") else { return 0 }
                return try LedgerTransaction(database: database).forgetAgain(
                    notes(Array(id)), besides: shared)
            }
            if count > 0 { try queue.vacuum() }
            return count
        }
        try DurableFile.synchronise(path)
        return count
    }

    private func open<Value>(_ body: (DatabaseQueue) throws -> Value) throws -> Value {
        do {
            let queue = try DatabaseQueue(path: path, configuration: Ledger.configuration(0))
            let value = try body(queue)
            try queue.close()
            return value
        } catch {
            throw LedgerProblem(error, path: path)
        }
    }
}
