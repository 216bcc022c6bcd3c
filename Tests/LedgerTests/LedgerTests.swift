import Etiquette
import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite struct LedgerTests {
    @Test(arguments: [("journal_mode", "delete"), ("synchronous", "3"), ("foreign_keys", "1")])
    func aCommitThatReturnedSurvivesALossOfPower(pragma: String, value: String) throws {
        let shelf = try Shelf(isMade: true)
        let found = try shelf.read { try String.fetchOne($0.database, sql: "PRAGMA \(pragma)") }
        #expect(found == value)
    }

    @Test func theFileIsForItsOwnerAlone() throws {
        let shelf = try Shelf(isMade: true)
        let mode = try FileManager.default.attributesOfItem(atPath: shelf.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func theIDIsGivenOnceAndKept() throws {
        let shelf = try Shelf(isMade: true)
        let again = try Ledger(path: shelf.path) {
            Issue.record("a known ledger needs no id")
            return Shelf.id
        }
        #expect(shelf.ledger.id == Shelf.id)
        #expect(again.id == Shelf.id)
    }

    @Test func openingAKnownLedgerChangesNoByte() throws {
        let shelf = try Shelf(isMade: true)
        let before = try Data(contentsOf: URL(fileURLWithPath: shelf.path))
        _ = try Ledger(path: shelf.path) { Shelf.id }
        #expect(try Data(contentsOf: URL(fileURLWithPath: shelf.path)) == before)
    }

    @Test(arguments: 0..<10)
    func twoCommandsThatStartAtOnceAgreeOnOneID(round: Int) async throws {
        let folder = try Shelf.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("afterword.sqlite").path
        let ids = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for number in 0..<4 {
                group.addTask {
                    try Ledger(path: path) { [UInt8](repeating: UInt8(number), count: 16) }.id
                }
            }
            return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
        }
        #expect(ids.count == 1)
        #expect(try Ledger(path: path) { [] }.id == ids.first)
    }

    @Test func anEmptyFileOfAnotherCommandIsNotReplaced() throws {
        let shelf = try Shelf(isMade: true)
        let inode = {
            try FileManager.default.attributesOfItem(atPath: shelf.path)[.systemFileNumber] as? Int
        }
        let before = try inode()
        _ = try Ledger(path: shelf.path) { Shelf.id }
        #expect(try inode() == before)
    }

    @Test func aLedgerOfANewerProgramIsLeftAlone() throws {
        let shelf = try Shelf(isMade: true)
        try shelf.run("INSERT INTO grdb_migrations (identifier) VALUES ('of the future')")
        #expect(throws: LedgerProblem.newer(path: shelf.path)) { try Ledger(path: shelf.path) { [] } }
    }

    @Test(arguments: ["this is no database, and long enough to be one", String(repeating: "x", count: 5000)])
    func whatIsNoDatabaseIsDamagedAndStaysAsItIs(text: String) throws {
        let folder = try Shelf.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("afterword.sqlite")
        try Data(text.utf8).write(to: file)
        let problem = #expect(throws: LedgerProblem.self) { try Ledger(path: file.path) { Shelf.id } }
        guard case .damaged(file.path, _)? = problem else {
            Issue.record("\(String(describing: problem)) instead of damaged")
            return
        }
        #expect(try Data(contentsOf: file) == Data(text.utf8))
    }

    @Test func theDatabaseOfAnotherProgramIsLeftAlone() throws {
        let folder = try Shelf.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("afterword.sqlite").path
        try DatabaseQueue(path: file).write { try $0.execute(sql: "CREATE TABLE other (id INTEGER)") }
        #expect(throws: LedgerProblem.damaged(path: file, detail: "it is the database of another program")) {
            try Ledger(path: file) { Shelf.id }
        }
        let tables = try DatabaseQueue(path: file).read {
            try String.fetchAll($0, sql: "SELECT name FROM sqlite_master")
        }
        #expect(tables == ["other"])
    }

    @Test func aLedgerCutShortIsToldAsSuch() throws {
        let shelf = try Shelf(isMade: true)
        let whole = try Data(contentsOf: URL(fileURLWithPath: shelf.path))
        let torn = shelf.folder.appendingPathComponent("torn.sqlite")
        try whole.prefix(whole.count / 2).write(to: torn)
        let problem = #expect(throws: LedgerProblem.self) {
            let ledger = try Ledger(path: torn.path) { Shelf.id }
            guard try ledger.complaints().isEmpty else {
                throw LedgerProblem.damaged(path: "", detail: "complaints")
            }
        }
        guard case .cut? = problem else {
            Issue.record("\(String(describing: problem)) instead of cut")
            return
        }
    }

    @Test func aFileInWriteAheadModeIsRefused() throws {
        let shelf = try Shelf(isMade: true)
        let other = shelf.folder.appendingPathComponent("wal.sqlite").path
        try DatabaseQueue(path: other).inDatabase { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL; CREATE TABLE t (a)")
        }
        let found = "journal_mode=wal, synchronous=3, foreign_keys=1, secure_delete=1"
        #expect(throws: LedgerProblem.unsafeSettings(found)) { try Ledger(path: other) { Shelf.id } }
    }

    /// The places where nothing can be written, also by root: below a file, and where a folder lies.
    @Test(arguments: ["file/afterword.sqlite", "folder", "absent/afterword.sqlite"])
    func whereNothingCanBeWrittenSaysSo(place: String) throws {
        let folder = try Shelf.makeFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data().write(to: folder.appendingPathComponent("file"))
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("folder"), withIntermediateDirectories: false)
        let path = folder.appendingPathComponent(place).path
        let problem = #expect(throws: LedgerProblem.self) { try Ledger(path: path) { Shelf.id } }
        guard case .cannotWrite(path, _)? = problem else {
            Issue.record("\(String(describing: problem)) instead of cannotWrite")
            return
        }
    }

    @Test func aLedgerTakenAwayWhileItIsOpenCanNotBeWritten() throws {
        let shelf = try Shelf(isMade: true)
        try FileManager.default.removeItem(atPath: shelf.path)
        #expect(throws: LedgerProblem.moved(path: shelf.path)) { try shelf.write { try Story($0) } }
        #expect(!FileManager.default.fileExists(atPath: shelf.path))
    }

    @Test func aLedgerReplacedWhileItIsOpenCanNotBeWritten() throws {
        let shelf = try Shelf(isMade: true)
        let other = shelf.folder.appendingPathComponent("other").path
        _ = try Ledger(path: other) { Shelf.id }
        #expect(rename(other, shelf.path) == 0)
        #expect(throws: LedgerProblem.moved(path: shelf.path)) { try shelf.write { try Story($0) } }
        #expect(try Ledger(path: shelf.path) { Shelf.id }.read { try $0.recruitments() }.isEmpty)
    }

    @Test func aLedgerThatAnotherProgramKeepsLockedIsWaitedForAndThenBusy() throws {
        let shelf = try Shelf(isMade: true)
        let ledger = try Ledger(path: shelf.path, patience: 0.05) { Shelf.id }
        let other = try DatabaseQueue(path: shelf.path)
        try other.inDatabase { database in
            try database.execute(sql: "BEGIN EXCLUSIVE")
            #expect(throws: LedgerProblem.busy(path: shelf.path)) { try ledger.write { try Story($0) } }
            #expect(throws: LedgerProblem.busy(path: shelf.path)) { try ledger.read { try $0.people() } }
            #expect(throws: LedgerProblem.busy(path: shelf.path)) { try ledger.examine() }
            #expect(throws: LedgerProblem.busy(path: shelf.path)) {
                try Ledger(path: shelf.path, patience: 0.05) { Shelf.id }
            }
            try database.execute(sql: "COMMIT")
        }
        _ = try ledger.write { try Story($0) }
    }

    @Test func aFailedTransactionLeavesNothing() throws {
        struct Interrupted: Error {}
        let shelf = try Shelf(isMade: true)
        #expect(throws: Interrupted.self) {
            try shelf.write { transaction in
                _ = try Story(transaction)
                throw Interrupted()
            }
        }
        #expect(try shelf.read { try $0.recruitments() }.isEmpty)
        #expect(try shelf.read { try $0.people() }.isEmpty)
    }

    @Test func aViewCanNotWrite() throws {
        let shelf = try Shelf(isMade: true)
        #expect(throws: LedgerProblem.self) { try shelf.read { try Story($0) } }
    }

    @Test func aWholeLedgerHasNoComplaints() throws {
        let shelf = try Shelf(isMade: true)
        _ = try shelf.write { try Story($0) }
        #expect(try shelf.ledger.complaints().isEmpty)
    }

    @Test func aWordThatNoProgramWroteNamesTheFile() throws {
        let shelf = try Shelf(isMade: true)
        let story = try shelf.write { try Story($0) }
        let note = try shelf.write { try story.draft(in: $0) }
        try shelf.run("DROP TRIGGER messageTransition")
        try shelf.run(
            "UPDATE message SET template = 'x', reasonCode = 'mended-by-hand' WHERE id = ?", [note.rawValue])
        let detail = "'mended-by-hand' where a Code belongs"
        #expect(throws: LedgerProblem.damaged(path: shelf.path, detail: detail)) {
            try shelf.read { try $0.message(note) }
        }
    }
}
