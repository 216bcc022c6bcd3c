import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("A backup is whole, nobody else's, and in doubt until it is adopted")
struct BackupTests {
    private let attic: Attic
    private let ledger: Ledger
    private static let token = [UInt8](repeating: 0xAB, count: 16)

    init() throws {
        attic = try Attic()
        ledger = try attic.desk.open(attic.path("a"))
        _ = try ledger.write { try Story($0) }
        try ledger.sendOnce()
    }

    private func backUp(_ name: String = "backup") throws {
        try ledger.backUp(to: attic.path(name), token: Self.token)
    }

    private func expectInTheWay(_ name: String) throws {
        let before = FileManager.default.contents(atPath: attic.path(name))
        #expect(throws: LedgerProblem.inTheWay(path: attic.path(name))) { try backUp(name) }
        #expect(FileManager.default.contents(atPath: attic.path(name)) == before)
    }

    @Test func itIsWholeAndTheOwnersAlone() throws {
        try backUp()
        let facts = try FileManager.default.attributesOfItem(atPath: attic.path("backup"))
        #expect(facts[.posixPermissions] as? Int == 0o600)
        let copy = try attic.desk.open(attic.path("backup"))
        #expect(try copy.complaints().isEmpty && copy.id == ledger.id)
        #expect(try copy.read { try $0.people() } == ledger.read { try $0.people() })
        let names = try FileManager.default.contentsOfDirectory(atPath: attic.folder.path).sorted()
        #expect(names == ["a", "backup", "state"])
    }

    @Test func itIsInDoubtEvenWhereNoSenderHasStartedSince() throws {
        try backUp()
        #expect(try ledger.doubt() == nil)
        #expect(try attic.desk.open(attic.path("backup")).doubt() == .olderCopy)
    }

    @Test func anEarlierBackupIsReplaced() throws {
        try backUp()
        _ = try ledger.write { try Story($0, organisation: "Another") }
        try ledger.sendOnce()
        try backUp()
        #expect(try attic.desk.open(attic.path("backup")).read { try $0.recruitments().count } == 2)
    }

    @Test func aNewerBackupIsKept() throws {
        try attic.copy("a", to: "old")
        try ledger.sendOnce()
        try backUp()
        let old = try attic.desk.open(attic.path("old"))
        #expect(throws: LedgerProblem.inTheWay(path: attic.path("backup"))) {
            try old.backUp(to: attic.path("backup"), token: Self.token)
        }
    }

    @Test func nothingElseIsEverReplaced() throws {
        try Data("a letter".utf8).write(to: attic.folder.appendingPathComponent("letter"))
        try Data().write(to: attic.folder.appendingPathComponent("empty"))
        try DatabaseQueue(path: attic.path("other")).write { try $0.execute(sql: "CREATE TABLE ledger (id)") }
        _ = try Ledger(path: attic.path("stranger")) { [UInt8](repeating: 9, count: 16) }
        #expect(link(attic.path("a"), attic.path("itself")) == 0)
        #expect(symlink(attic.path("a"), attic.path("link")) == 0)
        for name in ["letter", "empty", "other", "stranger", "itself", "link", "a", "state"] {
            try expectInTheWay(name)
        }
    }

    @Test func whereItCannotBeWrittenNothingIsLeft() throws {
        let problem = #expect(throws: LedgerProblem.self) { try backUp("absent/backup") }
        guard case .cannotWrite? = problem else {
            Issue.record("\(String(describing: problem)) instead of cannotWrite")
            return
        }
    }

    /// Another command writes all the while; each copy is one moment of it.
    @Test func itIsOneMomentWhileOthersWrite() async throws {
        try await withThrowingTaskGroup(of: Void.self) { [attic] group in
            let path = attic.path("a")
            let box = attic.desk
            group.addTask {
                let other = try box.open(path)
                for number in 0..<40 {
                    try other.write { transaction in
                        _ = try Story(transaction, organisation: "One \(number)")
                        _ = try Story(transaction, organisation: "Two \(number)")
                    }
                }
            }
            for _ in 0..<8 {
                try backUp()
                let count = try box.open(attic.path("backup")).read { try $0.recruitments().count }
                #expect(count % 2 == 1, "both of a transaction, or neither")
            }
            try await group.waitForAll()
        }
    }
}
