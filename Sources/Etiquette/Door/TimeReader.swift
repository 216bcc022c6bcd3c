import Foundation
import Text

/// Reads times and days as people write them: `15:00`, `3.30 pm`, `now`, `yesterday 3pm`, `Monday 15:00`, `20/10/2026 15:00`,
/// `20 Oct 15.00`, `in two weeks`. What may mean several things is never guessed. The form of ISO 8601 (`EndedTime`) means
/// what it says, whatever the moment.
package struct TimeReader: Sendable {
    /// Whether what is read has happened: `Monday` is the last one then, else the coming one.
    package enum Tense: Sendable { case past, future }

    package let now: Date
    let zone: TimeZone
    let tense: Tense

    /// - Parameters:
    ///   - now: from which `today` and the like are counted.
    ///   - zone: in which the clock hangs that the writer looks at.
    package init(at now: Date, in zone: TimeZone, _ tense: Tense) {
        self.now = now
        self.zone = zone
        self.tense = tense
    }

    /// What a text was understood as.
    package struct Understood: Hashable, Sendable {
        package let time: ZonedTime
        /// The clocks went back over it, and the later of the two was taken: the form of ISO 8601 has always meant that.
        package let wasTwice: Bool
        /// Written out as ISO 8601, so that nothing about it was understood from now and here.
        package let isExact: Bool
    }

    /// - Throws: `.notATime`, `.noSuchTime`, `.lacksClock`, `.wrongWeekday`, `.ambiguousTime`, and for the past `.notYet`, the
    ///   form of ISO 8601 excepted: whoever takes it decides of that.
    package func moment(_ text: String) throws(InputProblem) -> Understood {
        let words = text.singleSpaced
        guard words.utf8.count <= 60 else { throw .notATime(text) }
        do throws(InputProblem) {
            let (time, wasTwice) = try EndedTime.parse(words, zone: zone)
            return Understood(time: time, wasTwice: wasTwice, isExact: true)
        } catch .notATime {
            return Understood(time: try spoken(words.lowercased(), as: text), wasTwice: false, isExact: false)
        }
    }

    /// - Throws: `.notADay`, `.wrongWeekday`, `.ambiguousDay`.
    package func day(_ text: String) throws(InputProblem) -> Day {
        if let day = Day(text) { return day }
        let words = text.singleSpaced
        guard words.utf8.count <= 60, !words.isEmpty,
            let expression = DayExpression(words.lowercased(), today: today, tense)
        else { throw .notADay(text) }
        return try only(expression.days, of: expression, as: text) { .ambiguousDay(text, $0) }
    }

    var today: Day { WallTime(at: now, in: zone).day }
}

extension TimeReader {
    private func spoken(_ words: String, as text: String) throws(InputProblem) -> ZonedTime {
        if let time = sinceNow(words) { return try passed(time, instead: [], as: text) }
        guard let (expression, seconds) = parts(of: words) else {
            guard DayExpression(words, today: today, tense) == nil || words.isEmpty else {
                throw .lacksClock(text)
            }
            throw .notATime(text)
        }
        if let wrong = expression.wrong { throw .wrongWeekday(text, wrong) }
        guard !expression.days.isEmpty else { throw .notATime(text) }
        let times = try times(expression.days, seconds, as: text)
        let time = try only(likely(times, expression), of: expression, as: text) { .ambiguousTime(text, $0) }
        let instead = expression.instead.flatMap { day in instants(of: day, time.wall.second) }
        return try passed(time, instead: instead, as: text)
    }

    /// `now`, `2 hours ago`, `in 20 minutes`, to the minute.
    private func sinceNow(_ words: String) -> ZonedTime? {
        let minute = (now.timeIntervalSince1970 / 60).rounded(.down) * 60
        if ["now", "just now", "right now"].contains(words) {
            return ZonedTime(instant: Date(timeIntervalSince1970: minute), zone: zone)
        }
        guard let distance = WrittenDistance(words), case .minutes(let minutes) = distance.length else {
            return nil
        }
        let seconds = Double(minutes * 60) * (distance.isBack ? -1 : 1)
        return ZonedTime(instant: Date(timeIntervalSince1970: minute + seconds), zone: zone)
    }

