import GRDB

extension Ledger {
    /// All of them, in the order in which they are made.
    static let migrations: [(name: String, sql: String)] = [
        (Migration1.name, Migration1.sql), (Migration2.name, Migration2.sql),
        (Migration3.name, Migration3.sql), (Migration4.name, Migration4.sql),
        (Migration5.name, Migration5.sql), (Migration6.name, Migration6.sql),
        (Migration7.name, Migration7.sql), (Migration8.name, Migration8.sql),
        (Migration9.name, Migration9.sql), (Migration10.name, Migration10.sql),
        (Migration11.name, Migration11.sql), (Migration12.name, Migration12.sql),
        (Migration16.name, Migration16.sql), (Migration17.name, Migration17.sql),
        (Migration18.name, Migration18.sql), (Migration19.name, Migration19.sql),
        (Migration20.name, Migration20.sql), (Migration22.name, Migration22.sql),
        (Migration23.name, Migration23.sql), (Migration27.name, Migration27.sql),
        (Migration28.name, Migration28.sql), (Migration29.name, Migration29.sql),
        (Migration30.name, Migration30.sql), (Migration32.name, Migration32.sql),
    ]

    /// Brings the schema up to date, as a whole or not at all. One transaction, and not one for each migration as GRDB's own
    /// migrator has it: a new ledger is on disk after one commit instead of twenty, and of two commands that begin at once
    /// one finds it done.
    ///
    /// - Parameter finish: what else belongs to it, in the same transaction.
    static func migrate<Value>(
        _ queue: DatabaseQueue, then finish: (Database) throws -> Value
    ) throws -> Value {
        try queue.writeWithoutTransaction { database in
            // Tables are put in the place of others that are referred to (sqlite.org/lang_altertable.html#otheralter).
            try database.execute(sql: "PRAGMA foreign_keys = OFF")
            let done = Result {
                var value: Value?
                try database.inTransaction(.immediate) {
                    try migrate(database)
                    value = try finish(database)
                    return .commit
                }
                return value
            }
            try database.execute(sql: "PRAGMA foreign_keys = ON")
            guard let value = try done.get() else {
                throw LedgerProblem.refused(detail: "no schema was made")
            }
            return value
        }
    }

    private static func migrate(_ database: Database) throws {
        // By the name that GRDB gave it, which ledgers have had from the first day.
        try database.execute(
            sql: "CREATE TABLE IF NOT EXISTS grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
        let applied = try applied(in: database)
        let missing = migrations.filter { !applied.contains($0.name) }
        // A new ledger is made as the last of them leaves it: of what they made, most was made anew by a later one.
        if applied.isEmpty {
            try database.execute(sql: schema)
        } else {
            database.add(function: Migration32.nameSpellings)
            defer { database.remove(function: Migration32.nameSpellings) }
            for migration in missing { try database.execute(sql: migration.sql) }
            try database.checkForeignKeys()
        }
        for migration in missing {
            try database.execute(
                sql: "INSERT INTO grdb_migrations (identifier) VALUES (?)", arguments: [migration.name])
        }
    }

    /// What the migrations come to, statement by statement as SQLite keeps it: `MigrationTests` holds it to them.
    private static var schema: String { String(decoding: PackageResources.ledger_sql, as: UTF8.self) }

    /// The migrations that this database has had.
    static func applied(in database: Database) throws -> Set<String> {
        let table = "SELECT 1 FROM sqlite_master WHERE name = 'grdb_migrations'"
        guard try Row.fetchOne(database, sql: table) != nil else { return [] }
        return try String.fetchSet(database, sql: "SELECT identifier FROM grdb_migrations")
    }
}
