import Etiquette
import Foundation
import Ledger

/// What the ledger says of the clock: an entry that is dated later than now is wrong, or the clock is. It needs no
/// configuration, so that a clock can be settled before anything else can.
package struct ClockCheck {
    private let ledger: Ledger
    private let now: Date

    /// - Parameter now: what the clock says.
    package init(_ ledger: Ledger, at now: Date) {
        self.ledger = ledger
        self.now = now
    }

    /// The email that is dated latest, where that is later than now: nothing goes to whom it was to before that.
    ///
    /// - Throws: `SenderProblem.clockBehind` where a delivery is dated later: nothing is sent at all then.
    package func emailAhead() throws -> Contact? {
        try ledger.read { transaction in
            try Self.refuseClockBehind(in: transaction, at: now)
            return try transaction.emailAhead(of: now + LedgerTransaction.clockTolerance)
        }
    }

    /// The latest date of a delivery, or of what was recorded by this clock, that lies after now; nil where none does.
    package func newestAhead() throws -> Date? { try ledger.read { try $0.newestAhead(of: now) } }

    /// Takes the clock for right, and what is dated later for something that happened before now.
    package func settle() throws { try ledger.write { try $0.settleClock(at: now) } }

    static func refuseClockBehind(in transaction: LedgerTransaction, at now: Date) throws {
        if let newest = try transaction.newestAttempt(), newest > now + LedgerTransaction.clockTolerance {
            throw SenderProblem.clockBehind(newest: newest, now: now)
        }
    }
}
