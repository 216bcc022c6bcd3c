import Foundation

/// The line that begins a mail in an mbox file: `From `, who sent it, and when (RFC 4155, appendix A). It is read as
/// strictly as mail servers read it, by its date: prose begins with the same word.
struct FromLine {
    /// When the mail came; where the line has no zone, as is usual, taken for UTC.
    let received: Date

    static let mark = Array("From ".utf8)
    /// Longer ones nobody writes.
    static let longest = 500

    /// - Parameters:
    ///   - line: without its line feed.
    ///   - isApart: it stands at the beginning of the file or behind an empty line, where `jane at example.org` is taken
    ///     for a sender, too.
    init?(_ line: some Collection<UInt8>, isApart: Bool) {
        guard line.starts(with: Self.mark), line.count <= Self.longest else { return nil }
        let words = String(decoding: line.dropFirst(Self.mark.count), as: UTF8.self)
            .split(whereSeparator: \.isWhitespace).map(String.init)
        guard let weekday = words.indices.dropFirst().first(where: { Self.isWeekday(words[$0]) }),
            weekday == 1 || isApart && weekday == 3 && words[1] == "at",
            let date = Self.date(Array(words[(weekday + 1)...]))
        else { return nil }
        received = date
    }

    private static func isWeekday(_ word: String) -> Bool {
        let name = word.hasSuffix(",") ? word.dropLast() : word[...]
        return ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].contains(name.lowercased())
    }

    /// `Nov 19 10:00:00 2026`, with or without seconds and a zone, or `19 Nov 2026 10:00:00`.
    private static func date(_ words: [String]) -> Date? {
        guard words.count >= 4 else { return nil }
        let isDayFirst = words[0].first?.isNumber == true
        let (day, month) = isDayFirst ? (words[0], words[1]) : (words[1], words[0])
        guard let at = words[2...].prefix(2).firstIndex(where: { $0.contains(":") }) else { return nil }
        let rest = words[2...].prefix(5).filter { $0 != words[at] }
        guard let year = rest.first(where: { $0.count == 4 && $0.allSatisfy(\.isNumber) }) else { return nil }
        let others = rest.filter { $0 != year }
        guard others.first.map(isZone) ?? true else { return nil }
        let zone = others.first.flatMap { "+-".contains($0.prefix(1)) && $0.count == 5 ? $0 : nil } ?? "+0000"
        let time = words[at].split(separator: ":").count == 2 ? words[at] + ":00" : words[at]
        return IMAPDate.date("\(day)-\(month)-\(year) \(time) \(zone)")
    }

    /// A zone, or `remote from` of UUCP.
    private static func isZone(_ word: String) -> Bool {
        word == "remote"
            || (2...5).contains(word.count)
                && word.allSatisfy { $0.isUppercase || "+-".contains($0) || $0.isNumber }
    }
}
