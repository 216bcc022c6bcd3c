import Etiquette
import Foundation
import Mail
import Text

/// Finds the day on which somebody is back. Days without a year are the next such day behind the mail's own.
struct ReturnDays {
    let phrases: MailPhrases

    /// The first that is stated, in the subject or the text.
    func day(in mail: IncomingMail) -> ReturnDay? {
        let written = mail.headers.date.map { WallTime(at: $0, in: .gmt).day }
        if let criteria = mail.headers.value("x-apple-criteria"),
            let day = criteria.firstMatch(of: /endDate=(\d{4}-\d\d-\d\d)/).flatMap({ Day($0.1) })
        {
            return ReturnDay(day: day, sentence: criteria)
        }
        let sentences = [mail.headers.subject[...]] + Sentences.of(mail.newText, in: .mail).prefix(60)
        var vague: ReturnDay?
        for sentence in sentences {
            guard let offset = lead(in: sentence) else { continue }
            let words = words(behind: offset, in: sentence)
            let shown = String(sentence.singleSpaced.prefix(300))
            if let day = day(in: words, written: written) { return ReturnDay(day: day, sentence: shown) }
            if vague == nil, words.contains(where: { $0.contains(where: \.isNumber) }) {
                vague = ReturnDay(day: nil, sentence: shown)
            }
        }
        return vague
    }

    /// Where in a sentence the day may begin: "until" leads to a day of return only where somebody is away, since offers
    /// and questions have their deadlines too.
    private func lead(in sentence: Substring) -> Int? {
        let found = phrases.index.matches(in: NormalText(sentence))
        guard found[.returning] != nil || found[.away] != nil || found[.automaticSubject] != nil else {
            return nil
        }
        return [found[.returning]?.offset, found[.until]?.offset].compactMap(\.self).min()
    }

    /// The words of the sentence from the lead on, in lower case, signs of punctuation taken away.
    private func words(behind offset: Int, in sentence: Substring) -> [String] {
        let rest = String(decoding: NormalText(sentence).bytes.dropFirst(offset), as: UTF8.self)
        return rest.split { $0 == " " || $0 == "," || $0 == "(" || $0 == ")" }.prefix(24).map { word in
            String(word[...].trimmingPunctuation)
        }
    }

    private func day(in words: [String], written: Day?) -> Day? {
        for index in words.indices {
            if let day = numeric(words[index], written: written) { return day }
            guard let number = Self.dayNumber(words[index]) else { continue }
            // "5 January", "5. de janeiro", and "January 5".
            let behind = words[(index + 1)...].prefix(3)
            if let place = behind.firstIndex(where: { phrases.months[$0] != nil }),
                let month = phrases.months[words[place]]
            {
                let year = words[(place + 1)...].prefix(2).lazy.compactMap(Self.year).first
                return resolved(day: number, month: month, year: year, written: written)
            }
            if index > 0, let month = phrases.months[words[index - 1]] {
                let year = words[(index + 1)...].prefix(1).lazy.compactMap(Self.year).first
                return resolved(day: number, month: month, year: year, written: written)
            }
        }
        return nil
    }

    /// `2027-01-05`, `05.01.2027`, `5.1.`, `2027年1月5日`, and `13/01` in either order if one cannot be a month.
    private func numeric(_ word: String, written: Day?) -> Day? {
        if let day = Day(word) { return day }
        if let match = word.firstMatch(of: /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/) {
            return resolved(
                day: Int(match.3) ?? 0, month: Int(match.2) ?? 0, year: match.1.flatMap { Int($0) },
                written: written)
        }
        if let match = word.wholeMatch(of: /(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d\d)?)?/) {
            return resolved(
                day: Int(match.1) ?? 0, month: Int(match.2) ?? 0,
                year: match.3.flatMap { Self.year(String($0)) }, written: written)
        }
        guard let match = word.wholeMatch(of: /(\d{1,2})[\/-](\d{1,2})(?:[\/-](\d{4}|\d\d))?/),
            let first = Int(match.1), let second = Int(match.2), first > 12 || second > 12 || first == second
        else { return nil }
        return resolved(
            day: max(first, second), month: min(first, second),
            year: match.3.flatMap { Self.year(String($0)) }, written: written)
    }

    private func resolved(day: Int, month: Int, year: Int?, written: Day?) -> Day? {
        if let year { return Day(year: year, month: month, day: day) }
        guard let written else { return nil }
        let own = written.components.year
        let next = [own, own + 1].lazy.compactMap { Day(year: $0, month: month, day: day) }.first {
            $0 >= written
        }
        return next
    }

    private static func year(_ word: String) -> Int? {
        guard let number = Int(word), number >= 0 else { return nil }
        if word.count == 2 { return 2000 + number }
        return (2000...2199).contains(number) ? number : nil
    }

    /// `5`, `5.`, `5th`, `1er`.
    private static func dayNumber(_ word: String) -> Int? {
        let digits = word.prefix(while: \.isNumber)
        guard (1...2).contains(digits.count), word.count <= digits.count + 2, !word.contains(":"),
            let number = Int(digits), (1...31).contains(number)
        else { return nil }
        return number
    }
}

extension Substring {
    var trimmingPunctuation: Substring {
        var part = self
        while let last = part.last, last == "." || last == "!" || last == ";" || last == ":" {
            part = part.dropLast()
        }
        return part
    }
}
