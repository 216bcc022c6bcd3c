import Etiquette
import Foundation

/// Times and days as people read them: in the zone of the interview, with the zone named.
package enum TimeWording {
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `Sat 21 Nov 2026, 15:00 (Europe/London)`.
    package static func text(_ moment: Date, _ zone: TimeZone) -> String {
        "\(plain(moment, zone)) (\(zone.identifier))"
    }

    /// `Sat 21 Nov 2026, 15:00`, where the zone stands nearby.
    package static func plain(_ moment: Date, _ zone: TimeZone) -> String {
        let wall = WallTime(at: moment, in: zone)
        return "\(text(wall.day)), \(clock(moment, zone))"
    }

    /// `15:00`, of a moment of today.
    package static func clock(_ moment: Date, _ zone: TimeZone) -> String {
        String(WallTime(at: moment, in: zone).clock.prefix(5))
    }

    /// `2026-11-21 15:00`, for columns.
    package static func short(_ moment: Date, _ zone: TimeZone) -> String {
        let wall = WallTime(at: moment, in: zone)
        return "\(wall.day) \(clock(moment, zone))"
    }

    /// `Sat 21 Nov 2026`.
    package static func text(_ day: Day) -> String {
        let (year, month, date) = day.components
        return "\(weekdays[day.weekday]) \(date) \(months[month - 1]) \(year)"
    }

    /// `Saturday 21 November`, of a day near today.
    package static func long(_ day: Day) -> String {
        let (_, month, date) = day.components
        return "\(longWeekdays[day.weekday]) \(date) \(longMonths[month - 1])"
    }

    /// `Tuesday`; 0 is Monday.
    package static func weekday(_ number: Int) -> String { longWeekdays[number] }

    private static let longWeekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    private static let longMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    /// `21 Nov`, below a picture.
    package static func brief(_ day: Day) -> String {
        let (_, month, date) = day.components
        return "\(date) \(months[month - 1])"
    }

    /// `2026-11-21T15:00:00Z`, for programs.
    package static func utc(_ moment: Date) -> String {
        let wall = WallTime(at: moment, in: .gmt)
        return "\(wall.day)T\(wall.clock)Z"
    }
}
