import Foundation

/// The hours and days in which messages may go out, in the zone of the interview.
package struct OpeningHours: Sendable {
    private let settings: EtiquetteSettings

    /// Takes hours, weekends and holidays from the settings.
    package init(settings: EtiquetteSettings) { self.settings = settings }

    /// How many days are searched for an opening, or for working days. A list of holidays may close them all.
    static let horizon = Span.longestDays

    /// Whether a message of this kind may go out at `time`.
    package func isOpen(_ kind: FollowUp.Kind, at time: ZonedTime) -> Bool {
        let wall = time.wall
        return settings.hours.contains(wall.second / 60) && settings.allows(kind, on: wall.day)
    }

    /// `time` itself where it is open, else the next opening of the hours on an allowed day. Where there is
    /// none in ten years, the day after them: never at once, and never without an end.
    package func nextOpening(_ kind: FollowUp.Kind, at time: ZonedTime) -> Date {
        if isOpen(kind, at: time) { return time.instant }
        let today = time.wall.day
        for day in (0...Self.horizon).lazy.map(today.adding(days:)) where settings.allows(kind, on: day) {
            let opening = openings(on: day, in: time.zone).first { instant in
                instant > time.instant && isOpen(kind, at: ZonedTime(instant: instant, zone: time.zone))
            }
            if let opening { return opening }
        }
        return opening(on: today.adding(days: Self.horizon + 1)).instant(in: time.zone)
    }

    /// 08:00 of a day in the settings of the advice.
    private func opening(on day: Day) -> WallTime {
        WallTime(day: day, second: settings.hours.lowerBound * 60)
    }

    /// The hours open twice on a day whose clocks go back over their beginning.
    private func openings(on day: Day, in zone: TimeZone) -> [Date] {
        switch opening(on: day).occurrence(in: zone) {
        case .once(let instant), .never(let instant): [instant]
        case .twice(let earlier, let later): [earlier, later]
        }
    }
}
