import Etiquette
import Foundation

struct EventTimes {
    let starts: ZonedTime
    let ends: ZonedTime
    let questions: [Question]

    init(_ event: Component, in zones: ZoneBook, part: String?) throws(InvitationRefusal) {
        guard let start = try Self.property("DTSTART", of: event, part: part) else {
            throw InvitationRefusal(.noStart, at: CalendarPlace(part: part, line: event.line))
        }
        guard let begins = zones.reading(start.time), !Self.isAllDay(event) else {
            // No interview fills a day.
            let midnight = zones.beginning(of: start.time.day)
            (starts, ends, questions) = (midnight, midnight, [.allDay(start.time.day)])
            return
        }
        let end = try Self.end(of: event, from: begins, in: zones, part: part)
        guard let end, end.isKnown(toFollow: begins) else {
            if let end, end.reading.time.instant < begins.time.instant {
                throw InvitationRefusal(.endsBeforeStart, at: end.place)
            }
            (starts, ends, questions) = (begins.time, begins.time, begins.questions + [.end])
            return
        }
        ends = end.reading.time
        questions = end.reading.questions
        // Where only the end is certain, nothing is said of the beginning.
        starts = Set(begins.questions).isSubset(of: questions) ? begins.time : ends
    }

    /// A property that is a time.
    /// - Throws: where it stands there and can't be read, or stands there twice: which one is meant?
    static func property(
        _ name: String, of event: Component, part: String?
    ) throws(InvitationRefusal) -> (time: CalendarTime, place: CalendarPlace)? {
        let lines = event.all(name)
        guard let line = lines.first else { return nil }
        let place = CalendarPlace(part: part, line: line.number)
        guard lines.count == 1, !line.isBroken, let time = ICalProperty(line)?.time else {
            throw InvitationRefusal(.unreadable(property: name, value: line.shortValue), at: place)
        }
        return (time, place)
    }

    private struct End {
        let reading: ZoneBook.Reading
        let place: CalendarPlace

        /// It lies behind the beginning; of two that are read in different zones, one of them unknown, nobody can tell.
        func isKnown(toFollow begins: ZoneBook.Reading) -> Bool {
            reading.time.instant > begins.time.instant || Set(reading.questions) != Set(begins.questions)
        }
    }

    private static func end(
        of event: Component, from starts: ZoneBook.Reading, in zones: ZoneBook, part: String?
    ) throws(InvitationRefusal) -> End? {
        if let end = try property("DTEND", of: event, part: part) {
            // A day behind a beginning with its time says nothing of when it ended.
            guard let reading = zones.reading(end.time) else { return nil }
            return End(reading: later(reading, of: end.time, than: starts.time), place: end.place)
        }
        guard let line = event.first("DURATION") else { return nil }
        let place = CalendarPlace(part: part, line: line.number)
        guard !line.isBroken, let duration = ICalProperty(line)?.duration else {
            throw InvitationRefusal(.unreadable(property: "DURATION", value: line.shortValue), at: place)
        }
        // Days are counted on the wall, hours as they pass (RFC 5545 3.3.6).
        let days = starts.time.adding(.days(duration.days))
        let time = ZonedTime(instant: days.instant + Double(duration.seconds), zone: starts.time.zone)
        return End(reading: ZoneBook.Reading(time: time, questions: starts.questions), place: place)
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
    private static func isAllDay(_ event: Component) -> Bool {
        guard let line = event.first("X-MICROSOFT-CDO-ALLDAYEVENT") else { return false }
        return ICalProperty(line)?.value.uppercased() == "TRUE"
    }
}

extension ContentLine {
    /// What stands behind the name, for a problem's report.
    var shortValue: String {
        String(decoding: bytes.dropFirst(name.utf8.count + 1).prefix(60), as: UTF8.self)
    }
}
