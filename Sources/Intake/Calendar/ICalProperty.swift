import CICal
import Etiquette
import Foundation
import Text

/// One content line, as libical reads it. The handle has one owner and is used by one thread at a time.
struct ICalProperty: ~Copyable {
    private let handle: OpaquePointer
    /// The bytes were no UTF-8: the letters beyond ASCII are a guess.
    let isGuessed: Bool

    /// Nil where libical takes the line for none.
    init?(_ line: ContentLine) {
        // C would take a NUL for the end of the line.
        guard !line.bytes.contains(0) else { return nil }
        _ = ICal.isReady
        let text = Charset.text(line.bytes, charset: nil)
        guard let handle = icalproperty_new_from_string(text) else { return nil }
        self.handle = handle
        isGuessed = String(validating: line.bytes, as: UTF8.self) == nil
    }

    deinit { icalproperty_free(handle) }

    /// TEXT without its escapes, anything else as written, surrounding white space gone.
    var value: String {
        let text = written.flatMap { icalvalue_isa($0) == ICAL_TEXT_VALUE ? icalvalue_get_text($0) : nil }
        let value = text.map { String(cString: $0) } ?? ICal.text(icalproperty_get_value_as_string_r(handle))
        return value?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    }

    private var written: OpaquePointer? { icalproperty_get_value(handle) }

    /// Without its quotes; nil where there is none, or nothing in it.
    func parameter(_ name: String) -> String? {
        let text = ICal.text(icalproperty_get_parameter_as_string_r(handle, name))
        let trimmed = text?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        return trimmed.isEmpty ? nil : trimmed
    }

    /// Nil where the value is neither time nor day, or one that no calendar has.
    var time: CalendarTime? {
        guard let written else { return nil }
        let kind = icalvalue_isa(written)
        guard kind == ICAL_DATE_VALUE || kind == ICAL_DATETIME_VALUE else { return nil }
        let read = kind == ICAL_DATE_VALUE ? icalvalue_get_date(written) : icalvalue_get_datetime(written)
        guard let day = Day(year: Int(read.year), month: Int(read.month), day: Int(read.day)) else {
            return nil
        }
        if kind == ICAL_DATE_VALUE { return .day(day) }
        guard (0..<24).contains(read.hour), (0..<60).contains(read.minute), (0...60).contains(read.second)
        else { return nil }
        // A leap second (RFC 5545 3.3.12) is the second before it.
        let second = Int(read.hour) * 3600 + Int(read.minute) * 60 + min(59, Int(read.second))
        let wall = WallTime(day: day, second: second)
        let zone = parameter("TZID")
        return icaltime_is_utc(read) != 0 ? .utc(wall, beside: zone) : .wall(wall, zone: zone)
    }

    /// Nil where the value is none, or longer than any meeting.
    var duration: (days: Int, seconds: Int)? {
        guard let written, icalvalue_isa(written) == ICAL_DURATION_VALUE else { return nil }
        let read = icalvalue_get_duration(written)
        guard max(read.weeks, read.days, read.hours, read.minutes, read.seconds) < 1_000_000 else {
            return nil
        }
        let sign = read.is_neg != 0 ? -1 : 1
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
