import Etiquette
import Foundation
import GRDB

/// What the user has set aside for a message.
extension LedgerTransaction {
    /// Records that the user sets a reason, or a finding, aside for this message: what is known of it now, and no more.
    package func waive(_ code: String, for id: Message.ID, at now: Date) throws {
        try run(
            """
            INSERT INTO waiver (message, code, time, contact, fact) VALUES (?1, ?2, ?3,
                (SELECT coalesce(max(id), 0) FROM contact), (SELECT coalesce(max(id), 0) FROM mailFact))
            ON CONFLICT (message, code) DO UPDATE
                SET time = excluded.time, contact = excluded.contact, fact = excluded.fact
            """, [id, code, now.milliseconds])
    }

    /// The codes of reasons and findings that were set aside.
    package func waivers(of id: Message.ID) throws -> [String] {
        try rows("SELECT code FROM waiver WHERE message = ? ORDER BY code", [id]).map { $0["code"] }
    }
}
