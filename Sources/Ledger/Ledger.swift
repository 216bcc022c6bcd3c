import Etiquette
import Foundation
import GRDB
import Synchronization

/// The SQLite database in which everything is kept: recruitments, people, messages, attempts, the contact log.
///
/// Rollback journal and `synchronous=EXTRA`: a commit that returned survives a loss of power. What the ledger
/// may not hold is refused by the schema itself, whoever asks.
package final class Ledger: Sendable {
    /// The random 128 bits that make this ledger's Message-IDs its own.
    package let id: [UInt8]
    /// Nil where nobody vouches for it being the one that sent last: nothing but a test sends from such a ledger.
    let witness: Witness?
    let queue: DatabaseQueue
    /// The quick check has found nothing since this ledger was opened.
    let isWhole = Mutex(false)

    var path: String { queue.path }
    /// What tells the events of its calendar from those of another one, without giving its id away.
    package var calendarName: String { String(Digest.keyed(id, "calendar").prefix(16)) }

    /// Opens the ledger at `path`, making it (mode 0600) or bringing its schema up to date where needed.
    ///
    /// - Parameters:
    ///   - witness: what stands outside and knows whether this ledger is the one that sent last.
    ///   - patience: how long another program may keep it locked, in seconds. A change by another command takes
    ///     milliseconds; a whole batch of thousands takes seconds.
    ///   - freshID: 16 random bytes, asked for only when the ledger is new.
    /// - Throws: `LedgerProblem.missing` where the witness remembers a ledger and there is none: none is made.
    package init(
        path: String, witness: Witness? = nil, patience: TimeInterval = 30, freshID: () -> [UInt8]
    ) throws(LedgerProblem) {
        self.witness = witness
        do {
            try Self.createPrivately(path, witness)
            queue = try DatabaseQueue(path: path, configuration: Self.configuration(patience))
            if let known = try queue.read(Self.identity) {
                id = known
            } else {
                id = try Self.migrate(queue) { database in
                    let id = try Self.identity(in: database, orElse: freshID, since: witness?.boot())
                    try Self.settle(LedgerTransaction(database: database), on: witness?.machine(id))
                    return id
                }
            }
        } catch {
            throw LedgerProblem(error, path: path)
        }
        finishForgettingAtOpening()
        do {
            if try witness != nil && !read({ try $0.generation() }).isMarked { try markAtFirst() }
        } catch {
            throw LedgerProblem(error, path: path)
        }
    }

    /// One consistent view of the ledger; nothing can be written.
    ///
    /// Not by GRDB's own reading: that sets `query_only`, for which SQLite compiles every statement anew.
    package func read<Value>(_ body: (LedgerTransaction) throws -> Value) throws -> Value {
        try takingBack(.deferred) { transaction in
            let before = transaction.database.totalChangesCount
            let value = try body(transaction)
            guard transaction.database.totalChangesCount == before else {
                throw LedgerProblem.refused(detail: "a reading writes nothing")
            }
            return value
        }
    }

    /// What writing would come to: all of it is done as in `write`, and taken back.
    package func rehearse<Value>(_ body: (LedgerTransaction) throws -> Value) throws -> Value {
        try takingBack(.immediate, body)
    }

    private func takingBack<Value>(
        _ kind: Database.TransactionKind, _ body: (LedgerTransaction) throws -> Value
    ) throws -> Value {
        try translating {
            var value: Value?
            try queue.inTransaction(kind) { database in
                value = try body(LedgerTransaction(database: database))
                return .rollback
            }
            guard let value else {
                throw LedgerProblem.refused(detail: "a reading ends with its transaction")
            }
            return value
        }
    }

    /// One transaction: all of it is on disk when this returns, or none of it.
    package func write<Value>(_ body: (LedgerTransaction) throws -> Value) throws -> Value {
        try translating {
            try queue.writeWithoutTransaction { database in
                // As GRDB has it, but compiled once: a message that leaves takes little more than its transaction.
                try database.cachedStatement(sql: "BEGIN IMMEDIATE TRANSACTION").execute()
                do {
                    let value = try body(LedgerTransaction(database: database))
                    try database.cachedStatement(sql: "COMMIT TRANSACTION").execute()
                    return value
                } catch {
                    // SQLite has ended it already where the disk is full or fails.
                    if database.isInsideTransaction { try? database.rollback() }
                    throw error
                }
            }
        }
    }

    func translating<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error where error is DatabaseError || error is LedgerProblem {
            throw LedgerProblem(error, path: queue.path)
        }
    }
}

