import Foundation
import Testing

@testable import Ledger

@Suite("What a killed backup or restore left is found and removed; nothing else is")
struct UnfinishedTests {
    private let attic: Attic
    private let ledger: Ledger

    init() throws {
        attic = try Attic()
        ledger = try attic.desk.open(attic.path("a"))
        _ = try ledger.write { try Story($0) }
    }

    private var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: attic.folder.path).sorted() }
    }

    private func leave(_ name: String) throws {
        let path = attic.path(name)
        try #require(FileManager.default.createFile(atPath: path, contents: Data("SQLite".utf8)))
    }

    @Test(arguments: ["backup", "restore"])
    func aLeftoverOfAnyTargetInTheFolderGoes(_ command: String) throws {
        try ledger.backUp(to: attic.path("before"), token: [UInt8](repeating: 1, count: 16))
        for name in ["a", "before", "b-2026"] {
            try leave(name + ".afterword-unfinished-0badcafe")
            try leave(name + ".afterword-unfinished-0badcafe-journal")
        }
        let token = [UInt8](repeating: 2, count: 16)
        switch command {
        case "backup": try ledger.backUp(to: attic.path("after"), token: token)
        default: _ = try Ledger.restore(attic.path("before"), to: attic.path("a"), token: token)
        }
        let left = try names.filter { $0.contains("unfinished") }
        #expect(left.isEmpty, "\(left)")
    }

    @Test(arguments: [
        "a.20261130", "a.0badcafe", "a.afterword-unfinished-", "a.afterword-unfinished-0badcafe2",
        "a.afterword-unfinished-notahexa", "afterword-unfinished-0badcafe", "a.old-1",
    ])
    func whatSomebodyNamedThemselvesStays(name: String) throws {
        try leave(name)
        try ledger.backUp(to: attic.path("after"), token: [UInt8](repeating: 2, count: 16))
        #expect(try names.contains(name))
    }

    /// Another process makes a backup in the same folder just now.
    @Test func whatIsStillBeingMadeStays() throws {
        let other = try LedgerCopy(beside: attic.path("b"), token: [UInt8](repeating: 3, count: 16))
        try ledger.backUp(to: attic.path("after"), token: [UInt8](repeating: 2, count: 16))
        #expect(FileManager.default.fileExists(atPath: other.path))
    }

    /// Killed between the moving aside and the putting in place: the ledger has two names, and needs no third.
    @Test func aLedgerThatWasMovedAsideAlreadyKeepsThatName() throws {
        try ledger.backUp(to: attic.path("before"), token: [UInt8](repeating: 1, count: 16))
        try FileManager.default.linkItem(atPath: attic.path("a"), toPath: attic.path("a.old-1"))
        let restored = try Ledger.restore(
            attic.path("before"), to: attic.path("a"), token: [UInt8](repeating: 2, count: 16))
        #expect(restored.aside == attic.path("a.old-1"))
        #expect(try names.filter { $0.contains(".old-") } == ["a.old-1"])
    }
}
