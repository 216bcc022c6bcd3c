import Foundation
import GRDB

extension Ledger {
    /// Makes a whole copy of the ledger while everything goes on, and sees it on disk. It is cut off from its past:
    /// put in the place of the ledger, it has to be adopted before anything is sent.
    ///
    /// - Parameters:
    ///   - file: where it goes; an earlier backup of this ledger there is replaced once the new one is whole.
    ///   - token: 16 random bytes.
    /// - Throws: `LedgerProblem.inTheWay`, and whatever keeps the copy from being written, read or whole.
    public func backUp(to file: String, token: [UInt8]) throws {
        try makeWay(file)
        let copy = try LedgerCopy(beside: file, token: token)
        try translating { try copy.fill(from: queue) }
        try copy.finish(token: token)
        try DurableFile.rename(copy.path, to: file)
    }

    /// Nothing but an earlier backup of the same ledger is ever replaced.
    private func makeWay(_ file: String) throws {
        var facts = stat()
        guard lstat(file, &facts) == 0 else { return }
        var own = stat()
        let isOwn = stat(path, &own) == 0 && own.st_ino == facts.st_ino && own.st_dev == facts.st_dev
        guard !isOwn, facts.st_mode & S_IFMT == S_IFREG, facts.st_size > 0,
            try isEarlierBackup(file)
        else { throw LedgerProblem.inTheWay(path: file) }
    }

    private func isEarlierBackup(_ file: String) throws -> Bool {
        let number = try read { try $0.generation().number }
        let row = try? Self.look(at: file) { try Row.fetchOne($0, sql: "SELECT * FROM ledger") }
        guard let row, let id: Data = row["id"] else { return false }
        return Array(id) == self.id && (row["generation"] as Int64? ?? 0) <= number
    }

    /// Reads another database without changing a byte of it.
    static func look<Value>(at file: String, _ body: (Database) throws -> Value) throws -> Value {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            return try DatabaseQueue(path: file, configuration: configuration).read(body)
        } catch {
            throw LedgerProblem(error, path: file)
        }
    }
}

/// A copy of a ledger on its way to its place: a file of its own beside that, gone unless it got there.
final class LedgerCopy {
    let path: String

    /// - Parameter token: makes the name its own.
    init(beside target: String, token: [UInt8]) throws(LedgerProblem) {
        path = "\(target).\(Data(token.prefix(4)).hexadecimal)"
        try DurableFile.write([], to: path)
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
            try queue.write { try Books(database: $0).cutOff(token: token) }
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
