import Etiquette
import Foundation
import GRDB

/// What came of adopting a ledger that was in doubt.
package struct Adoption: Equatable, Sendable {
    package let doubt: Doubt
    /// How many messages are held until the user releases each.
    package let held: Int
}

extension LedgerTransaction {
    /// Why a held message may have gone out from another copy already: it is held for that, or the user had stopped it
    /// before this ledger was adopted. Nil where there is no such doubt, or the Sent folder has settled it.
    package func doubt(about message: Message) throws -> Reason? {
        guard message.state == .held, let reason = message.reason else { return nil }
        if reason.code == .otherLedger { return reason }
        guard reason.code.isOfUser,
            let adopted = try row("SELECT max(time) AS time FROM adoption")?.moment("time"),
            try row(
                "SELECT 1 FROM waiver WHERE message = ? AND code = ? AND time >= ?",
                [message.id, Reason.Code.otherLedger.rawValue, adopted.milliseconds]) == nil
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
