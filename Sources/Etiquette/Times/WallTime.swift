import Foundation
import Text

/// What calendar and clock on the wall show, without a zone.
package struct WallTime: Hashable, Comparable, Sendable {
    /// The day that the calendar shows.
    package let day: Day
    /// Seconds since midnight as the clock shows them, 0 to 86,399.
    package let second: Int

    /// A time that some walls may show twice or never.
    package init(day: Day, second: Int) {
        self.day = day
        self.second = second
    }

    /// What the wall shows in `zone` at `instant`.
    package init(at instant: Date, in zone: TimeZone) {
        let local = Int(instant.timeIntervalSince1970.rounded(.down)) + zone.secondsFromGMT(for: instant)
        let dayNumber = local >= 0 ? local / 86_400 : (local - 86_399) / 86_400
        self.init(day: Day(number: dayNumber), second: local - dayNumber * 86_400)
    }

    /// `15:00:00`.
    package var clock: String {
        [second / 3600, second / 60 % 60, second % 60].map { $0.padded(to: 2) }.joined(separator: ":")
    }

    /// The instants at which the wall of a zone shows a time.
    package enum Occurrence: Equatable, Sendable {
        case once(Date)
        /// The clocks went back over it.
        case twice(earlier: Date, later: Date)
        /// The clocks went forward over it; `resumed` is as far behind the gap as the time lies in it.
        case never(resumed: Date)
    }

    /// When the wall of `zone` shows this time.
    package func occurrence(in zone: TimeZone) -> Occurrence {
        let asIfUTC = Date(timeIntervalSince1970: Double(day.number * 86_400 + second))
        // Offsets change at most once within two days: the one before and the one after are all there can be.
        let before = asIfUTC - Double(zone.secondsFromGMT(for: asIfUTC - 86_400))
        let after = asIfUTC - Double(zone.secondsFromGMT(for: asIfUTC + 86_400))
        let real = [before, after].filter { WallTime(at: $0, in: zone) == self }.sorted()
        guard let first = real.first, let last = real.last else { return .never(resumed: max(before, after)) }
        return first == last ? .once(first) : .twice(earlier: first, later: last)
    }

    /// The instant meant: the later of two, and behind a gap what the clock would have shown without it.
    package func instant(in zone: TimeZone) -> Date {
        switch occurrence(in: zone) {
        case .once(let instant), .twice(_, let instant), .never(let instant): instant
        }
    }

    /// In the order of the wall, not of time, where the clocks go back.
    package static func < (left: WallTime, right: WallTime) -> Bool {
        (left.day, left.second) < (right.day, right.second)
    }
}