extension Ledger {
    /// So many seconds lie between two looks at a ledger that another program keeps locked. SQLite's own looks come to
    /// lie 100 ms apart, between which a sending takes and leaves it a hundred times.
    package static let look: TimeInterval = 0.001

    static func configuration(_ patience: TimeInterval) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .callback { looks in
            guard Double(looks) * look < patience else { return false }
            Thread.sleep(forTimeInterval: look)
            return true
        }
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON")
            let settings = try ["journal_mode", "synchronous", "foreign_keys", "secure_delete"].map { name in
                "\(name)=\(try String.fetchOne(database, sql: "PRAGMA \(name)") ?? "")"
            }
            // Neither a file that somebody put into WAL mode nor a SQLite built otherwise goes unnoticed.
            guard settings == ["journal_mode=delete", "synchronous=3", "foreign_keys=1", "secure_delete=1"]
            else { throw LedgerProblem.unsafeSettings(settings.joined(separator: ", ")) }
        }
        return configuration
    }

    /// Makes the file where there is none. Exclusively: a ledger that another command makes at the same moment
    /// is not replaced by an empty one. Where there was one, its loss is not papered over.
    private static func createPrivately(_ path: String, _ witness: Witness?) throws {
        var facts = stat()
        if stat(path, &facts) == 0, facts.st_size > 0 { return }
        if let mark = witness?.mark(ofLedgerAt: path) { throw LedgerProblem.missing(path: path, mark: mark) }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
        } else if errno != EEXIST {
            throw LedgerProblem.cannotWrite(path: path, detail: String(cString: strerror(errno)))
        }
    }

    /// The migrations that a ledger has had, none where the database is empty.
    ///
    /// - Throws: `.newer` or `.damaged` where this program can do nothing with it.
    static func recognise(_ database: Database) throws -> Set<String> {
        let applied = try applied(in: database)
        guard applied.isSubset(of: migrations.map(\.name)) else { throw LedgerProblem.newer(path: "") }
        if applied.isEmpty, try holdsTables(database) {
            throw LedgerProblem.damaged(path: "", detail: "it is the database of another program")
        }
        return applied
    }

    /// The ledger's id where its schema is the one that this program knows; nil where it is older or missing.
    private static func identity(in database: Database) throws -> [UInt8]? {
        let applied = try recognise(database)
        guard applied.count == migrations.count else { return nil }
        return try Data.fetchOne(database, sql: "SELECT id FROM ledger").map(Array.init)
    }

    /// Besides that of the migrations.
    private static func holdsTables(_ database: Database) throws -> Bool {
        let sql = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'grdb%'"
        return try Row.fetchOne(database, sql: sql) != nil
    }

    /// The ledger's id, given to it now where it has none: two commands that start at once agree on one.
    ///
    /// - Parameter boot: the run of the machine in which it is made: nothing has left from it before.
    private static func identity(
        in database: Database, orElse fresh: () -> [UInt8], since boot: String?
    ) throws -> [UInt8] {
        if let known = try identity(in: database) { return known }
        let id = fresh()
        try database.execute(
            sql: "INSERT INTO ledger (one, id, boot) VALUES (1, ?, ?)", arguments: [Data(id), boot])
        return id
    }

    /// Notes on which machine a ledger lives from now on, where that is not known yet.
    private static func settle(_ transaction: LedgerTransaction, on machine: Machine?) throws {
        var generation = try transaction.generation()
        guard let machine, generation.machine == nil else { return }
        generation.machine = machine
        try transaction.set(generation)
    }
}