    /// Day and time of day, whichever comes first; a time of day alone is of today.
    private func parts(of words: String) -> (DayExpression, [Int])? {
        if let seconds = Self.clock(words) { return (DayExpression(ofClockAlone: today, tense), seconds) }
        let parts = words.split(separator: " ")
        for cut in parts.indices.dropFirst() {
            let (first, last) = (
                parts[..<cut].joined(separator: " "), parts[cut...].joined(separator: " ")
            )
            for (day, clock) in [(first, last), (last, first)] {
                guard let seconds = Self.clock(clock), let day = DayExpression(day, today: today, tense),
                    !day.isDate || clock.contains(where: { !$0.isNumber })
                else { continue }
                return (day, seconds)
            }
        }
        return nil
    }

    /// Seconds since midnight that a text may mean: two where it may be of the morning or of the afternoon.
    private static func clock(_ words: String) -> [Int]? {
        var rest = Substring(words.trimmingCharacters(in: CharacterSet(charactersIn: " ,;@")))
        for link in ["at ", "about "] where rest.hasPrefix(link) { rest = rest.dropFirst(link.count) }
        if ["noon", "midday", "12 noon"].contains(rest) { return [12 * 3600] }
        if rest.utf8.count <= 2, let hour = Int(rest), hour < 24, rest.allSatisfy(\.isNumber) {
            // `15` is no hour of twelve; `0` is no hour that anybody says.
            return hour > 12 ? [hour * 3600] : hour > 0 ? [hour % 12 * 3600, (hour % 12 + 12) * 3600] : nil
        }
        if rest.utf8.count == 4, rest.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            rest = rest.prefix(2) + ":" + rest.suffix(2)
        }
        guard let time = WrittenTime(rest), time.second == nil else { return nil }
        return time.mayBeAfternoon ? [time.first, time.first + 12 * 3600] : [time.first]
    }

    private func times(_ days: [Day], _ seconds: [Int], as text: String) throws(InputProblem) -> [ZonedTime] {
        let times = days.flatMap { day in seconds.flatMap { instants(of: day, $0) } }
        guard !times.isEmpty else { throw .noSuchTime(text, zone: zone.identifier) }
        return times
    }

    /// None where the clocks went forward over it, two where they went back.
    private func instants(of day: Day, _ second: Int) -> [ZonedTime] {
        let instants: [Date] =
            switch WallTime(day: day, second: second).occurrence(in: zone) {
            case .once(let instant): [instant]
            case .twice(let earlier, let later): [earlier, later]
            case .never: []
            }
        return instants.map { ZonedTime(instant: $0, zone: zone) }
    }

    /// Of morning and afternoon of a day that is sure, only those that can be: what has ended ended before now.
    private func likely(_ times: [ZonedTime], _ expression: DayExpression) -> [ZonedTime] {
        guard expression.days.count == 1 else { return times }
        let possible = times.filter { ($0.instant <= now) == (tense == .past) }
        return possible.isEmpty ? times : possible
    }

    private func only<Meaning: Hashable>(
        _ meanings: [Meaning], of expression: DayExpression, as text: String,
        _ problem: ([Meaning]) -> InputProblem
    ) throws(InputProblem) -> Meaning {
        if let wrong = expression.wrong { throw .wrongWeekday(text, wrong) }
        guard let first = meanings.first else { throw .notADay(text) }
        guard meanings.count == 1 else { throw problem(meanings) }
        return first
    }

    private func passed(_ time: ZonedTime, instead: [ZonedTime], as text: String) throws(InputProblem)
        -> ZonedTime
    {
        guard tense == .past, time.instant > now else { return time }
        throw .notYet(text, time, instead: instead.filter { $0.instant <= now })
    }
}
