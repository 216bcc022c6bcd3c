import Foundation
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
        #expect(Migration3.name == "3")
        #expect(hash(Migration3.sql) == "2ac0d33c8751ac20")
    }
}
