import Foundation

/// A wall time together with the IANA zone in which it was read, and the instant that was meant.
/// The zone is kept, not an offset, so that days can be counted across a change of the clocks.
package struct ZonedTime: Hashable, Sendable {
    /// Where the wall hangs.
    package let zone: TimeZone
    /// The moment that was meant.
    package let instant: Date

    /// The wall time that `instant` is in `zone`.
    package init(instant: Date, zone: TimeZone) {
        self.instant = instant
        self.zone = zone
    }

    /// What the wall shows at that moment.
    package var wall: WallTime { WallTime(at: instant, in: zone) }

    /// Elapsed seconds, or calendar days at the same wall time.
    package func adding(_ span: Span) -> ZonedTime {
        switch span {
        case .elapsed(let seconds):
            ZonedTime(instant: instant + Double(seconds), zone: zone)
        case .days(0):
            // Not by way of the wall: the earlier of two equal wall times would become the later.
            self
        case .days(let days):
            ZonedTime(
                instant: WallTime(day: wall.day.adding(days: days), second: wall.second).instant(in: zone),
                zone: zone)
        }
    }
}
