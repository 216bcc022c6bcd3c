import Etiquette
import Foundation
import GRDB

/// What came of adopting a ledger that was in doubt.
package struct Adoption: Equatable, Sendable {
    /// What the doubt was.
    package let doubt: Doubt
    /// How many messages are held until the user releases each.
    package let held: Int
}

extension LedgerTransaction {
    /// Holds whatever another copy may have sent: all that was to go, the drafts too, since they may have been
    /// approved there, and what a further step of the user could put back into the queue unseen. What the user
    /// stopped on purpose stays so: who releases all that is not in the Sent folder must not let it go.
    ///
    /// - Returns: how many are held.
    func holdEverything(at now: Date) throws -> Int {
        let codes = [Reason.Code.otherLedger, .byUser, .notDelivered].map(\.rawValue)
        let arguments: StatementArguments = [codes[0], codes[1], now.milliseconds, codes[2]]
        try run(
            """
            UPDATE message SET heldCode = ?1, heldMoment = ?3, heldDetail = NULL
            WHERE state = 'cancelled' AND heldCode IS NOT ?2 AND heldCode IS NOT ?4
            """, arguments)
        try run(
            """
            UPDATE message SET state = 'held', nextAttempt = NULL, reasonCode = ?1, reasonMoment = ?3,
                reasonDetail = NULL
            WHERE state IN ('draft', 'queued') OR state = 'held' AND reasonCode <> ?2 AND reasonCode <> ?4
            """, arguments)
        try dateStops(before: now)
        return try row("SELECT count(*) AS held FROM message WHERE state = 'held'")?["held"] ?? 0
    }

    /// What was stopped elsewhere, by a clock that was ahead, was stopped before the adoption nevertheless.
    private func dateStops(before now: Date) throws {
        let arguments: StatementArguments = [
            now.milliseconds, Reason.Code.byUser.rawValue, Reason.Code.notDelivered.rawValue,
        ]
        try run(
            """
            UPDATE message SET reasonMoment = min(reasonMoment, ?1)
            WHERE state = 'held' AND (reasonCode = ?2 OR reasonCode = ?3)
            """, arguments)
        try run(
            "UPDATE message SET heldMoment = min(heldMoment, ?1) WHERE heldCode = ?2 OR heldCode = ?3",
            arguments)
    }

    /// Why a held message may have gone out from another copy already: it is held for that, or the user had stopped it
    /// before this ledger was adopted. Nil where there is no such doubt, or the Sent folder has settled it.
    package func doubt(about message: Message) throws -> Reason? {
        guard message.state == .held, let reason = message.reason else { return nil }
        if reason.code == .otherLedger { return reason }
        guard reason.code.isOfUser,
            let adopted = try row("SELECT max(time) AS time FROM adoption")?.moment("time"),
            try row(
                "SELECT 1 FROM waiver WHERE message = ? AND code = ? AND time >= ?",
                [message.id.rawValue, Reason.Code.otherLedger.rawValue, adopted.milliseconds]) == nil
        else { return nil }
        if let stopped = reason.moment, stopped > adopted { return nil }
        return Reason(.otherLedger, moment: adopted)
    }

    /// What each adoption brought for the making of Message-IDs, oldest first; those of before there were any are left out.
    package func seeds() throws -> [[UInt8]] {
        try rows("SELECT seed FROM adoption WHERE seed IS NOT NULL ORDER BY id").map {
            Array($0["seed"] as Data)
        }
    }

    func record(_ doubt: Doubt, generation: Int64, held: Int, seed: [UInt8], at now: Date) throws {
        try run(
            "INSERT INTO adoption (time, doubt, generation, held, seed) VALUES (?, ?, ?, ?, ?)",
            [now.milliseconds, doubt.rawValue, generation, held, Data(seed)])
    }
}
