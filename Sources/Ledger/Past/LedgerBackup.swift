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
    package func backUp(to file: String, token: [UInt8]) throws {
        try makeWay(file)
        Unfinished.clear(beside: file)
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
