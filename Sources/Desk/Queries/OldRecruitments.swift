import Etiquette
import Foundation
import Ledger

/// What is kept longer than it is needed.
extension Desk {
    /// The recruitments that were over more than two years ago, each in the two weeks behind its day of the year.
    ///
    /// - Parameter first: so many at most; nil for all.
    func old(in transaction: LedgerTransaction, at now: Date, first: Int?) throws -> [Advice] {
        let moment = now - Self.twoYears
        var found: [Advice] = []
        for (recruitment, ended) in try transaction.touched(
            before: moment, yearsAgoAnd: Self.fortnight, slack: Self.calendarSlack, at: now)
        where found.count < first ?? .max {
            let last = max(ended, try transaction.lastContact(in: recruitment) ?? ended)
            guard last < moment, isJustBehind(last, at: now) else { continue }
            let people = try transaction.people(of: recruitment)
            guard !people.isEmpty else { continue }
            found.append(
                Advice(
                    .old, recruitment: try transaction.recruitment(recruitment), until: last, people: people))
        }
        return found
    }

    /// Whether its day of the year was within the last fortnight.
    private func isJustBehind(_ last: Date, at now: Date) -> Bool {
        let today = WallTime(at: now, in: .gmt).day
        let (_, month, day) = WallTime(at: last, in: .gmt).day.components
        let since = [today.components.year, today.components.year - 1]
            .compactMap { Day(year: $0, month: month, day: min(day, 28)) }.first { $0 <= today }
        return since.map { today.number - $0.number < Self.fortnight } ?? false
    }

    private static let twoYears: TimeInterval = 2 * 365.25 * 86_400
    private static let fortnight = 14
    /// Days by which the calendar and years of 365 days and a quarter may disagree: leap days, and the last days of a month.
    private static let calendarSlack = 4
}
