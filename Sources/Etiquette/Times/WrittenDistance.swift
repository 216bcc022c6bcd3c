/// How far from now something lies, as people write it: `2 hours ago`, `in three days`.
struct WrittenDistance {
    /// Minutes of the clock, or days of the calendar.
    enum Length: Equatable { case minutes(Int), days(Int) }

    let length: Length
    let isBack: Bool

    /// - Parameter words: in lower case, with single spaces.
    init?(_ words: String) {
        var parts = words.split(separator: " ")
        if parts.last == "ago" {
            isBack = true
            parts.removeLast()
        } else if parts.first == "in" {
            isBack = false
            parts.removeFirst()
        } else {
            return nil
        }
        if parts == ["half", "an", "hour"] {
            length = .minutes(30)
            return
        }
        guard parts.count == 2, let count = Self.number(parts[0]), let unit = Self.units[parts[1].singular]
        else { return nil }
        switch unit {
        case .minutes(let minutes): length = .minutes(count * minutes)
        case .days(let days): length = .days(count * days)
        }
    }

    private static let units: [Substring: Length] = [
        "minute": .minutes(1), "min": .minutes(1), "hour": .minutes(60), "hr": .minutes(60), "day": .days(1),
        "week": .days(7), "fortnight": .days(14),
    ]
    private static let names = [
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    ]

    private static func number(_ word: Substring) -> Int? {
        if let number = names[String(word)] { return number }
        guard word.utf8.count <= 3, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(word)
    }
}

extension Substring {
    fileprivate var singular: Substring { hasSuffix("s") ? dropLast() : self }
}
