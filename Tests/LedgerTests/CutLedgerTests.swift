import Foundation
import Testing

@testable import Ledger

@Suite("A ledger that lost its end is told as such, not as damaged and not as a fault of the program")
struct CutLedgerTests {
    private let shelf: Shelf

    init() throws {
        shelf = try Shelf()
        _ = try shelf.write { try Story($0) }
    }

    private func cut(to bytes: Int64) throws -> Int64 {
        let handle = try FileHandle(forUpdating: URL(filePath: shelf.path))
        let whole = Int64(try handle.seekToEnd())
        try handle.truncate(atOffset: UInt64(bytes < 0 ? whole + bytes : bytes))
        try handle.close()
        return whole
    }

    /// By a process that has it open.
    @Test(arguments: [Int64(0), 4096, 8192, -4096, -1])
    func whileItIsOpen(bytes: Int64) throws {
        let whole = try cut(to: bytes)
        let left = bytes < 0 ? whole + bytes : bytes
        let problem = LedgerProblem.cut(path: shelf.path, bytes: left, of: bytes == 0 ? 0 : whole)
        #expect(throws: problem) { try shelf.ledger.complaints().isEmpty ? () : () }
        if bytes == 0 {
            #expect(throws: problem) { try shelf.read { try $0.recruitments() } }
        }
    }

    @Test func beforeItIsOpened() throws {
        let whole = try cut(to: -8192)
        #expect(throws: LedgerProblem.cut(path: shelf.path, bytes: whole - 8192, of: whole)) {
            try Ledger(path: shelf.path) { Shelf.id }.quickCheck()
        }
    }

    @Test func aWholeOneIsNoneOfThem() throws {
        #expect(LedgerProblem(cut: shelf.path) == nil)
        #expect(try shelf.ledger.complaints().isEmpty)
        try shelf.ledger.tryWriting()
        #expect(try shelf.ledger.complaints().isEmpty)
    }

    /// Flipped, not shortened.
    @Test func aDamagedOneIsStillDamaged() throws {
        let handle = try FileHandle(forUpdating: URL(filePath: shelf.path))
        try handle.seek(toOffset: 4096)
        try handle.write(contentsOf: Data(repeating: 0xA5, count: 8192))
        try handle.close()
        #expect(!(try Shelf.complaints(at: shelf.path)).isEmpty)
    }
}

extension Shelf {
    fileprivate static func complaints(at path: String) throws -> String {
        do {
            return try Ledger(path: path) { Shelf.id }.complaints().joined()
        } catch LedgerProblem.damaged(_, let detail) {
            return detail
        }
    }
}
