import Etiquette
import Foundation

/// A day and a time that stand together in a sentence, as `Tuesday 9 December at 10:30` or `10:30 on 9 December`.
struct SpokenMoment: Hashable {
    let day: Day
    let time: WrittenTime
    /// Nil where the sentence names none.
    let zone: WrittenZone?
    /// The weekday that stands there, 0 for Monday, where the calendar has another one for that date.
    let wrongWeekday: Int?

    /// Every moment of a sentence that can be read in one way only. A day that is the end of something (`by Friday`), one
    /// that has passed and one that may be two are left out.
    ///
    /// - Parameter written: the day on which the mail was written: a day without a year is the next one.
    static func all(in sentence: some StringProtocol, written: Day) -> [SpokenMoment] {
        Scan(sentence, written: written).moments
    }

    /// Days further ahead than anybody arranges an interview.
    private static let furthest = 200
    /// Characters of a sentence that are looked at.
    private static let longest = 2_000

    /// A day before its time is known.
    private struct FoundDay {
        let day: Day
        var wrongWeekday: Int?

        func at(_ time: WrittenTime, _ zone: WrittenZone?) -> SpokenMoment {
            SpokenMoment(day: day, time: time, zone: zone, wrongWeekday: wrongWeekday)
        }
    }

    /// The words of one sentence.
    private struct Scan {
        private let words: [Substring]
        private let written: Day
        private(set) var moments: [SpokenMoment] = []

        init(_ sentence: some StringProtocol, written: Day) {
            let text = String(sentence.prefix(SpokenMoment.longest)).filter { !"*_[]".contains($0) }
            words = text.replacing("–", with: "-").split(whereSeparator: \.isWhitespace)
            self.written = written
            var index = 0
            while index < words.count {
                guard let date = date(at: index) else {
                    index += 1
                    continue
                }
                if let day = date.found, let moment = moment(on: day, at: index..<date.end),
                    !moments.contains(moment)
                {
                    moments.append(moment)
                }
                index = date.end
            }
        }

        // MARK: - The day

        /// - Returns: where it ends, and the day itself where it is sure.
        private func date(at index: Int) -> (found: FoundDay?, end: Int)? {
            if let near = nearDay(at: index) { return near }
            let text = words[index..<endOfDate(from: index)].joined(separator: " ")
            let bare = text.drop { $0 == "(" }
            var rest = bare
            guard let date = WrittenDay(takenFrom: &rest) else { return nil }
            let taken = bare.dropLast(rest.count).split(separator: " ").count
            let end = index + max(taken, 1)
            // `08/12/2026 (Tuesday)`.
            let isThere = date.weekday == nil && end < words.count && plain(end).count > 2
            let behind = isThere ? WrittenDay.weekday(named: plain(end)) : nil
            let found = date.lacksYear ? next(bare, behind) : only(date, behind)
            return (found, behind == nil ? end : end + 1)
        }

        /// A date has seven words at most. "So" and "do" are weekdays in German before it, and words behind it.
        private func endOfDate(from index: Int) -> Int {
            let limit = min(index + 7, words.count)
            return (index + 1..<max(limit, index + 1)).first {
                let word = plain($0)
                return word.count < 3 && WrittenDay.weekday(named: word) != nil
            } ?? limit
        }

        /// The next such day: one of last month is past, and nobody means it. The weekday chooses, where it can.
        private func next(_ text: Substring, _ weekday: Int?) -> FoundDay? {
            let year = written.components.year
            let found = [year, year + 1].compactMap { year -> FoundDay? in
                var rest = text
                return WrittenDay(takenFrom: &rest, year: year).flatMap { only($0, weekday) }
            }
            return found.first { $0.wrongWeekday == nil } ?? found.first
        }

        private func only(_ date: WrittenDay, _ behind: Int?) -> FoundDay? {
            let days = Set(date.days.values.filter(isAhead))
            let weekday = date.weekday ?? behind
            let agreeing = weekday.map { weekday in days.filter { $0.weekday == weekday } } ?? days
            if agreeing.count == 1, let day = agreeing.first { return FoundDay(day: day) }
            guard days.count == 1, let day = days.first else { return nil }
            return FoundDay(day: day, wrongWeekday: weekday)
        }

        private func isAhead(_ day: Day) -> Bool {
            (0...SpokenMoment.furthest).contains(day.number - written.number)
        }

