import Foundation
import GRDB
import Synchronization
import Testing

@testable import Ledger

@Suite("A sender examines the whole ledger, also the pages that it would never read")
struct ExaminationTests {
    /// The whole file is read for it: seconds, where a service comes round every few.
    @Test func theFileIsLookedThroughOnceAndTheMarkEachTime() throws {
        let attic = try Attic()
        let ledger = try attic.desk.open(attic.path("a"))
        try ledger.sendOnce()
        let checks = Mutex(0)
        try ledger.queue.write { database in
            database.trace { event in
                if event.description.contains("quick_check") { checks.withLock { $0 += 1 } }
            }
        }
        for _ in 0..<3 { try ledger.examine() }
        #expect(checks.withLock(\.self) == 1)
        try FileManager.default.removeItem(atPath: attic.desk.marks)
        #expect(throws: LedgerProblem.inDoubt(path: attic.path("a"), .markMissing)) { try ledger.examine() }
    }

    @Test(arguments: ["recruitmentNameKey", "personNameKey", "interviewContact", "adoption"])
    func aGarbledPageIsFound(of name: String) throws {
        let shelf = try Shelf()
        _ = try shelf.write { try Story($0) }
        try shelf.ledger.examine()
        let root = try shelf.read {
            try Int.fetchOne(
                $0.database, sql: "SELECT rootpage FROM sqlite_master WHERE name = ?", arguments: [name])
        }
        let start = (try #require(root) - 1) * 4096
        var bytes = try Data(contentsOf: URL(fileURLWithPath: shelf.path))
        bytes.replaceSubrange(start..<(start + 4096), with: Data(repeating: 0x5A, count: 4096))
        let garbled = shelf.folder.appendingPathComponent("garbled.sqlite")
        try bytes.write(to: garbled)
        let ledger = try Ledger(path: garbled.path) { Shelf.id }
        #expect(try ledger.read { try $0.people().count } == 3)
        let problem = #expect(throws: LedgerProblem.self) { try ledger.examine() }
        guard case .damaged(garbled.path, _)? = problem else {
            Issue.record("\(String(describing: problem)) instead of damaged")
            return
        }
        #expect(try Data(contentsOf: garbled) == bytes)
    }
}
