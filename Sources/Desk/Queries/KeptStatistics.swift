import Foundation
import Ledger
import Synchronization

/// The statistics that were asked for last, for whoever asks once more while nothing has changed: they are reckoned from
/// everything on record.
final class KeptStatistics: Sendable {
    private struct Kept {
        let statistics: Statistics
        let version: LedgerTransaction.Version
        /// They hold from one moment on, and no longer than until another.
        let hold: Range<Date>
    }

    private let known = Mutex<Kept?>(nil)

    /// Those of a period, reckoned anew where anything may be otherwise by now.
    func statistics(since: Date?, in transaction: LedgerTransaction, at now: Date) throws -> Statistics {
        let version = try transaction.version()
        if let known = known.withLock({ $0 }), known.version == version, known.hold.contains(now),
            known.statistics.since == since
        {
            return known.statistics
        }
        let facts = try transaction.statisticsFacts(since: since, at: now)
        let statistics = Statistics(facts, since: since, at: now)
        let end = min(Self.nextMidnight(after: now), facts.nextEnd ?? .distantFuture)
        known.withLock { $0 = Kept(statistics: statistics, version: version, hold: now..<end) }
        return statistics
    }

    /// When a day may begin somewhere: zones lie whole quarters of an hour apart.
    private static func nextMidnight(after now: Date) -> Date {
        let quarter = 900.0
        return Date(
            timeIntervalSince1970: ((now.timeIntervalSince1970 / quarter).rounded(.down) + 1) * quarter)
    }
}
