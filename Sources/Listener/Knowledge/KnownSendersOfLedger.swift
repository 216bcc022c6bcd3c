import Etiquette
import Foundation
import Ledger

extension KnownSenders {
    /// Everybody whom the ledger knows, and what has left of late.
    init(_ transaction: LedgerTransaction, own: [EmailAddress], at now: Date) throws {
        let departures = try transaction.departures(after: now - Listener.memory)
        // Who has another address now may still answer from the one that was written to.
        let former = Dictionary(grouping: departures, by: \.recruitment)
        let circles = try transaction.circles().map { circle in
            let known = Set(circle.people.compactMap { $0.address?.key })
            var circle = circle
            circle.people += (former[circle.recruitment.id] ?? []).map(\.recipient)
                .filter { $0.address.map { !known.contains($0.key) } ?? false }
            return circle
        }
        self.init(sent: departures, circles: circles, own: own)
    }

    /// The day before the first interview that can still matter; servers count days in zones of their own.
    func beginning(at now: Date) -> Day {
        let first = circles.filter { $0.recruitment.standing == .open }.map(\.since).min() ?? now
        let moment = min(max(first, now - Listener.memory), sent.map(\.time).min() ?? first)
        return WallTime(at: moment, in: .gmt).day.adding(days: -2)
    }
}
