import Etiquette
import Foundation

/// When an event begins and ends.
struct EventTimes {
    let starts: ZonedTime
    let ends: ZonedTime
    let questions: [Question]

    init(_ event: Component, in zones: ZoneBook, part: String?) throws(Refusal) {
        guard let start = try Self.property("DTSTART", of: event, part: part) else {
            throw Refusal(.noStart, at: Place(part: part, line: event.line))
        }
        guard let starts = try zones.reading(start.time, at: start.place), try !Self.isAllDay(event) else {
            throw Refusal(.allDay, at: start.place)
        }
        let end = try Self.end(of: event, from: starts.time, in: zones, part: part)
        if let end, end.reading.time.instant < starts.time.instant {
            throw Refusal(.endsBeforeStart, at: end.place)
        }
        self.starts = starts.time
        if let end, end.reading.time.instant > starts.time.instant {
            ends = end.reading.time
            questions = starts.questions + end.reading.questions.filter { !starts.questions.contains($0) }
        } else {
            ends = starts.time
            questions = starts.questions + [.end]
        }
    }

    /// A property that is a time.
    /// - Throws: where it stands there and can't be read, or stands there twice: which one is meant?
    static func property(
        _ name: String, of event: Component, part: String?
    ) throws(Refusal) -> (time: CalendarTime, place: Place)? {
        let lines = event.all(name)
        guard let line = lines.first else { return nil }
        let place = Place(part: part, line: line.number)
        guard lines.count == 1, !line.isBroken, let time = try ICalProperty(line)?.time else {
            throw Refusal(.unreadable(property: name, value: line.shortValue), at: place)
        }
        return (time, place)
    }

    private typealias End = (reading: ZoneBook.Reading, place: Place)

    private static func end(
        of event: Component, from starts: ZonedTime, in zones: ZoneBook, part: String?
    ) throws(Refusal) -> End? {
        if let end = try property("DTEND", of: event, part: part) {
            guard var reading = try zones.reading(end.time, at: end.place) else {
                throw Refusal(.allDay, at: end.place)
            }
            reading = later(reading, of: end.time, than: starts)
            return (reading, end.place)
        }
        guard let line = event.first("DURATION") else { return nil }
        let place = Place(part: part, line: line.number)
        guard !line.isBroken, let duration = try ICalProperty(line)?.duration else {
            throw Refusal(.unreadable(property: "DURATION", value: line.shortValue), at: place)
        }
        // Days are counted on the wall, hours as they pass (RFC 5545 3.3.6).
        let days = starts.adding(.days(duration.days))
        return (
            ZoneBook.Reading(
                time: ZonedTime(instant: days.instant + Double(duration.seconds), zone: starts.zone)), place
        )
    }

    /// A meeting that begins while the clocks go back ends when its wall shows the time of its end again.
    private static func later(
        _ reading: ZoneBook.Reading, of time: CalendarTime, than starts: ZonedTime
    ) -> ZoneBook.Reading {
        guard case .wall(let wall, _) = time, reading.time.instant <= starts.instant,
            case .twice(_, let second) = wall.occurrence(in: reading.time.zone), second > starts.instant
        else { return reading }
        return ZoneBook.Reading(
            time: ZonedTime(instant: second, zone: reading.time.zone), questions: reading.questions)
    }

    /// Exchange writes whole days as times from midnight to midnight, and says so.
    private static func isAllDay(_ event: Component) throws(Refusal) -> Bool {
        guard let line = event.first("X-MICROSOFT-CDO-ALLDAYEVENT") else { return false }
        return try ICalProperty(line)?.value.uppercased() == "TRUE"
    }
}

extension ContentLine {
    /// What stands behind the name, for a problem's report.
    var shortValue: String {
        String(decoding: bytes.dropFirst(name.utf8.count + 1).prefix(60), as: UTF8.self)
    }
}
