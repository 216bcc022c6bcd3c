/// The time of day as people write it: when something begins, when it ends, or both.
package struct WrittenTime: Hashable {
    /// Seconds since midnight.
    package let first: Int
    /// Behind a dash, or `to`.
    package let second: Int?
    /// An hour of one figure, without am or pm or a unit: `3:30`, which may be of the afternoon.
    package let mayBeAfternoon: Bool

    /// Reads `14:00`, `2 pm`, `14.30 Uhr`, `14h30`, `14:00–15:00`, `2-3:30pm`; nil for anything else.
    package init?(_ text: some StringProtocol) {
        var rest = Substring(text.lowercased()).replacing("\u{202F}", with: " ")
        for mark in ["–", "—", " to ", " until ", " bis ", " à "] { rest = rest.replacing(mark, with: "-") }
        let parts = rest.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count) else { return nil }
        let clocks = parts.map { Clock(Substring($0)) }
        guard var first = clocks.first ?? nil, let last = clocks.last ?? nil else { return nil }
        // A number alone is no time; before a dash it has its unit behind it.
        guard !last.isBare else { return nil }
        if parts.count == 2, first.half == nil, let half = last.half {
            first.half = half
            // `11-1pm` begins in the morning.
            if let begin = first.second, let end = last.second, begin > end, half == .pm { first.half = .am }
        }
        guard let begin = first.second, let end = last.second else { return nil }
        self.first = begin
        second = parts.count == 2 ? end : nil
        mayBeAfternoon = first.mayBeAfternoon
    }

    private init(first: Int, second: Int) {
        (self.first, self.second, mayBeAfternoon) = (first, second, false)
    }

    /// From one time to another; nil where either is such a span itself.
    package func until(_ last: WrittenTime) -> WrittenTime? {
        second == nil && last.second == nil ? WrittenTime(first: first, second: last.first) : nil
    }

    private enum Half { case am, pm }

    private struct Clock {
        let hour: Int
        let rest: Int
        let isBare: Bool
        let mayBeAfternoon: Bool
        var half: Half?

        init?(_ text: Substring) {
            var text = text
            text.trim()
            if text.hasPrefix("at ") { text.removeFirst(3) }
            guard let hour = text.takeNumber(), hour.digits <= 2 else { return nil }
            var numbers: [Int] = []
            let isDotted = text.first == "."
            while numbers.count < 2, let mark = text.first, ":.h".contains(mark),
                text.dropFirst().first?.isNumber ?? false
            {
                text.removeFirst()
                guard let number = text.takeNumber(), number.digits == 2, number.value < 60 else {
                    return nil
                }
                numbers.append(number.value)
            }
            // `20.10.26` is a day.
            if numbers.count == 2, isDotted, numbers[1] != 0 { return nil }
            // `15:00:00.000`, as programs write it.
            if numbers.count == 2, text.first == ".", text.dropFirst().allSatisfy({ $0 == "0" }) { text = "" }
            let unit = text.filter { !$0.isWhitespace && $0 != "." }
            switch unit {
            case "am", "a": half = .am
            case "pm", "p": half = .pm
            case "noon" where hour.value == 12: half = .pm
            case "", "uhr", "h", "hrs", "hours": half = nil
            default: return nil
            }
            isBare = numbers.isEmpty && unit.isEmpty
            mayBeAfternoon = unit.isEmpty && hour.digits == 1 && hour.value > 0
            self.hour = hour.value
            rest = (numbers.first ?? 0) * 60 + (numbers.dropFirst().first ?? 0)
        }

        /// Nil where no clock shows it.
        var second: Int? {
            guard let half else { return hour < 24 ? hour * 3600 + rest : nil }
            guard (1...12).contains(hour) else { return nil }
            return ((hour % 12) + (half == .pm ? 12 : 0)) * 3600 + rest
        }
    }
}

/// How long an interview took, as a cell or the user writes it.
package enum WrittenLength {
    /// Seconds of `45m`, `1h`, `90 min`, `1:30`, `1h30`, `1.5 hours`, and of a number alone, which counts minutes; nil for
    /// anything else, for nothing and for more than a day.
    package static func seconds(_ text: String) -> Int? {
        var rest = Substring(text.lowercased()).drop(while: \.isWhitespace)
        guard let first = rest.takeNumber() else { return nil }
        var length: Int?
        if rest.first == ":", let minutes = Self.tail(rest.dropFirst(), allowing: ["", ":00", "h"]) {
            length = first.value * 3600 + minutes * 60
        } else if rest.first == ".", let half = Self.tail(rest.dropFirst(), allowing: hours),
            [5, 50].contains(half)
        {
            length = first.value * 3600 + 1800
        } else {
            let unit = rest.prefix { !$0.isNumber }.filter { !$0.isWhitespace }
            let behind = rest.drop { !$0.isNumber }
            if hours.contains(String(unit)) {
                let minutes = behind.isEmpty ? 0 : Self.tail(behind, allowing: minutes + [""])
                length = minutes.map { first.value * 3600 + $0 * 60 }
            } else if behind.isEmpty, minutes.contains(String(unit)) || unit.isEmpty {
                length = first.value * 60
            }
        }
        return length.flatMap { (60...86_400).contains($0) ? $0 : nil }
    }

    private static let hours = [
        "h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden", "heure", "heures",
    ]
    private static let minutes = ["m", "min", "mins", "minute", "minutes", "minuten", "'"]

    /// A number with one of these behind it, and nothing else.
    private static func tail(_ text: Substring, allowing units: [String]) -> Int? {
        var rest = text
        guard let number = rest.takeNumber(), number.value < 60,
            units.contains(rest.filter { !$0.isWhitespace && $0 != "." })
        else { return nil }
        return number.value
    }
}
