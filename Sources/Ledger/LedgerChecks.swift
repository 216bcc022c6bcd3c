import GRDB

/// Whether the database is whole, and can be written.
extension Ledger {
    /// Tries whether a change would be taken: one is begun, journal and all, and taken back. The ledger stays as it is.
    ///
    /// - Throws: what keeps it from being written.
    package func tryWriting() throws {
        struct Enough: Error {}
        do {
            try write { transaction in
                try transaction.run("UPDATE ledger SET isMarked = isMarked")
                throw Enough()
            }
        } catch is Enough {}
    }

    /// Says of a database that it is whole: SQLite's own check of structure and of foreign keys, as a list of
    /// complaints, empty where all is well.
    package func complaints() throws -> [String] { try looking(Self.complaints) }

    /// - Throws: `LedgerProblem.damaged` with all complaints.
    package func requireSound() throws { try Self.refuse(complaints(), about: path) }

    static func refuse(_ complaints: [String], about path: String) throws(LedgerProblem) {
        guard complaints.isEmpty else {
            throw .damaged(path: path, detail: complaints.joined(separator: "; "))
        }
    }

    /// Reads, with a look at the length of the file first: SQLite's own check does not miss what was cut off its end.
    ///
    /// - Throws: `LedgerProblem.cut`.
    private func looking<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try translating {
            try queue.read { database in
                // While this transaction reads, nobody is in the midst of making the file longer.
                _ = try Row.fetchOne(database, sql: "SELECT 1 FROM sqlite_master")
                if let cut = LedgerProblem(cut: path) { throw cut }
                return try body(database)
            }
        }
    }

    static func complaints(of database: Database) throws -> [String] {
        let structure = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        let references = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
        return structure + references.map { "a row of \($0[0] as String) refers to nothing" }
    }

    /// What a sender asks at its start: SQLite's quick check, up to the first thing that is wrong. It reads the whole
    /// file, so once it has found nothing it is not made again for as long as this ledger is open.
    ///
    /// - Throws: `LedgerProblem.damaged`.
    func quickCheck() throws {
        guard !isWhole.withLock(\.self) else { return }
        try looking { database in
            let answer = try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
            guard answer != "ok" else { return }
            throw LedgerProblem.damaged(path: path, detail: answer ?? "it can't be checked")
        }
        isWhole.withLock { $0 = true }
    }
}
