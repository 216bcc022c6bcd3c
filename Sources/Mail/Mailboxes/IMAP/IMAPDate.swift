import Etiquette
import Foundation
import Text

/// Dates as IMAP writes them (RFC 3501 9, date and date-time).
enum IMAPDate {
    /// `4-Dec-2026`.
    static func text(of day: Day) -> String {
        let (year, month, number) = day.components
        return "\(number)-\(MailDate.months[month - 1])-\(year.padded(to: 4))"
    }

    /// ` 4-Dec-2026 15:00:00 +0000`, always in UTC.
    static func text(of date: Date) -> String {
        let wall = WallTime(at: date, in: .gmt)
        let date = text(of: wall.day)
        return (date.utf8.count == 10 ? " " : "") + date + " " + wall.clock + " +0000"
    }

    /// Reads `17-Jul-1996 02:44:25 -0700`; nil for anything else.
    static func date(_ text: String) -> Date? {
        let parts = text.split(separator: " ")
        guard parts.count == 3 else { return nil }
        let numbers = parts[0].split(separator: "-")
        let clock = parts[1].split(separator: ":").compactMap { Int($0) }
        guard numbers.count == 3, let number = Int(numbers[0]), let year = Int(numbers[2]), clock.count == 3,
            let month = MailDate.month(numbers[1]), let day = Day(year: year, month: month, day: number),
            (0..<24).contains(clock[0]), (0..<60).contains(clock[1]), (0...60).contains(clock[2]),
            let offset = MailDate.offset(parts[2])
        else { return nil }
        let seconds = day.number * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2] - offset
        return Date(timeIntervalSince1970: Double(seconds))
    }
}