        /// `tomorrow`, or a weekday alone, which is that of the seven days ahead.
        private func nearDay(at index: Int) -> (found: FoundDay?, end: Int)? {
            let word = words[index].trimmingCharacters(in: .punctuationCharacters).lowercased()
            switch word {
            case "today": return (FoundDay(day: written), index + 1)
            case "tomorrow": return (FoundDay(day: written.adding(days: 1)), index + 1)
            default: break
            }
            guard word.count > 5, let weekday = WrittenDay.weekday(named: word) else { return nil }
            // With its date behind it, it is read as a whole.
            var rest = Substring(words[index..<endOfDate(from: index)].joined(separator: " "))
            guard WrittenDay(takenFrom: &rest) == nil else { return nil }
            let distance = (weekday - written.weekday + 7) % 7
            // Of today's name, and of "next Tuesday", nobody knows which of two is meant.
            let isDoubtful = distance == 0 || index > 0 && ["next", "following"].contains(plain(index - 1))
            return (isDoubtful ? nil : FoundDay(day: written.adding(days: distance)), index + 1)
        }

        // MARK: - Its time

        private func moment(on day: FoundDay, at date: Range<Int>) -> SpokenMoment? {
            guard !isEnd(before: date.lowerBound) else { return nil }
            return timeBehind(date.upperBound, on: day) ?? timeBefore(date.lowerBound, on: day)
        }

        private func timeBehind(_ end: Int, on day: FoundDay) -> SpokenMoment? {
            var start = end
            while start < min(end + 4, words.count), isLink(start) { start += 1 }
            guard let (time, stop) = time(at: start, before: words.count) else { return nil }
            return day.at(time, zone(of: words[start..<stop], behind: stop)?.zone)
        }

        private func timeBefore(_ end: Int, on day: FoundDay) -> SpokenMoment? {
            for start in max(0, end - 8)..<end {
                guard let (time, stop) = time(at: start, before: end) else { continue }
                var next = stop
                var zone: WrittenZone?
                if let named = self.zone(of: words[start..<stop], behind: stop) { (zone, next) = named }
                guard (next..<max(next, end)).allSatisfy(isLink), !isEnd(before: start) else { continue }
                return day.at(time, zone)
            }
            return nil
        }

        /// The longest time that begins at a word.
        private func time(at start: Int, before limit: Int) -> (WrittenTime, end: Int)? {
            guard start < limit, words[start].drop(while: { $0 == "(" }).first?.isNumber == true else {
                return nil
            }
            for end in (start + 1...min(start + 6, limit)).reversed() {
                let isBetween = start > 0 && plain(start - 1) == "between"
                var text = Self.bare(words[start..<end].joined(separator: " "))
                if isBetween { text = text.replacing(" and ", with: "-") }
                if let time = WrittenTime(text) { return (time, end) }
            }
            return nil
        }

        /// What names the zone behind a time, with its brackets.
        private func zone(of time: ArraySlice<Substring>, behind end: Int) -> (zone: WrittenZone, end: Int)? {
            for count in [3, 2, 1] where end + count <= words.count {
                let text = (time + words[end..<end + count]).joined(separator: " ")
                var rest = text.hasSuffix(")") ? Substring(text) : Substring(Self.bare(text))
                let own = Self.bare(time.joined(separator: " "))
                guard let zone = WrittenZone(takenFromEndOf: &rest), Self.bare(String(rest)) == own else {
                    continue
                }
                return (zone, end + count)
            }
            return nil
        }

        private static func bare(_ text: String) -> String {
            text.trimmingCharacters(in: CharacterSet(charactersIn: " ,;:!?()")).trimmingFullStop
        }

        private func isLink(_ index: Int) -> Bool {
            words[index].allSatisfy(\.isPunctuation) || AgreementWords.links.contains(plain(index))
        }

        private func isEnd(before index: Int) -> Bool {
            index > 0 && AgreementWords.beforeDay.contains(plain(index - 1))
        }

        private func plain(_ index: Int) -> String {
            words[index].lowercased().trimmingCharacters(in: CharacterSet(charactersIn: ",.;:()"))
        }
    }
}

extension String {
    /// Without the stop of its sentence; that of `p.m.` may go with it.
    fileprivate var trimmingFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
