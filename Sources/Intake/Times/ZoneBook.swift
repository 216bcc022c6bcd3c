import Etiquette
import Foundation

/// The zones of one calendar: those that it describes, and those that everybody knows.
final class ZoneBook {
    /// A moment, and what is not certain about it.
    struct Reading {
        let time: ZonedTime
        var questions: [Question] = []
    }

    private let home: TimeZone
    /// `X-WR-TIMEZONE`: the zone of the whole calendar, as Google and Apple write it.
    private let calendarZone: String?
    /// By name: two zones of one name are one too many.
    private let described: [String: [Component]]
    private var followed: [String: ICalZone] = [:]
    /// More than the meetings of one calendar are held in.
    private static let mostFollowed = 60

    init(_ calendar: Component, home: TimeZone) {
        self.home = home
        if let line = calendar.first("X-WR-TIMEZONE"), let name = ICalProperty(line)?.value, !name.isEmpty {
            calendarZone = name
        } else {
            calendarZone = nil
        }
        let zones = calendar.children.filter { $0.kind == "VTIMEZONE" }
        described = Dictionary(grouping: zones) { Self.key(of: ICalZone.name(of: $0)) }
    }

    /// When the wall of the named zone shows a time; nil for a day. What can't be told for certain is read as likely, and
    /// asked about.
    func reading(_ time: CalendarTime) -> Reading? {
        switch time {
        case .day: nil
        case .utc(let wall, nil): Reading(time: ZonedTime(instant: wall.instant(east: 0), zone: zoneForUTC))
        case .utc(let wall, let name?): inUTC(wall, beside: name)
        case .wall(let wall, let name?): reading(wall, in: name)
        case .wall(let wall, nil): floating(wall)
        }
    }

    /// Midnight, where nothing tells a time of the day.
    func beginning(of day: Day) -> ZonedTime {
        let zone = zoneForUTC
        return ZonedTime(instant: WallTime(day: day, second: 0).firstInstant(in: zone), zone: zone)
    }

    private func floating(_ wall: WallTime) -> Reading {
        if let calendarZone { return reading(wall, in: calendarZone) }
        return assumed(wall, .floating(assumed: home.identifier))
    }

    /// Read at home, since nobody knows where.
    private func assumed(_ wall: WallTime, _ question: Question) -> Reading {
        Reading(time: ZonedTime(instant: wall.firstInstant(in: home), zone: home), questions: [question])
    }

    /// A time in UTC may bear no zone (RFC 5545 3.2.19). Where both mean one moment, either is right.
    private func inUTC(_ wall: WallTime, beside name: String) -> Reading {
        var reading = reading(wall, in: name)
        let isKnown = reading.questions != [.unknownZone(written: name, assumed: home.identifier)]
        if isKnown, reading.time.instant == wall.instant(east: 0) { return reading }
        reading.questions = [.zoneBesideUTC(name: name)]
        return reading
    }

    private func reading(_ wall: WallTime, in name: String) -> Reading {
        let known = ZoneNames.zone(name)
        guard let components = described[Self.key(of: name)], let component = components.first else {
            guard let known else {
                return assumed(wall, .unknownZone(written: name, assumed: home.identifier))
            }
            return Reading(time: ZonedTime(instant: wall.firstInstant(in: known), zone: known))
        }
        guard let known else { return reading(wall, by: components, named: name) }
        var reading = Reading(time: ZonedTime(instant: wall.firstInstant(in: known), zone: known))
        // A description that can't be followed matters only where the name is not known.
        if let offset = zone(component)?.offset(at: wall), !wall.isShown(in: known, east: offset) {
            let usual = known.secondsFromGMT(for: reading.time.instant)
            reading.questions = [.zoneDisagrees(name: name, inFile: offset, known: usual)]
        }
        return reading
    }

    /// A zone that only the file knows: its rules tell the moment, and zones that share them a name.
    private func reading(
        _ wall: WallTime, by components: [Component], named name: String
    ) -> Reading {
        guard Set(components.map(\.text)).count == 1, let component = components.first,
            let rules = zone(component), let offset = rules.offset(at: wall)
        else { return assumed(wall, .unknownZone(written: name, assumed: home.identifier)) }
        let instant = wall.instant(east: offset)
        // What the rules were made from, as libical and tzurl.org note it.
        for hint in ["X-LIC-LOCATION", "TZURL"] {
            guard let line = component.first(hint), let location = ICalProperty(line)?.value,
                let zone = ZoneNames.zone(location), zone.secondsFromGMT(for: instant) == offset
            else { continue }
            return Reading(time: ZonedTime(instant: instant, zone: zone))
        }
        let time = ZonedTime(instant: instant, zone: home)
        guard home.secondsFromGMT(for: instant) != offset else { return Reading(time: time) }
        let candidates = Self.zones(like: rules, around: wall)
        return Reading(time: time, questions: [.zone(written: name, candidates: candidates)])
    }

    /// Nil where the description can't be followed.
    private func zone(_ component: Component) -> ICalZone? {
        let key = Self.key(of: ICalZone.name(of: component))
        if let zone = followed[key] { return zone }
        guard followed.count < Self.mostFollowed, let zone = ICalZone(component) else { return nil }
        followed[key] = zone
        return zone
    }

    /// Zones that show the same time all year round, the best known first.
    private static func zones(like rules: ICalZone, around wall: WallTime) -> [String] {
        let probes = [-182, -91, 0, 91, 182].map {
            WallTime(day: wall.day.adding(days: $0), second: wall.second)
        }
        let offsets = probes.map { rules.offset(at: $0) }
        return ZoneNames.representatives.filter { name in
            guard let zone = try? TimeZone.iana(name) else { return false }
            return zip(probes, offsets).allSatisfy { wall, offset in
                offset.map { wall.isShown(in: zone, east: $0) } ?? false
            }
        }
    }

    /// A time in UTC hangs on no wall: the calendar's zone, the only one that the file describes, or the user's.
    private var zoneForUTC: TimeZone {
        if let zone = calendarZone.flatMap(ZoneNames.zone) { return zone }
        let names = described.count == 1 ? described.values.flatMap { $0.map(ICalZone.name) } : []
        return names.first.flatMap(ZoneNames.zone) ?? home
    }

    private static func key(of name: String) -> String {
        name.trimmingCharacters(in: CharacterSet(charactersIn: "\"' \t")).lowercased()
    }
}

extension WallTime {
    /// The moment at which a wall shows this that hangs so many seconds east of Greenwich.
    func instant(east offset: Int) -> Date {
        Date(timeIntervalSince1970: Double(day.number * 86_400 + second - offset))
    }

    /// The first of two moments, where the clocks go back; where they go forward, what a clock would show that went on
    /// (RFC 5545 3.3.5).
    func firstInstant(in zone: TimeZone) -> Date {
        switch occurrence(in: zone) {
        case .once(let instant), .twice(let instant, _), .never(let instant): instant
        }
    }

    /// Whether the wall shows this with that offset; where it shows it twice or never, either is right.
    func isShown(in zone: TimeZone, east offset: Int) -> Bool {
        guard case .once(let instant) = occurrence(in: zone) else { return true }
        return instant == self.instant(east: offset)
    }
}
