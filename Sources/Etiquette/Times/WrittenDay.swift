import Foundation
import Text

/// In which order a date of three numbers is written.
package enum DateOrder: String, Hashable, Sendable, CaseIterable {
    case dmy, mdy, ymd
}

/// A day as people write it, as far as the text alone tells which it is.
package struct WrittenDay {
    /// Every day that it may be, by the order that makes it so; a single entry under every order where only one
    /// reading is possible.
    package let days: [DateOrder: Day]
    /// 0 is Monday; nil where none is named.
    package let weekday: Int?
    /// Day and month are there, and may be of any year.
    package let lacksYear: Bool

    /// Takes the date off the beginning of a text, or off its end where a time stands before it.
    /// - Parameter year: that of dates that are written without one.
    /// - Returns: nil where no date is there.
    package init?(takenFrom text: inout Substring, year: Int? = nil) {
        var rest = text
        rest.trim()
        var weekday = Self.takeWeekday(&rest)
        rest.trim()
        let numbers = Self.takeNumbers(&rest).map(Optional.some)
        guard let days = numbers ?? Self.takeWords(&rest, year) else { return nil }
        rest.trim()
        if weekday == nil { weekday = Self.takeWeekday(&rest) }
        (self.days, self.weekday, lacksYear) = (days ?? [:], weekday, days == nil)
        rest.trim()
        text = rest
    }

    /// Whether the calendar agrees with the weekday that is named.
    package func agrees(_ day: Day) -> Bool { weekday.map { $0 == day.weekday } ?? true }

    private static func same(_ day: Day?) -> [DateOrder: Day]? {
        day.map { day in Dictionary(uniqueKeysWithValues: DateOrder.allCases.map { ($0, day) }) }
    }

    // MARK: - 03/04/2026

    private static func takeNumbers(_ text: inout Substring) -> [DateOrder: Day]? {
        var rest = text
        guard let first = rest.takeNumber(), let mark = rest.first, "-/.".contains(mark) else { return nil }
        rest.removeFirst()
        rest.trim()
        guard let second = rest.takeNumber(), rest.first == mark else { return nil }
        rest.removeFirst()
        rest.trim()
        guard let third = rest.takeNumber(), !(rest.first?.isNumber ?? false) else { return nil }
        if rest.first == ".", first.digits == 4 { rest.removeFirst() }
        text = rest
        var days = days(first, second, third)
        // With full stops nobody writes a year of two figures first.
        if mark == ".", first.digits <= 2 { days?[.ymd] = nil }
        return days
    }

    private typealias Number = (value: Int, digits: Int)

    private static func days(_ first: Number, _ second: Number, _ third: Number) -> [DateOrder: Day]? {
        guard second.digits <= 2 else { return nil }
        switch (first.digits, third.digits) {
        case (4, 1...2): return same(Day(year: first.value, month: second.value, day: third.value)) ?? [:]
        case (1...2, 4):
            return [
                .dmy: Day(year: third.value, month: second.value, day: first.value),
                .mdy: Day(year: third.value, month: first.value, day: second.value),
            ].compactMapValues(\.self)
        case (1...2, 2):
            // No interview was in another century.
            return [
                .dmy: Day(year: 2000 + third.value, month: second.value, day: first.value),
                .mdy: Day(year: 2000 + third.value, month: first.value, day: second.value),
                .ymd: first.digits == 2
                    ? Day(year: 2000 + first.value, month: second.value, day: third.value) : nil,
            ].compactMapValues(\.self)
        default: return nil
        }
    }

    // MARK: - 4 March 2026, March 4, 2026

    /// - Returns: nil where no date is there, and nothing within where it has no year.
    private static func takeWords(_ text: inout Substring, _ usual: Int?) -> [DateOrder: Day]?? {
        var rest = text
        let dayFirst = rest.takeDayOfMonth()
        rest.trim()
        if let link = ["de ", "of "].first(where: { rest.lowercased().hasPrefix($0) }) {
            rest.removeFirst(link.count)
        }
        guard let month = takeName(&rest, among: months) else { return nil }
        rest.trim()
        guard let day = dayFirst ?? rest.takeDayOfMonth() else { return nil }
        rest.trim()
        if let link = ["de ", "del "].first(where: { rest.lowercased().hasPrefix($0) }) {
            rest.removeFirst(link.count)
        }
        let year = takeYear(&rest, mayBeShort: dayFirst != nil) ?? usual
        text = rest
        return .some(year.map { same(Day(year: $0, month: month, day: day)) ?? [:] })
    }

    /// Four figures, or two where they can be nothing else: the hour of `4 March 14:00` is none.
    private static func takeYear(_ text: inout Substring, mayBeShort: Bool) -> Int? {
        var rest = text
        guard let year = rest.takeNumber(), !(rest.first?.isNumber ?? false) else { return nil }
        if year.digits == 4 {
            text = rest
            return year.value
        }
        let behind = rest.drop { $0 == " " }.lowercased()
        let isClock = ":.-–".contains(behind.first ?? " ") && behind.dropFirst().first?.isNumber ?? false
        let unit = behind.prefix { $0.isLetter }
        let isHour = isClock || ["h", "a", "am", "p", "pm", "uhr", "hrs", "hours", "noon"].contains(unit)
        guard year.digits == 2, mayBeShort, !isHour else { return nil }
        text = rest
        return 2000 + year.value
    }

    /// 0 for `Monday` or `mon`; nil for anything else.
    package static func weekday(named word: some StringProtocol) -> Int? {
        var rest = Substring(word)
        let number = takeWeekday(&rest)
        return rest.isEmpty ? number : nil
    }

    private static func takeWeekday(_ text: inout Substring) -> Int? {
        takeName(&text, among: weekdays)
    }

    /// 1 for `January` or `jan`; nil for anything else.
    package static func month(named word: some StringProtocol) -> Int? {
        var rest = Substring(word)
        let number = takeName(&rest, among: months)
        return rest.isEmpty ? number : nil
    }

    private static func takeName(_ text: inout Substring, among names: [String: Int]) -> Int? {
        let word = text.prefix { $0.isLetter }
        guard let number = names[word.lowercased().precomposedStringWithCanonicalMapping] else { return nil }
        text = text[word.endIndex...]
        return number
    }

    private static let names = PhraseFile(PackageResources.months_txt).lines
    private static let months = Dictionary(
        names.compactMap { line in Int(line.section).map { (line.text, $0) } }, uniquingKeysWith: { $1 })
    private static let weekdays = Dictionary(
        names.compactMap { line in
            line.section.hasPrefix("day ") ? Int(line.section.dropFirst(4)).map { (line.text, $0) } : nil
        }, uniquingKeysWith: { $1 })
}

extension Substring {
    /// White space and what stands between the parts of a date, off the beginning; white space off the end.
    mutating func trim() {
        self = drop { $0.isWhitespace || ",.-/".contains($0) && self.count > 1 }
        while last?.isWhitespace ?? false { removeLast() }
    }

    /// Up to four ASCII digits off the beginning.
    mutating func takeNumber() -> (value: Int, digits: Int)? {
        let digits = prefix { $0.isASCII && $0.isNumber }
        guard (1...4).contains(digits.count), let value = Int(digits) else { return nil }
        self = self[digits.endIndex...]
        return (value, digits.count)
    }

    /// `4`, `4.`, `4th`, `1er`; nothing where the number is no day.
    fileprivate mutating func takeDayOfMonth() -> Int? {
        var rest = self
        guard let number = rest.takeNumber(), number.digits <= 2, rest.first != ":" else { return nil }
        let suffix = rest.prefix { $0.isLetter }
        if ["st", "nd", "rd", "th", "er"].contains(suffix.lowercased()) {
            rest = rest[suffix.endIndex...]
        }
        self = rest
        return number.value
    }
}
