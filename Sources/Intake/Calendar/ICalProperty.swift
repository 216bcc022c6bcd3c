import CICal
import Etiquette
import Foundation

/// One content line, as libical reads it. The handle has one owner and is used by one thread at a time.
struct ICalProperty: ~Copyable {
    private let handle: OpaquePointer
    /// The bytes were no UTF-8: the letters beyond ASCII are a guess.
    let isGuessed: Bool

    /// Nil where libical takes the line for none.
    /// - Throws: only where libical is missing.
    init?(_ line: ContentLine) throws(Refusal) {
        try ICalLibrary.require()
        // C would take a NUL for the end of the line.
        guard !line.bytes.contains(0) else { return nil }
        let valid = String(validating: line.bytes, as: UTF8.self)
        guard let text = valid ?? String(bytes: line.bytes, encoding: .windowsCP1252),
            let handle = text.withCString({ afterword_ical_property_new($0) })
        else { return nil }
        self.handle = handle
        isGuessed = valid == nil
    }

    deinit { afterword_ical_property_free(handle) }

    /// TEXT without its escapes, anything else as written, surrounding white space gone.
    var value: String {
        ICalLibrary.text(afterword_ical_property_value(handle))?.trimmingCharacters(
            in: .whitespacesAndNewlines) ?? ""
    }

    /// Without its quotes; nil where there is none, or nothing in it.
    func parameter(_ name: String) -> String? {
        let text = ICalLibrary.text(afterword_ical_property_parameter(handle, name))
        let trimmed = text?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        return trimmed.isEmpty ? nil : trimmed
    }

    /// Nil where the value is neither time nor day, or one that no calendar has.
    var time: CalendarTime? {
        var read = afterword_ical_time()
        guard afterword_ical_property_time(handle, &read) != 0,
            let day = Day(year: Int(read.year), month: Int(read.month), day: Int(read.day))
        else { return nil }
        if read.is_date != 0 { return .day(day) }
        guard (0..<24).contains(read.hour), (0..<60).contains(read.minute), (0...60).contains(read.second)
        else {
            return nil
        }
        // A leap second (RFC 5545 3.3.12) is the second before it.
        let second = Int(read.hour) * 3600 + Int(read.minute) * 60 + min(59, Int(read.second))
        let wall = WallTime(day: day, second: second)
        let zone = parameter("TZID")
        return read.is_utc != 0 ? .utc(wall, beside: zone) : .wall(wall, zone: zone)
    }

    /// Nil where the value is none, or longer than any meeting.
    var duration: (days: Int, seconds: Int)? {
        var read = afterword_ical_duration()
        guard afterword_ical_property_duration(handle, &read) != 0,
            max(read.weeks, read.days, read.hours, read.minutes, read.seconds) < 1_000_000
        else { return nil }
        let sign = read.is_negative != 0 ? -1 : 1
        let seconds = Int(read.hours) * 3600 + Int(read.minutes) * 60 + Int(read.seconds)
        return (sign * (Int(read.weeks) * 7 + Int(read.days)), sign * seconds)
    }
}

/// A time as a calendar writes it.
enum CalendarTime {
    case day(Day)
    /// The name of a zone does not belong there (RFC 5545 3.2.19), and is met there.
    case utc(WallTime, beside: String?)
    /// Without the name of a zone it floats.
    case wall(WallTime, zone: String?)

    /// As it is written, wherever that is.
    var day: Day {
        switch self {
        case .day(let day): day
        case .utc(let wall, _), .wall(let wall, _): wall.day
        }
    }
}
