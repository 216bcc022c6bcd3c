import Etiquette
import Foundation

/// A cell that says when: a day, a time of day, or both, as far as the cell alone tells.
struct WrittenMoment {
    let date: WrittenDate?
    let time: WrittenTime?
    /// A moment with its offset from Greenwich, in the form that the door for times takes.
    let exact: String?

    /// Nil where the cell says neither.
    init?(_ cell: String) {
        let text = Substring(cell.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        if let exact = Self.exact(text) {
            (self.exact, date, time) = (exact, nil, nil)
            return
        }
        guard let (date, time) = Self.parts(of: text) else { return nil }
        (self.date, self.time, exact) = (date, time, nil)
    }

    /// `2026-11-20T15:00:00.000Z`, `2026-11-20 15:00:00+01:00`.
    private static func exact(_ text: Substring) -> String? {
        let pattern = /(\d{4}-\d\d-\d\d)([T ])(\d\d:\d\d)(:\d\d)?(?:\.\d{1,9})?(Z|[+-]\d\d:?\d\d)/
        guard let match = text.wholeMatch(of: pattern) else { return nil }
        let (day, mark, clock, seconds, zone) = (match.1, match.2, match.3, match.4 ?? "", match.5)
        let offset = zone.count == 5 ? zone.prefix(3) + ":" + zone.suffix(2) : zone
        // `10:00-11:00` says until when; programs write an offset behind seconds, or the day with a T.
        let isSpan = mark == " " && seconds.isEmpty && offset.hasPrefix("-")
        return isSpan ? nil : "\(day)T\(clock)\(seconds)\(offset)"
    }

    private static func parts(of text: Substring) -> (WrittenDate?, WrittenTime?)? {
        if let time = WrittenTime(text) { return (nil, time) }
        var rest = text
        if let date = WrittenDate(takenFrom: &rest) {
            let behind = bare(rest)
            if behind.isEmpty { return (date, nil) }
            return WrittenTime(behind).map { (date, $0) }
        }
        // The time may stand first.
        let words = text.split(separator: " ")
        for count in words.indices.dropFirst() {
            var rest = Substring(words[count...].joined(separator: " "))
            guard let time = WrittenTime(words[..<count].joined(separator: " ")),
                let date = WrittenDate(takenFrom: &rest), bare(rest).isEmpty
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
