import Etiquette
import Foundation
import GRDB
import Testing

@testable import Ledger

/// The bytes that left move to the tries with which they left.
@Suite struct Migration10Tests {
    private static let before = [
        (Migration1.name, Migration1.sql), (Migration2.name, Migration2.sql),
        (Migration3.name, Migration3.sql),
        (Migration4.name, Migration4.sql), (Migration5.name, Migration5.sql),
        (Migration6.name, Migration6.sql),
        (Migration7.name, Migration7.sql), (Migration8.name, Migration8.sql),
        (Migration9.name, Migration9.sql),
    ]

    /// A ledger as version 9 of the schema left it; `body` gets its path.
    private func ledger(_ life: String, _ body: (String) throws -> Void) throws {
        let folder = try Shelf.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("afterword.sqlite").path
        let old = try DatabaseQueue(path: path)
        var migrator = DatabaseMigrator()
        for (name, sql) in Self.before { migrator.registerMigration(name) { try $0.execute(sql: sql) } }
        try migrator.migrate(old)
        try old.write { try $0.execute(sql: Self.people + life) }
        try old.close()
        try body(path)
    }

    /// One message a life, each to a person of its own: the tries, the last of which may be open, what was handed over,
    /// the state, and the tries that have the bytes afterwards.
    private struct Life: Sendable {
        let tries: [String?]
        let state: MessageState
        let owner: Int?
    }

    private static let lives = [
        Life(tries: ["sent"], state: .sent, owner: 0),
        Life(tries: ["deferred", "stopped", "sent"], state: .sent, owner: 2),
        Life(tries: ["unconfirmed"], state: .unconfirmed, owner: 0),
        Life(tries: ["deferred", nil], state: .handedOver, owner: 1),
        Life(tries: ["deferred", "deferred", "stopped"], state: .queued, owner: 1),
        Life(tries: ["stopped"], state: .queued, owner: 0),
        Life(tries: ["deferred", "refused"], state: .refused, owner: 1),
        // In doubt first, then sent again; then only tries that came to nothing.
        Life(tries: ["unconfirmed", "sent"], state: .sent, owner: 1),
        Life(tries: ["unconfirmed", "stopped"], state: .queued, owner: 0),
        Life(tries: ["sent", "sent"], state: .bounced, owner: 1),
        // Never handed over.
        Life(tries: ["deferred", "refused"], state: .refused, owner: nil),
        Life(tries: [], state: .queued, owner: nil),
    ]

