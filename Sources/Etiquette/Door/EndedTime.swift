import Foundation

/// Reads when an interview ended: `2026-11-20 15:00` or `2026-11-20T15:00`, with seconds or without, and with
/// an offset (`Z`, `+01:00`) where the writer wants to leave no doubt.
package enum EndedTime {
    /// The time in `zone`, and whether the clocks went back over it, so that the later of two was taken.
    /// - Throws: `.notATime` for another form, `.noSuchTime` where the clocks went forward over it.
    package static func parse(
        _ text: String, zone: TimeZone
    ) throws(InputProblem) -> (time: ZonedTime, wasTwice: Bool) {
        guard let written = Written(text) else { throw .notATime(text) }
        if let offset = written.offset {
            let asIfUTC = written.wall.day.number * 86_400 + written.wall.second
            let instant = Date(timeIntervalSince1970: Double(asIfUTC - offset))
            return (ZonedTime(instant: instant, zone: zone), false)
        }
        switch written.wall.occurrence(in: zone) {
        case .once(let instant): return (ZonedTime(instant: instant, zone: zone), false)
        case .twice(_, let later): return (ZonedTime(instant: later, zone: zone), true)
        case .never: throw .noSuchTime(text, zone: zone.identifier)
        }
    }
}

/// The parts of a written time.
private struct Written {
    let wall: WallTime
    /// Seconds east of Greenwich, where one was written.
    let offset: Int?

    init?(_ text: String) {
        guard let day = Day(text.prefix(10)), let separator = text.dropFirst(10).first,
            "T ".contains(separator)
        else { return nil }
        var clock = text.dropFirst(11)
        guard let offset = Self.takeOffset(from: &clock), let second = Self.second(of: clock) else {
            return nil
        }
        self.wall = WallTime(day: day, second: second)
        self.offset = offset
    }

    /// Takes `Z` or `+01:00` off the end; `.some(nil)` where neither stands there.
    private static func takeOffset(from clock: inout Substring) -> Int?? {
        if clock.last == "Z" {
            clock.removeLast()
            return 0
        }
        guard let sign = clock.firstIndex(where: { $0 == "+" || $0 == "-" }) else { return .some(nil) }
        let numbers = numbers(in: clock[sign...].dropFirst())
        // No zone was ever more than 14 hours from Greenwich since telegraphs made zones.
        guard let numbers, numbers.count == 2, numbers[1] < 60, numbers[0] * 60 + numbers[1] <= 14 * 60 else {
            return nil
        }
        let east = clock[sign] == "+" ? 1 : -1
        clock = clock[..<sign]
        return east * (numbers[0] * 3600 + numbers[1] * 60)
    }

    /// Seconds since midnight of `15:00` or `15:00:30`.
    private static func second(of clock: Substring) -> Int? {
        guard let numbers = numbers(in: clock), (2...3).contains(numbers.count), numbers[0] < 24,
            numbers.dropFirst().allSatisfy({ $0 < 60 })
        else { return nil }
        return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    }

    /// Pairs of ASCII digits with colons between them.
    private static func numbers(in text: Substring) -> [Int]? {
        var numbers: [Int] = []
        for part in text.split(separator: ":", omittingEmptySubsequences: false) {
            guard part.utf8.count == 2, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                let number = Int(part)
            else { return nil }
            numbers.append(number)
        }
        return numbers
    }
}
