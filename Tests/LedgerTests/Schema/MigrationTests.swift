import Etiquette
import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite struct MigrationTests {
    /// FNV-1a, 64 bits: enough to notice a change, and nobody attacks a test.
    private func hash(_ text: String) -> String {
        String(text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 16)
    }

    /// Where this fails, the schema was changed under ledgers that exist: write a further migration instead.
    @Test func aMigrationThatHasLandedNeverChanges() {
        #expect(Migration1.name == "1")
        #expect(hash(Migration1.sql) == "d928bf89ccf93221")
        #expect(Migration2.name == "2")
        #expect(hash(Migration2.sql) == "fd93ec49b1d5f30d")
        #expect(Migration3.name == "3")
        #expect(hash(Migration3.sql) == "2ac0d33c8751ac20")
        #expect(Migration4.name == "4")
        #expect(hash(Migration4.sql) == "86da89a0b2030526")
        #expect(Migration5.name == "5")
        #expect(hash(Migration5.sql) == "bf47673cc283e24a")
        #expect(Migration6.name == "6")
        #expect(hash(Migration6.sql) == "a46919a59af94e3e")
        #expect(Migration7.name == "7")
        #expect(hash(Migration7.sql) == "f4181552f1b5adc4")
        #expect(Migration8.name == "8")
        #expect(hash(Migration8.sql) == "78c01bcc932cdd41")
        #expect(Migration9.name == "9")
        #expect(hash(Migration9.sql) == "cc46c859ef6d51f4")
        #expect(Migration10.name == "10")
        #expect(hash(Migration10.sql) == "2bf5d9925cd6150")
        #expect(Migration11.name == "11")
        #expect(hash(Migration11.sql) == "6e21f893f7f8e86d")
        #expect(Migration12.name == "12")
        #expect(hash(Migration12.sql) == "af442f45b3157e09")
        #expect(Migration17.name == "17")
        #expect(hash(Migration17.sql) == "90ba7c83146e9e0d")
        #expect(Migration18.name == "18")
        #expect(hash(Migration18.sql) == "53025e5d68a4dc49")
        #expect(hash(Migration19.sql) == "6d862f0798f66ca4")
        #expect(Migration22.name == "22")
        #expect(hash(Migration22.sql) == "6f0fef0f0bb50568")
        #expect(Migration23.name == "23")
        #expect(hash(Migration23.sql) == "d628f443252e1fb8")
        #expect(Migration20.name == "20")
        #expect(hash(Migration20.sql) == "dd54420d4a3d7b6e")
        #expect(Migration27.name == "27")
        #expect(hash(Migration27.sql) == "a1fdf52f58b5cfda")
        #expect(Migration28.name == "28")
        #expect(hash(Migration28.sql) == "736937e68cf66f87")
        #expect(Migration29.name == "29")
        #expect(hash(Migration29.sql) == "dd797d6e951b03a7")
        #expect(Migration30.name == "30")
        #expect(hash(Migration30.sql) == "d6ff45045c38e7c0")
        #expect(Migration16.name == "16")
        #expect(hash(Migration16.sql) == "f01399eda198532f")
    }

    /// A database as the first version of the program made it.
    private static func firstSchema(at path: String) throws -> DatabaseQueue {
        let old = try DatabaseQueue(path: path)
        var first = DatabaseMigrator()
        first.registerMigration(Migration1.name) { try $0.execute(sql: Migration1.sql) }
        try first.migrate(old)
        return old
    }

    /// A ledger that the first version of the program left, with a message in each state.
    @Test func aLedgerOfTheFirstSchemaIsCarriedOver() throws {
        let folder = try Shelf.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("afterword.sqlite").path
        let old = try Self.firstSchema(at: path)
        let rows = try old.write { database in
            try database.execute(sql: Self.life)
            return try Self.rows(in: database)
        }
        try old.close()
        let ledger = try Ledger(path: path) {
            Issue.record("a known ledger needs no id")
            return Shelf.id
        }
        #expect(ledger.id == Shelf.id)
        let (messages, frozen, words) = try ledger.read { transaction in
            let messages = try transaction.messages(in: MessageState.allCases)
            return (
                messages, try messages.map { try transaction.frozen($0.id) }, try transaction.contacts().count
            )
        }
        #expect(messages.map(\.state) == [.draft, .queued, .sent, .held])
        #expect(messages.map(\.body) == ["Draft.", "Queued.", "Sent.", "Held."])
        #expect(frozen == [nil, [0x51], [0x53], [0x48]])
        #expect(words == 1)
        #expect(
            try messages.map { message in try ledger.read { try $0.dispatched(message.id) } } == [
                nil, nil, [0x53], nil,
            ])
        #expect(try ledger.complaints().isEmpty)
        #expect(try ledger.read { try Self.rows(in: $0.database) } == rows)
        // What protects it is there as well.
        #expect(throws: LedgerProblem.refused(detail: "what left the house stays as it was")) {
            try ledger.write { try $0.run("UPDATE message SET sentSubject = 'Another' WHERE id = 3") }
        }
    }

    @Test func whoMayBeWrittenInSeveralWaysIsFoundInAnOldLedger() throws {
        let folder = try Shelf.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("afterword.sqlite").path
        let old = try Self.firstSchema(at: path)
        try old.write { database in
            try database.execute(sql: Self.life)
            try database.execute(
                sql: "UPDATE person SET name = 'Zoë O''Hara', sameName = 'zoë o''hara' WHERE id = 2")
        }
        try old.close()
        let ledger = try Ledger(path: path) { Shelf.id }
        for word in ["zoe", "ohara", "o'h"] {
            #expect(
                try ledger.read { try $0.people(writtenAs: [[word]]) }.map(\.id.rawValue) == [2], "\(word)")
        }
    }

    /// Where this fails behind a further migration, `Schema/ledger.sql` is not yet what that leaves.
    @Test func aNewLedgerIsMadeAsTheMigrationsLeaveAnOldOne() throws {
        let schema =
            "SELECT type || ' ' || name || ': ' || coalesce(sql, '') FROM sqlite_master ORDER BY rowid"
        let folder = try Shelf.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let old = try Self.firstSchema(at: folder.appendingPathComponent("old.sqlite").path)
        try old.close()
        let brought = try Ledger(path: old.path) { Shelf.id }
        let new = try Ledger(path: folder.appendingPathComponent("new.sqlite").path) { Shelf.id }
        let ledgers = try [brought, new].map { ledger in
            try ledger.read { try String.fetchAll($0.database, sql: schema) }
        }
        #expect(ledgers[1] == ledgers[0])
        #expect(try new.read { try Ledger.applied(in: $0.database).count } == Ledger.migrations.count)
    }

    @Test func aSchemaIsBroughtUpToDateAsAWholeOrNotAtAll() throws {
        let folder = try Shelf.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("afterword.sqlite").path
        let old = try Self.firstSchema(at: path)
        // In the way of one that comes much later.
        try old.write { try $0.execute(sql: "CREATE TABLE interviewEvent (other TEXT)") }
        let all = "SELECT sql FROM sqlite_master UNION ALL SELECT identifier FROM grdb_migrations ORDER BY 1"
        let before = try old.read { try String?.fetchAll($0, sql: all) }
        try old.close()
        #expect(throws: LedgerProblem.self) { try Ledger(path: path) { Shelf.id } }
        let after = try DatabaseQueue(path: path).read { try String?.fetchAll($0, sql: all) }
        #expect(after == before)
    }

    /// The log is copied into a table of its own name: every entry, every index and every trigger is there afterwards.
    @Test func theContactLogIsCopiedWordForWord() throws {
        let folder = try Shelf.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("afterword.sqlite").path
        let old = try DatabaseQueue(path: path)
        var before = DatabaseMigrator()
        for (name, sql) in [
            (Migration1.name, Migration1.sql), (Migration2.name, Migration2.sql),
            (Migration3.name, Migration3.sql), (Migration4.name, Migration4.sql),
        ] {
            before.registerMigration(name) { try $0.execute(sql: sql) }
        }
        try before.migrate(old)
        let log = "SELECT * FROM contact ORDER BY id"
        let entries = try old.write { database in
            try database.execute(sql: Self.life + Self.words)
            return try Row.fetchAll(database, sql: log)
        }
        let things = "SELECT type || ' ' || name FROM sqlite_master WHERE tbl_name = 'contact' ORDER BY 1"
        let protection = try old.read { try String.fetchAll($0, sql: things) }
        try old.close()
        let ledger = try Ledger(path: path) { Shelf.id }
        #expect(entries.count == 5)
        // Later columns come behind those of then.
        let columns = Array(try #require(entries.first).columnNames).joined(separator: ", ")
        let then = "SELECT \(columns) FROM contact ORDER BY id"
        #expect(try ledger.read { try Row.fetchAll($0.database, sql: then) } == entries)
        let after = try ledger.read { try String.fetchAll($0.database, sql: things) }
        #expect(
            Set(after).subtracting(protection) == ["trigger contactBounced", "index contactByHand"]
                && Set(after).isSuperset(of: protection))
        #expect(try ledger.complaints().isEmpty)
        for change in ["DELETE FROM contact", "UPDATE contact SET time = 0"] {
            #expect(throws: LedgerProblem.self) { try ledger.write { try $0.run(change) } }
        }
        // A word is still taken back once, and a message still has one contact.
        for entry in [
            "(9, 'in', NULL, 1, 'Jane', NULL, 'undone', 2)",
            "(9, 'out', 'email', 3, 'Ann', 3, 'logged', NULL)",
        ] {
            #expect(throws: LedgerProblem.refused(detail: "the contact log is never changed")) {
                try ledger.write {
                    try $0.run(
                        """
                        INSERT INTO contact (time, direction, channel, person, name, message, outcome, undoes,
                            answering, agency) SELECT *, 0, 0 FROM (VALUES \(entry))
                        """)
                }
            }
        }
    }

    private static let words = """
        INSERT INTO contact (id, time, direction, channel, person, name, address, recruitment, subject, messageID,
            outcome, detail, answering, agency, undoes) VALUES
            (2, 2, 'in', NULL, 1, 'Jane Okafor', 'jane@example.org', 1, NULL, NULL, 'replied', NULL, 0, 1, NULL),
            (3, 3, 'in', NULL, 1, 'Jane Okafor', NULL, 1, NULL, NULL, 'undone', NULL, 0, 0, 2),
            (7, 4, 'out', 'phone', 2, 'Sam Roe', NULL, NULL, 'a', 'b@c', 'logged', 'He''s ill\u{1F600}', 1, 0, NULL),
            (8, 5, 'in', 'post', 2, 'Sam Roe', NULL, 1, NULL, NULL, 'decision-by', '2026-12-04', 0, 0, NULL);
        """

    private static func rows(in database: Database) throws -> [Int] {
        try ["message", "attempt", "contact", "person", "interview"].map {
            try Int.fetchOne(database, sql: "SELECT count(*) FROM \($0)") ?? 0
        }
    }

    private static let life = """
        INSERT INTO ledger (one, id) VALUES (1, x'000102030405060708090a0b0c0d0e0f');
        INSERT INTO recruitment (id, organisation, role, sameOrganisation, sameRole, nameKey)
            VALUES (1, 'Example Council', 'Analyst', 'example council', 'analyst', 'example');
        INSERT INTO person (id, name, sameName, nameKey, address, sameAddress, knownFrom) VALUES
            (1, 'Jane Okafor', 'jane okafor', 'jane', 'jane@example.org', 'jane@example.org', 1),
            (2, 'Sam Roe', 'sam roe', 'sam', 'sam@example.org', 'sam@example.org', 1),
            (3, 'Ann Lee', 'ann lee', 'ann', 'ann@example.org', 'ann@example.org', 1);
        INSERT INTO interview (id, recruitment, ended, zone, viaAgency) VALUES (1, 1, 1000, 'Europe/London', 0);
        INSERT INTO message (id, recruitment, interview, recipient, kind, channel, due, subject, body)
            VALUES (1, 1, 1, 1, 'thank-you', 'email', 1, 's', 'Draft.'),
                (2, 1, 1, 2, 'thank-you', 'email', 2, 's', 'Queued.'),
                (3, 1, 1, 3, 'thank-you', 'email', 3, 's', 'Sent.'),
                (4, 1, NULL, 1, 'decision-status', 'email', 4, 's', 'Held.');
        UPDATE message SET state = 'queued', approved = 1, frozen = x'51', messageID = '2@example.org' WHERE id = 2;
        UPDATE message SET state = 'queued', approved = 1, frozen = x'53', messageID = '3@example.org' WHERE id = 3;
        UPDATE message SET state = 'queued', approved = 1, frozen = x'48', messageID = '4@example.org' WHERE id = 4;
        UPDATE message SET state = 'held', reasonCode = 'late' WHERE id = 4;
        INSERT INTO dispatched (message, bytes) VALUES (3, x'53');
        UPDATE message SET state = 'handedOver', sentSubject = 's', sentName = 'Ann Lee', sentAddress = 'ann@example.org'
            WHERE id = 3;
        INSERT INTO attempt (message, number, started, ended, outcome) VALUES (3, 1, 1, 2, 'sent');
        UPDATE message SET state = 'sent' WHERE id = 3;
        INSERT INTO contact (time, direction, channel, person, name, recruitment, message, outcome, answering, agency)
            VALUES (1, 'out', 'email', 3, 'Ann Lee', 1, 3, 'sent', 0, 0);
        """
}
