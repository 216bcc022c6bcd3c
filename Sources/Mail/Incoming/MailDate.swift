import Etiquette
import Foundation

/// The moment in a Date header (RFC 5322 3.3, and the obsolete forms of 4.3).
enum MailDate {
    /// nil where no moment can be read.
    static func date(_ text: String) -> Date? {
        let words = withoutComments(text.prefix(200)).split { $0 == " " || $0 == "," }
        guard let dayAt = words.firstIndex(where: { (1...2).contains($0.count) && Int($0) != nil }),
            dayAt + 3 < words.count, let day = Int(words[dayAt]),
            let month = month(words[dayAt + 1].prefix(3)),
            let year = year(words[dayAt + 2]), let time = time(words[dayAt + 3]),
            let date = Day(year: year, month: month, day: day)
        else { return nil }
        let offset = dayAt + 4 < words.count ? offset(words[dayAt + 4]) ?? zone(words[dayAt + 4]) : 0
        return Date(timeIntervalSince1970: Double(date.number * 86_400 + time - offset))
    }

    private static func withoutComments(_ text: Substring) -> String {
        var depth = 0
        return text.reduce(into: "") { result, character in
            if character == "(" { depth += 1 }
            if depth == 0 { result.append(character) }
            if character == ")" { depth = max(0, depth - 1) }
        }
    }

    static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// 1 to 12.
    static func month(_ name: Substring) -> Int? {
        months.firstIndex { $0.lowercased() == name.lowercased() }.map { $0 + 1 }
    }

    /// Years of two and three digits as RFC 5322 4.3 reads them.
    private static func year(_ word: Substring) -> Int? {
        guard word.count <= 4, let number = Int(word), number >= 0 else { return nil }
        if word.count == 2 { return number < 50 ? 2000 + number : 1900 + number }
        return word.count == 3 ? 1900 + number : number
    }

    /// Seconds since midnight; a leap second counts as the last.
    private static func time(_ word: Substring) -> Int? {
        let parts = word.split(separator: ":").map { Int($0) ?? -1 }
        guard (2...3).contains(parts.count), (0...23).contains(parts[0]), (0...59).contains(parts[1]) else {
            return nil
        }
        let seconds = parts.count == 3 ? parts[2] : 0
        guard (0...60).contains(seconds) else { return nil }
        return parts[0] * 3_600 + parts[1] * 60 + min(seconds, 59)
    }

    /// Seconds east of Greenwich, of `-0700` and its like.
    static func offset(_ text: Substring) -> Int? {
        guard text.utf8.count == 5, let sign = text.first, sign == "+" || sign == "-",
            let digits = Int(text.dropFirst()), digits >= 0
        else { return nil }
        return (sign == "-" ? -1 : 1) * (digits / 100 * 3600 + digits % 100 * 60)
    }

    /// The same of a zone's name; one that is not known counts as Greenwich.
    private static func zone(_ word: Substring) -> Int {
        let hours = ["EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7]
        return (hours[word.uppercased()] ?? 0) * 3_600
    }
}
