import Etiquette
import Foundation

/// The instant of `2026-11-20T15:00:00Z`, for tables of real dates; anything else is a slip in the test that says it.
package func at(_ text: String, file: StaticString = #filePath, line: UInt = #line) -> Date {
    guard let (time, _) = try? EndedTime.parse(text, zone: .gmt) else {
        preconditionFailure("not a time: \(text)", file: file, line: line)
    }
    return time.instant
}

/// What the wall of a zone shows: `wall("2026-11-20 15:00", "Europe/London")`.
package func wall(_ text: String, _ zone: String) throws -> ZonedTime {
    try EndedTime.parse(text, zone: .iana(zone)).time
}

/// What the wall of London shows.
package func london(_ text: String) throws -> ZonedTime {
    try wall(text, "Europe/London")
}
