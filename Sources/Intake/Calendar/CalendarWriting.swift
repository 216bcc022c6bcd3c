import CICal
import Etiquette
import Foundation

/// An event of the user's own calendar (RFC 5545 3.6.1).
package struct CalendarEvent: Equatable, Sendable {
    package enum Time: Equatable, Sendable {
        case moment(Date)
        case span(Date, Date)
        case day(Day)
    }

    /// The same for ever: by it a calendar program knows the event again.
    package let uid: String
    package let time: Time
    package let summary: String
    /// Absent where nothing more is to be said.
    package let description: String?

    package init(uid: String, time: Time, summary: String, description: String? = nil) {
        self.uid = uid
        self.time = time
        self.summary = summary
        self.description = description
    }
}

/// A calendar that other programs read, written by libical.
package enum CalendarWriting {
    /// What an event was like in an earlier state of the file.
    private struct Former {
        var sequence = 0
        var stamp = ""
        var state = ""
    }

    /// The whole file, in UTF-8 with CRLF.
    ///
    /// - Parameters:
    ///   - old: the file that this one replaces, so that an event that has changed gets the next SEQUENCE and a new DTSTAMP,
    ///     and any other keeps both (RFC 5545 3.8.7.4); nil where there is none, or it is no calendar.
    ///   - now: for DTSTAMP.
    package static func text(
        _ events: [CalendarEvent], called name: String, replacing old: [UInt8]?, at now: Date
    ) -> String {
        let before = (old.flatMap { try? formers(in: $0) }) ?? [:]
        let calendar = ICalComponent("VCALENDAR")
        calendar.add("VERSION:2.0")
        calendar.add("PRODID:-//Afterword//Afterword//EN")
        calendar.add("METHOD:PUBLISH")
        calendar.add("CALSCALE:GREGORIAN")
        calendar.add("X-WR-CALNAME:" + name)
        for event in events { calendar.take(component(of: event, before[event.uid], at: now)) }
        return calendar.text
    }

    private static func component(of event: CalendarEvent, _ former: Former?, at now: Date) -> ICalComponent {
        let state = String(Digest.sha256(Array("\(event)".utf8)).prefix(16))
        let isSame = former?.state == state
        let component = ICalComponent("VEVENT")
        component.add("UID:" + event.uid)
        component.add("DTSTAMP:" + (isSame ? former?.stamp ?? utc(now) : utc(now)))
        component.add("SEQUENCE:\(former.map { isSame ? $0.sequence : $0.sequence + 1 } ?? 0)")
        switch event.time {
        case .moment(let moment): component.add("DTSTART:" + utc(moment))
        case .span(let start, let end):
            component.add("DTSTART:" + utc(start))
            component.add("DTEND:" + utc(end))
        case .day(let day): component.add("DTSTART;VALUE=DATE:" + day.description.replacing("-", with: ""))
        }
        component.add("SUMMARY", text: event.summary)
        if let description = event.description { component.add("DESCRIPTION", text: description) }
        // Nobody is busy for it.
        component.add("TRANSP:TRANSPARENT")
        component.add("CLASS:PRIVATE")
        component.add("X-AFTERWORD-STATE:" + state)
        return component
    }

    /// `20261121T150000Z`.
    private static func utc(_ moment: Date) -> String {
        let wall = WallTime(at: moment, in: .gmt)
        return "\(wall.day)T\(wall.clock)Z".filter { $0 != "-" && $0 != ":" }
    }

    private static func formers(in bytes: [UInt8]) throws -> [String: Former] {
        let calendars = try CalendarText(CalendarSource(bytes: bytes, charset: nil, method: nil, part: nil))
            .calendars
        return calendars.flatMap(\.children).reduce(into: [:]) { formers, event in
            func value(_ name: String) -> String {
                let bytes = event.first(name)?.bytes.drop { $0 != UInt8(ascii: ":") }.dropFirst() ?? []
                return String(decoding: bytes, as: UTF8.self)
            }
            formers[value("UID")] = Former(
                sequence: Int(value("SEQUENCE")) ?? 0, stamp: value("DTSTAMP"),
                state: value("X-AFTERWORD-STATE"))
        }
    }
}

/// A component that is written. The handle has one owner, until another component takes it.
private final class ICalComponent {
    private var handle: OpaquePointer?

    init(_ kind: String) { handle = icalcomponent_new(icalcomponent_string_to_kind(kind)) }

    deinit { if let handle { icalcomponent_free(handle) } }

    /// A line whose value needs no escapes; left out where libical takes it for none.
    func add(_ line: String) {
        guard let property = icalproperty_new_from_string(line) else { return }
        icalcomponent_add_property(handle, property)
    }

    func add(_ name: String, text: String) {
        let property = icalproperty_new(icalproperty_string_to_kind(name))
        icalproperty_set_value(property, icalvalue_new_text(text))
        icalcomponent_add_property(handle, property)
    }

    func take(_ child: ICalComponent) {
        icalcomponent_add_component(handle, child.handle)
        child.handle = nil
    }

    /// With lines folded and ended by CRLF.
    var text: String { ICal.text(icalcomponent_as_ical_string_r(handle)) ?? "" }
}
