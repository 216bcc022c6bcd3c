import Etiquette
import Foundation
import Testing

/// The instant of `2026-11-20T15:00:00Z`, for tables of real dates.
func at(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> Date {
    guard let zone = TimeZone(identifier: "Etc/UTC"), let (time, _) = try? EndedTime.parse(text, zone: zone)
    else {
        Issue.record("not a time: \(text)", sourceLocation: sourceLocation)
        return .distantPast
    }
    return time.instant
}

/// What the wall of London shows.
func london(_ text: String) throws -> ZonedTime {
    try EndedTime.parse(text, zone: .iana("Europe/London")).time
}
