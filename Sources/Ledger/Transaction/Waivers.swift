import Etiquette
import Foundation
import GRDB

/// What the user has set aside for a message.
extension LedgerTransaction {
    /// Records that the user sets a reason, or a finding, aside for this message.
    package func waive(_ code: String, for id: Message.ID, at now: Date) throws {
        try run(
            """
            INSERT INTO waiver (message, code, time) VALUES (?1, ?2, ?3)
            ON CONFLICT (message, code) DO UPDATE SET time = ?3
            """, [id.rawValue, code, now.milliseconds])
    }

    /// The codes of reasons and findings that were set aside.
    package func waivers(of id: Message.ID) throws -> [String] {
        try rows("SELECT code FROM waiver WHERE message = ? ORDER BY code", [id.rawValue]).map { $0["code"] }
    }
}
