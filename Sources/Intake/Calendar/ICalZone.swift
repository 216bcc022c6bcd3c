import CICal
import Etiquette

/// A VTIMEZONE, followed by libical. The handle has one owner and is used by one thread at a time.
final class ICalZone {
    private let handle: OpaquePointer
    /// Seconds east of Greenwich that its rules speak of.
    private let offsets: Set<Int>

    /// - Throws: where the rules can't be followed: libical answers 0, Greenwich, where it does not know better,
    ///   and lists every change of the clocks until 2035, however often they change.
    init(_ component: Component) throws(Refusal) {
        try ICalLibrary.require()
        let rules = component.children.filter { ["STANDARD", "DAYLIGHT"].contains($0.kind) }
        guard !rules.isEmpty, rules.count <= Self.mostRules, rules.allSatisfy(Self.canBeFollowed),
            let handle = component.text.withCString({ afterword_ical_zone_new($0) })
        else { throw Refusal(.unreadableZone(Self.name(of: component))) }
        self.handle = handle
        offsets = Set(rules.flatMap { $0.lines.compactMap(Self.offset) })
    }

    deinit { afterword_ical_zone_free(handle) }

    /// More than any real zone had changes of the law.
    private static let mostRules = 1000

    static func name(of component: Component) -> String {
        guard let line = component.first("TZID") else { return "" }
        let value = line.bytes.drop { $0 != UInt8(ascii: ":") }.dropFirst()
        // A TEXT here, with a backslash before each comma; a parameter where it is used, without.
        return String(decoding: value, as: UTF8.self).replacing("\\", with: "")
    }

    /// Seconds east of Greenwich when the wall shows this; nil where libical makes up an offset of its own.
    func offset(at wall: WallTime) -> Int? {
        let (year, month, day) = wall.day.components
        var time = afterword_ical_time()
        time.year = Int32(year)
        time.month = Int32(month)
        time.day = Int32(day)
        time.hour = Int32(wall.second / 3600)
        time.minute = Int32(wall.second / 60 % 60)
        time.second = Int32(wall.second % 60)
        let offset = Int(afterword_ical_zone_offset(handle, &time))
        return offsets.contains(offset) ? offset : nil
    }

    /// It has a beginning and an offset, and if it repeats, then on few days of each year.
    private static func canBeFollowed(_ rule: Component) -> Bool {
        guard rule.first("DTSTART") != nil,
            rule.lines.contains(where: { $0.name == "TZOFFSETTO" && offset($0) != nil })
        else { return false }
        return rule.all("RRULE").allSatisfy { line in
            let text = String(decoding: line.bytes, as: UTF8.self).uppercased()
            return text.contains("FREQ=YEARLY")
                && !["BYSECOND", "BYMINUTE", "BYHOUR", "BYYEARDAY", "BYWEEKNO", "RSCALE"].contains(
                    where: text.contains)
        } && rule.all("RRULE").count <= 2
    }

    /// `+0100` or `-083012` (RFC 5545 3.3.14).
    private static func offset(_ line: ContentLine) -> Int? {
        guard line.name == "TZOFFSETTO" || line.name == "TZOFFSETFROM" else { return nil }
        let value = String(decoding: line.bytes.drop { $0 != UInt8(ascii: ":") }.dropFirst(), as: UTF8.self)
        guard let match = value.wholeMatch(of: /\s*([+-])(\d\d):?(\d\d):?(\d\d)?\s*/),
            let hours = Int(match.2), let minutes = Int(match.3), hours <= 15, minutes < 60
        else { return nil }
        let seconds = hours * 3600 + minutes * 60 + (match.4.flatMap { Int($0) } ?? 0)
        return match.1 == "-" ? -seconds : seconds
    }
}
