import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("A sender examines the whole ledger, also the pages that it would never read")
struct ExaminationTests {
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