    @Test func everyByteIsInItsPlace() throws {
        try ledger(Self.sql) { path in
            let ledger = try Ledger(path: path) { Shelf.id }
            for (index, life) in Self.lives.enumerated() {
                let number = index + 1
                let id = Message.ID(rawValue: Int64(number))
                let (state, tries, dispatched, owners) = try ledger.read { transaction in
                    (
                        try transaction.state(of: id), try transaction.attempts(of: id),
                        try transaction.dispatched(id),
                        try transaction.rows(
                            "SELECT bytes FROM attempt WHERE message = ? ORDER BY id", [id.rawValue]
                        )
                        .map { $0["bytes"] as Data? }
                    )
                }
                #expect(state == life.state)
                #expect(tries.map(\.outcome?.rawValue) == life.tries, "\(number)")
                #expect(
                    tries.map(\.started)
                        == life.tries.indices.map { Date(milliseconds: Int64(number * 100 + $0)) })
                #expect(dispatched == life.owner.map { _ in Self.bytes(number) }, "\(number)")
                #expect(
                    owners == life.tries.indices.map { $0 == life.owner ? Data(Self.bytes(number)) : nil },
                    "\(number)")
            }
            #expect(try ledger.complaints().isEmpty)
            #expect(try ledger.read { try $0.sentWithoutContact() }.isEmpty)
            #expect(try ledger.read { try $0.contactsOfUnsent() }.isEmpty)
            // What protects them came along, and what was under way goes on.
            #expect(throws: LedgerProblem.refused(detail: "what left the house stays as it was")) {
                try ledger.write { try $0.run("UPDATE attempt SET bytes = x'00' WHERE message = 1") }
            }
            let now = Date(milliseconds: 9000)
            try ledger.write { transaction in
                try transaction.sent(
                    Identifier(rawValue: 4),
                    Attempt(started: now, ended: now, outcome: .sent, code: 250, reply: nil))
                try transaction.handOver(Identifier(rawValue: 12), dispatched: [7], subject: "s", at: now)
            }
            #expect(try ledger.read { try $0.dispatched(Identifier(rawValue: 4)) } == Self.bytes(4))
            #expect(try ledger.complaints().isEmpty)
        }
    }

    /// Version 2 gave the tries of version 1 the order of their times, and their numbers said which was first.
    @Test func triesKeepTheirOrderWhereAClockWentBack() throws {
        let life = "UPDATE attempt SET id = id + 1000 WHERE message = 2 AND number = 1;"
        try ledger(Self.sql + life) { path in
            let ledger = try Ledger(path: path) { Shelf.id }
            let (tries, dispatched) = try ledger.read {
                (try $0.attempts(of: Message.ID(rawValue: 2)), try $0.dispatched(Message.ID(rawValue: 2)))
            }
            #expect(tries.map(\.outcome) == [.deferred, .stopped, .sent])
            #expect(dispatched == Self.bytes(2))
        }
    }

    /// Bytes that belong to no try are nobody's that this program knows: the ledger stays as it is.
    @Test func noByteIsLostSilently() throws {
        let stray = "INSERT INTO dispatched (message, bytes) VALUES (12, x'99');"
        try ledger(Self.sql + stray) { path in
            #expect(throws: LedgerProblem.self) { try Ledger(path: path) { Shelf.id } }
            let old = try DatabaseQueue(path: path)
            defer { try? old.close() }
            let (bytes, applied) = try old.read { database in
                (
                    try Int.fetchOne(database, sql: "SELECT count(*) FROM dispatched"),
                    try Int.fetchOne(database, sql: "SELECT count(*) FROM grdb_migrations")
                )
            }
            #expect(bytes == Self.lives.filter { $0.owner != nil }.count + 1)
            #expect(applied == Self.before.count)
        }
    }

    private static func bytes(_ number: Int) -> [UInt8] { Array("Message \(number)\r\n".utf8) }

    private static let people = """
        INSERT INTO ledger (one, id) VALUES (1, x'000102030405060708090a0b0c0d0e0f');
        INSERT INTO recruitment (id, organisation, role, sameOrganisation, sameRole, nameKey)
            VALUES (1, 'Example Council', 'Analyst', 'example council', 'analyst', 'example');
        INSERT INTO interview (id, recruitment, ended, zone, viaAgency) VALUES (1, 1, 1000, 'Europe/London', 0);

        """

    /// By legal steps: the triggers of version 9 are in force.
    private static let sql = lives.enumerated().map { index, life in
        let id = index + 1
        func move(_ state: String) -> String {
            "UPDATE message SET state = '\(state)', reasonCode = 'by-user' WHERE id = \(id);"
        }
        func contact(_ outcome: String, _ direction: String, undoing: String = "NULL") -> String {
            """
            INSERT INTO contact (time, direction, channel, person, name, recruitment, message, messageID, outcome,
                answering, agency, undoes) VALUES (\(id), '\(direction)', 'email', \(id), 'Person', 1, \(id),
                '\(id)@example.org', '\(outcome)', 0, 0, \(undoing));
            """
        }
        let born = """
            INSERT INTO person (id, name, sameName, nameKey, address, sameAddress, knownFrom)
                VALUES (\(id), 'Person', 'person', 'p', '\(id)@example.org', '\(id)@example.org', 1);
            INSERT INTO message (id, recruitment, interview, recipient, kind, channel, due, subject, body)
                VALUES (\(id), 1, 1, \(id), 'thank-you', 'email', 1, 's', 'b');
            UPDATE message SET state = 'queued', approved = 1, frozen = x'51', messageID = '\(id)@example.org'
                WHERE id = \(id);
            """
        let tries = life.tries.enumerated().map { place, outcome in
            """
            INSERT INTO attempt (message, number, started, ended, outcome) VALUES (\(id), \(place + 1),
                \(id * 100 + place), \(outcome.map { "\(id * 100 + 50), '\($0)'" } ?? "NULL, NULL"));
            """
        }
        let left = life.owner.map { _ in
            """
            INSERT INTO dispatched (message, bytes) VALUES (\(id), CAST('Message \(id)' || char(13, 10) AS BLOB));
            UPDATE message SET state = 'handedOver', sentSubject = 's', sentName = 'Person',
                sentAddress = '\(id)@example.org' WHERE id = \(id);
            """
        }
        let end =
            switch life.state {
            case .sent: move("sent") + contact("sent", "out")
            case .bounced:
                move("sent") + contact("sent", "out")
                    + contact("bounced", "in", undoing: "(SELECT max(id) FROM contact)") + move("bounced")
            case .handedOver: ""
            default: life.owner == nil && life.state == .queued ? "" : move(life.state.rawValue)
            }
        return born + tries.joined() + (left ?? "") + end
    }.joined(separator: "\n")
}
