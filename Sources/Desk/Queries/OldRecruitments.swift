import Etiquette
import Foundation
import Ledger

/// What is kept longer than it is needed.
extension Desk {
    /// The recruitments that were over more than two years ago, each in the two weeks behind its day of the year.
    func old(in transaction: LedgerTransaction, at now: Date) throws -> [Advice] {
        try transaction.lastTouched(before: now - Self.twoYears).compactMap { recruitment, last, people in
            let today = WallTime(at: now, in: .gmt).day
            let (_, month, day) = WallTime(at: last, in: .gmt).day.components
            let since = [today.components.year, today.components.year - 1]
                .compactMap { Day(year: $0, month: month, day: min(day, 28)) }.first { $0 <= today }
            guard let since, today.number - since.number < Self.fortnight, !people.isEmpty else { return nil }
            return Advice(
                .old, recruitment: try transaction.recruitment(recruitment), until: last, people: people)
        }
    }

    private static let twoYears: TimeInterval = 2 * 365.25 * 86_400
    private static let fortnight = 14
}
