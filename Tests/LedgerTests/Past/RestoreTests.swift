import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("What is restored is whole, known and in doubt; what was there is kept")
struct RestoreTests {
    private let attic: Attic
    private static let token = [UInt8](repeating: 0xAB, count: 16)

    init() throws {
        attic = try Attic()
        let ledger = try attic.desk.open(attic.path("a"))
        _ = try ledger.write { try Story($0) }
        try ledger.sendOnce()
        try ledger.backUp(to: attic.path("backup"), token: Self.token)
        _ = try ledger.write { try Story($0, organisation: "Since then") }
    }

    private func restore(_ name: String = "backup") throws -> String? {
        try Ledger.restore(attic.path(name), to: attic.path("a"), token: Self.token).aside
    }

    @Test func itIsInItsPlaceAndInDoubtAndTheOtherIsKept() throws {
        #expect(try restore() == attic.path("a.old-1"))
        let (now, kept) = try (attic.desk.open(attic.path("a")), attic.desk.open(attic.path("a.old-1")))
        #expect(try now.read { try $0.recruitments().count } == 1)
        #expect(try kept.read { try $0.recruitments().count } == 2)
        #expect(try now.doubt() == .olderCopy)
        #expect(try restore() == attic.path("a.old-2"))
        let mode = try FileManager.default.attributesOfItem(atPath: attic.path("a"))[.posixPermissions]
        #expect(mode as? Int == 0o600)
    }

    @Test("a plain copy, with or without a mark beside it, is in doubt too", arguments: [true, false])
    func plainCopy(hasMark: Bool) throws {
        try attic.copy("a", to: "plain")
        if !hasMark { try FileManager.default.removeItem(atPath: attic.desk.marks) }
        _ = try restore("plain")
        #expect(try attic.desk.open(attic.path("a")).doubt() == (hasMark ? .olderCopy : .markMissing))
    }

    @Test func aLedgerThatWasLostComesBack() throws {
        try FileManager.default.removeItem(atPath: attic.path("a"))
        #expect(throws: LedgerProblem.missing(path: attic.path("a"), mark: mark)) {
            try attic.desk.open(attic.path("a"))
        }
        #expect(!FileManager.default.fileExists(atPath: attic.path("a")))
        #expect(try restore() == nil)
        #expect(try attic.desk.open(attic.path("a")).doubt() == .olderCopy)
    }

    private var mark: String { attic.desk.witness.path(of: Shelf.id) }

    @Test func anEmptyFileWhereALedgerWasIsNoNewLedger() throws {
        try Data().write(to: URL(fileURLWithPath: attic.path("a")))
        #expect(throws: LedgerProblem.missing(path: attic.path("a"), mark: mark)) {
            try attic.desk.open(attic.path("a"))
        }
        #expect(FileManager.default.contents(atPath: attic.path("a")) == Data())
        // Somewhere else nothing is missing.
        _ = try attic.desk.open(attic.path("elsewhere"))
    }

    @Test func aDamagedLedgerIsKeptWithItsJournal() throws {
        try Data("garbage".utf8).write(to: URL(fileURLWithPath: attic.path("a")))
        try Data("journal".utf8).write(to: URL(fileURLWithPath: attic.path("a-journal")))
        #expect(try restore() == attic.path("a.old-1"))
        #expect(try attic.desk.open(attic.path("a")).complaints().isEmpty)
        #expect(FileManager.default.contents(atPath: attic.path("a.old-1")) == Data("garbage".utf8))
        #expect(!FileManager.default.fileExists(atPath: attic.path("a-journal")))
    }

    /// As a ledger of the first version was.
    @Test func anOlderSchemaIsBroughtUpToDate() throws {
        try DatabaseQueue(path: attic.path("first")).write { database in
            try database.execute(sql: Migration1.sql)
            try database.execute(
                sql: """
                    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
                    INSERT INTO grdb_migrations VALUES ('1');
                    INSERT INTO ledger VALUES (1, x'00000000000000000000000000000001');
                    """)
        }
        _ = try restore("first")
        #expect(try attic.desk.open(attic.path("a")).doubt() == .markMissing)
    }

    struct Bad: CustomTestStringConvertible {
        let testDescription: String
        let make: @Sendable (Attic) throws -> Void
    }

    static let bad = [
        Bad(testDescription: "absent") { _ in },
        Bad(testDescription: "a folder") { attic in
            try FileManager.default.createDirectory(
                atPath: attic.path("bad"), withIntermediateDirectories: false)
        },
        Bad(testDescription: "empty") { try Data().write(to: URL(fileURLWithPath: $0.path("bad"))) },
        Bad(testDescription: "a letter") {
            try Data(String(repeating: "Dear ", count: 999).utf8).write(
                to: URL(fileURLWithPath: $0.path("bad")))
        },
        Bad(testDescription: "cut short") { attic in
            let whole = try Data(contentsOf: URL(fileURLWithPath: attic.path("backup")))
            try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: attic.path("bad")))
        },
        Bad(testDescription: "pages of garbage") { attic in
            var bytes = try Data(contentsOf: URL(fileURLWithPath: attic.path("backup")))
            bytes.replaceSubrange(8192..<(8192 + 16_384), with: Data(repeating: 0x5A, count: 16_384))
            try bytes.write(to: URL(fileURLWithPath: attic.path("bad")))
        },
        Bad(testDescription: "another program's") { attic in
            try DatabaseQueue(path: attic.path("bad")).write { try $0.execute(sql: "CREATE TABLE t (a)") }
        },
        Bad(testDescription: "a newer version's") { attic in
            try attic.copy("backup", to: "bad")
            try DatabaseQueue(path: attic.path("bad")).write {
                try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('of the future')")
            }
        },
    ]

    @Test(arguments: bad)
    func whatIsNoWholeLedgerChangesNothing(_ bad: Bad) throws {
        try bad.make(attic)
        let before = FileManager.default.contents(atPath: attic.path("a"))
        let files = try FileManager.default.contentsOfDirectory(atPath: attic.folder.path)
        #expect(throws: LedgerProblem.self) { try restore("bad") }
        #expect(FileManager.default.contents(atPath: attic.path("a")) == before)
        #expect(try Set(FileManager.default.contentsOfDirectory(atPath: attic.folder.path)) == Set(files))
    }
}
