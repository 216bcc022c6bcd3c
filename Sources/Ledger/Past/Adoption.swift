import Etiquette
import Foundation

/// What came of adopting a ledger that was in doubt.
public struct Adoption: Equatable, Sendable {
    /// What the doubt was.
    public let doubt: Doubt
    /// How many messages are held until the user releases each.
    public let held: Int
}

extension Books {
    /// Holds whatever another copy may have sent: all that was to go, the drafts too, since they may have been
    /// approved there, and what a further step of the user could put back into the queue unseen.
    ///
    /// - Returns: how many are held.
    func holdEverything(at now: Date) throws -> Int {
        try run(
            """
            UPDATE message SET heldCode = ?1, heldMoment = ?2, heldDetail = NULL
            WHERE state = 'cancelled'
            """, [Reason.Code.otherLedger.rawValue, now.milliseconds])
        try run(
            """
            UPDATE message SET state = 'held', nextAttempt = NULL, reasonCode = ?1, reasonMoment = ?2,
                reasonDetail = NULL
            WHERE state IN ('draft', 'queued', 'held')
            """, [Reason.Code.otherLedger.rawValue, now.milliseconds])
        return database.changesCount
    }

    func record(_ doubt: Doubt, generation: Int64, held: Int, at now: Date) throws {
        try run(
            "INSERT INTO adoption (time, doubt, generation, held) VALUES (?, ?, ?, ?)",
            [now.milliseconds, doubt.rawValue, generation, held])
    }
}
