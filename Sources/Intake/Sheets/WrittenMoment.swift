import Etiquette
import Foundation
import Text

/// A cell that says when: a day, a time of day, or both, as far as the cell alone tells.
struct WrittenMoment {
    let date: WrittenDay?
    /// The day behind an arrow or a dash, where one is written there.
    let lastDate: WrittenDay?
    let time: WrittenTime?
    /// In which the time is; nil where the cell doesn't say.
    let zone: WrittenZone?

    /// Nil where the cell says neither.
    /// - Parameter year: that of dates that are written without one.
    init?(_ cell: String, year: Int? = nil) {
        let words = cell.singleSpaced
        // No moment is written longer than a program writes both ends of it, zones and all.
        guard words.count <= Self.longest else { return nil }
        let text = Self.arrows.reduce(words) { $0.replacing($1, with: "→") }
        guard let found = Self.whole(text, year) ?? Self.span(text, year) else { return nil }
        self = found
    }

    private init(date: WrittenDay?, lastDate: WrittenDay? = nil, time: WrittenTime?, zone: WrittenZone?) {
        (self.date, self.lastDate, self.time, self.zone) = (date, lastDate, time, zone)
    }

    private static let longest = 200
    private static let arrows = ["->", "=>", "⟶", "➔", "➜", "⇒", "–>"]

    /// Both ends in one, as in `October 20, 2026 2:00 PM → 3:00 PM (GMT+1)`, or one moment.
    private static func whole(_ text: String, _ year: Int?) -> WrittenMoment? {
        if let programs = ofProgram(text) { return programs }
        let plain = Substring(text.replacing(" → ", with: "-").replacing("→", with: "-"))
        if let (date, time) = parts(of: plain, year) {
            return WrittenMoment(date: date, time: time, zone: nil)
        }
        var rest = plain
        guard let zone = WrittenZone(takenFromEndOf: &rest), let (date, time) = parts(of: rest, year),
            time != nil
        else { return nil }
        return WrittenMoment(date: date, time: time, zone: zone)
    }

    /// `2026-11-20T15:00:00.000Z`, `2026-11-20 15:00:00+01:00`: an offset at once behind the time, as programs write it.
    private static func ofProgram(_ text: String) -> WrittenMoment? {
        let pattern = /(\d{4}-\d\d-\d\d)([T ])(\d\d:\d\d)(:\d\d)?(?:\.\d{1,9})?(Z|[+-]\d\d:?\d\d)/
        guard let match = text.wholeMatch(of: pattern) else { return nil }
        // `10:00-11:00` says until when; programs write an offset behind seconds, or the day with a T.
        let isSpan = match.2 == " " && match.4 == nil && match.5.hasPrefix("-")
        var day = match.1
        guard !isSpan, let date = WrittenDay(takenFrom: &day), let zone = WrittenZone(match.5),
            let time = WrittenTime("\(match.3)\(match.4 ?? "")")
        else { return nil }
        return WrittenMoment(date: date, time: time, zone: zone)
    }

    /// Two moments with an arrow or a dash between them, each with its own date or zone.
    private static func span(_ text: String, _ year: Int?) -> WrittenMoment? {
        for mark in ["→", " – ", " — ", " - ", " to ", " until ", " bis "] {
            guard let range = text.range(of: mark),
                let first = whole(text[..<range.lowerBound].trimmingCharacters(in: .whitespaces), year),
                let last = whole(text[range.upperBound...].trimmingCharacters(in: .whitespaces), year),
                let joined = first.joined(to: last)
            else { continue }
            return joined
        }
        return nil
    }

    private func joined(to last: WrittenMoment) -> WrittenMoment? {
        guard date != nil, zone == nil || last.zone == nil || zone == last.zone else { return nil }
        let both = (time, last.time)
        switch both {
        case (let first?, let second?):
            guard let time = first.until(second) else { return nil }
            return WrittenMoment(date: date, lastDate: last.date, time: time, zone: zone ?? last.zone)
        case (nil, nil): return WrittenMoment(date: date, lastDate: last.date, time: nil, zone: nil)
        default: return nil
        }
    }

    private static func parts(of text: Substring, _ year: Int?) -> (WrittenDay?, WrittenTime?)? {
        if let time = WrittenTime(text) { return (nil, time) }
        var rest = text
        if let date = WrittenDay(takenFrom: &rest, year: year) {
            let behind = bare(rest)
            if behind.isEmpty { return (date, nil) }
            return WrittenTime(behind).map { (date, $0) }
        }
        // The time may stand first.
        let words = text.split(separator: " ")
        for count in words.indices.dropFirst() {
            var rest = Substring(words[count...].joined(separator: " "))
            guard let time = WrittenTime(words[..<count].joined(separator: " ")),
                let date = WrittenDay(takenFrom: &rest, year: year), bare(rest).isEmpty
            else { continue }
            return (date, time)
        }
        return nil
    }

    /// Without what stands between a date and a time.
    private static func bare(_ text: Substring) -> String {
        var rest = text.trimmingCharacters(in: CharacterSet(charactersIn: " ,;()@|"))
        for link in ["T", "at ", "um ", "à ", "a las "] where rest.hasPrefix(link) {
            rest.removeFirst(link.count)
        }
        return rest
    }
}
