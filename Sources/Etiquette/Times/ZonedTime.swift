import Foundation

/// A wall time together with the IANA zone in which it was read, and the instant that was meant.
/// The zone is kept, not an offset, so that days can be counted across a change of the clocks.
public struct ZonedTime: Hashable, Sendable {
    /// Where the wall hangs.
    public let zone: TimeZone
    /// The moment that was meant.
    public let instant: Date

    /// The wall time that `instant` is in `zone`.
    public init(instant: Date, zone: TimeZone) {
        self.instant = instant
        self.zone = zone
    }

    /// What the wall shows at that moment.
    public var wall: WallTime { WallTime(at: instant, in: zone) }

    /// Elapsed seconds, or calendar days at the same wall time.
    public func adding(_ span: Span) -> ZonedTime {
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
