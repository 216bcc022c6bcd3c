import CICal
import Etiquette

/// A VTIMEZONE, followed by libical. The handle has one owner and is used by one thread at a time.
final class ICalZone {
    private let handle: OpaquePointer
    /// Seconds east of Greenwich that its rules speak of.
    private let offsets: Set<Int>

    /// Nil where the rules can't be followed: libical answers 0, Greenwich, where it does not know better, and lists every
    /// change of the clocks until 2035, however often they change.
    init?(_ component: Component) {
        let rules = component.children.filter { ["STANDARD", "DAYLIGHT"].contains($0.kind) }
        guard !rules.isEmpty, rules.count <= Self.mostRules, rules.allSatisfy(Self.canBeFollowed),
            rules.count(where: { $0.first("RRULE") != nil }) <= Self.mostRepeated,
            let handle = Self.zone(Self.recent(component).text)
        else { return nil }
        self.handle = handle
        offsets = Set(rules.flatMap { $0.lines.compactMap(Self.offset) })
    }

    deinit { icaltimezone_free(handle, 1) }

    private static func zone(_ text: String) -> OpaquePointer? {
        _ = ICal.isReady
        guard let component = icalparser_parse_string(text) else { return nil }
        if icalcomponent_isa(component) == ICAL_VTIMEZONE_COMPONENT, let zone = icaltimezone_new() {
            // The zone owns the component if it takes it: it takes none without a TZID.
            if icaltimezone_set_component(zone, component) != 0 { return zone }
            icaltimezone_free(zone, 1)
        }
        icalcomponent_free(component)
        return nil
    }

    /// More than any real zone had changes of the law.
    private static let mostRules = 1000
    /// Each is counted year by year.
    private static let mostRepeated = 60

    /// Exchange begins its rules in 1601, and libical counts every year from there, which takes 10 ms. A rule that repeats
    /// each year for ever is the same rule if it begins later.
    private static func recent(_ zone: Component) -> Component {
        var zone = zone
        for index in zone.children.indices where isForEver(zone.children[index]) {
            zone.children[index].lines = zone.children[index].lines.map { line in
                var line = line
                let prefix = Array("DTSTART:".utf8)
                let digits = line.bytes.dropFirst(prefix.count).prefix(8)
                guard line.bytes.starts(with: prefix), digits.count == 8,
                    String(decoding: digits, as: UTF8.self) < "1990",
                    !digits.suffix(4).elementsEqual("0229".utf8)
                else { return line }
                line.bytes.replaceSubrange(prefix.count..<prefix.count + 4, with: "\(firstYear)".utf8)
                return line
            }
        }
        return zone
    }

    private static let firstYear = 1990

    private static func isForEver(_ rule: Component) -> Bool {
        guard let line = rule.first("RRULE"), rule.all("RRULE").count == 1 else { return false }
        let parts = String(decoding: line.bytes, as: UTF8.self).uppercased().split { $0 == ":" || $0 == ";" }
        return !parts.contains { part in
            part.hasPrefix("UNTIL=") || part.hasPrefix("COUNT=")
                || part.hasPrefix("INTERVAL=") && part != "INTERVAL=1"
        }
    }

    static func name(of component: Component) -> String {
        guard let line = component.first("TZID") else { return "" }
        let value = line.bytes.drop { $0 != UInt8(ascii: ":") }.dropFirst()
        // A TEXT here, with a backslash before each comma; a parameter where it is used, without.
        return String(decoding: value, as: UTF8.self).replacing("\\", with: "")
    }

    /// Seconds east of Greenwich when the wall shows this; nil where libical makes up an offset of its own, and for
    /// times long before any invitation.
    func offset(at wall: WallTime) -> Int? {
        let (year, month, day) = wall.day.components
        guard year > Self.firstYear else { return nil }
        var time = icaltimetype()
        time.year = Int32(year)
        time.month = Int32(month)
        time.day = Int32(day)
        time.hour = Int32(wall.second / 3600)
        time.minute = Int32(wall.second / 60 % 60)
        time.second = Int32(wall.second % 60)
        let offset = Int(icaltimezone_get_utc_offset(handle, &time, nil))
        return offsets.contains(offset) ? offset : nil
    }

    /// It has a beginning and an offset, and if it repeats, then on few days of each year.
    private static func canBeFollowed(_ rule: Component) -> Bool {
        guard rule.first("DTSTART") != nil,
            rule.lines.contains(where: { $0.name == "TZOFFSETTO" && offset($0) != nil })
        else { return false }
        let repetitions = rule.all("RRULE")
        return repetitions.count <= 2
            && repetitions.allSatisfy { isYearly(String(decoding: $0.bytes, as: UTF8.self).uppercased()) }
    }

    /// On few days of each year, at one time of the day: Lotus Notes writes `BYHOUR=2;BYMINUTE=0`.
    private static func isYearly(_ rule: String) -> Bool {
        let parts = rule.drop { $0 != ":" }.dropFirst().split(separator: ";")
        return parts.contains("FREQ=YEARLY")
            && parts.allSatisfy { part in
                let name = part.prefix { $0 != "=" }
                if ["BYSECOND", "BYMINUTE", "BYHOUR", "BYMONTH", "BYDAY"].contains(name) {
                    return !part.contains(",")
                }
                // The Sunday that falls on one of seven days.
                if name == "BYMONTHDAY" { return part.split(separator: ",").count <= 7 }
                return !["BYYEARDAY", "BYWEEKNO", "RSCALE"].contains(name)
            }
    }

    /// `+0100` or `-083012` (RFC 5545 3.3.14).
    private static func offset(_ line: ContentLine) -> Int? {
        guard line.name == "TZOFFSETTO" || line.name == "TZOFFSETFROM" else { return nil }
        let value = String(decoding: line.bytes.drop { $0 != UInt8(ascii: ":") }.dropFirst(), as: UTF8.self)
            .drop { $0 == " " }
        let sign = value.first == "-" ? -1 : 1
        guard value.first == "+" || value.first == "-" else { return nil }
        let digits = value.dropFirst().filter { $0 != ":" && $0 != " " }
        guard digits.count == 4 || digits.count == 6, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(digits.count == 4 ? digits + "00" : digits)
        else { return nil }
        let (hours, minutes, seconds) = (number / 10_000, number / 100 % 100, number % 100)
        guard hours <= 15, minutes < 60, seconds < 60 else { return nil }
        return sign * (hours * 3600 + minutes * 60 + seconds)
    }
}
