import Etiquette
import Foundation

/// When the interview of a row ended, as far as its cells tell. A time is never made up.
struct RowTimes {
    let cells: RowCells
    /// How the dates of each column are written.
    let orders: [Int: DateOrder]
    let answers: SheetAnswers
    let home: TimeZone

    typealias End = (time: ZonedTime, wasTwice: Bool)

    enum Reading {
        case known(End)
        /// A day, and no time.
        case needsTime
        /// When it began, and neither its end nor its length.
        case needsLength
    }

    /// Whether the row tells of an interview at all: without a day it is an application.
    var hasDay: Bool {
        get throws(SheetRefusal) {
            if try !cells.text(.date).isEmpty { return true }
            if try !cells.text(.ended).isEmpty { return true }
            guard cells.columns.first(.date) == nil, cells.columns.first(.ended) == nil else { return false }
            return try !cells.text(.startTime).isEmpty
        }
    }

    func end() throws(SheetRefusal) -> Reading {
        let zone = try zone()
        if let exact = try moment(.ended)?.exact { return .known(try door(exact, zone, .ended)) }
        let began = try began(zone)
        let day = try dayOfEnd(began?.day)
        if let clock = try endClock() {
            if let began, (began.day ?? day, began.clock) >= (day, clock.second) {
                throw SheetRefusal(.endsBeforeStart, at: cells.place(clock.column))
            }
            return .known(try moment(day, clock.second, zone, clock.column))
        }
        if let start = began {
            let told = try length()
            guard let length = told ?? answers.length else { return .needsLength }
            let begin =
                if let exact = start.exact { exact } else {
                    try moment(day, start.clock, zone, start.column).time
                }
            return .known((ZonedTime(instant: begin.instant + Double(length), zone: zone), false))
        }
        guard let time = answers.time else { return .needsTime }
        return .known(try moment(day, time, zone, cells.columns.first(.date) == nil ? .ended : .date))
    }

    private func dayOfEnd(_ began: Day?) throws(SheetRefusal) -> Day {
        if let day = try day(.ended) ?? began { return day }
        for column in [ColumnMeaning.date, .startTime] {
            if let day = try day(column) { return day }
        }
        let place = cells.columns.first(.date) != nil ? ColumnMeaning.date : .ended
        throw SheetRefusal(.notADate, at: cells.place(place), value: try cells.text(place))
    }

    func decisionBy() throws(SheetRefusal) -> Day? { try day(.decisionBy) }

    // MARK: - Parts

    private struct Beginning {
        let day: Day?
        let clock: Int
        let exact: ZonedTime?
        let column: ColumnMeaning
    }

    private func began(_ zone: TimeZone) throws(SheetRefusal) -> Beginning? {
        for column in [ColumnMeaning.startTime, .date] {
            guard let moment = try moment(column) else { continue }
            if let exact = moment.exact {
                let time = try door(exact, zone, column).time
                return Beginning(day: time.wall.day, clock: time.wall.second, exact: time, column: column)
            }
            if let time = moment.time {
                return Beginning(day: try day(.date), clock: time.first, exact: nil, column: column)
            }
        }
        return nil
    }

    /// The time of day of the end, and the column that tells it.
    private func endClock() throws(SheetRefusal) -> (second: Int, column: ColumnMeaning)? {
        for column in [ColumnMeaning.ended, .endTime] {
            if let time = try moment(column)?.time { return (time.second ?? time.first, column) }
        }
        for column in [ColumnMeaning.startTime, .date] {
            if let second = try moment(column)?.time?.second { return (second, column) }
        }
        return nil
    }

    private func length() throws(SheetRefusal) -> Int? {
        let text = try cells.text(.length)
        guard !text.isEmpty else { return nil }
        guard let seconds = WrittenLength.seconds(text) else {
            throw SheetRefusal(.notALength, at: cells.place(.length), value: text)
        }
        return seconds
    }

    private func zone() throws(SheetRefusal) -> TimeZone {
        let text = try cells.text(.timeZone)
        guard !text.isEmpty else { return home }
        guard let zone = ZoneNames.zone(text) else {
            throw SheetRefusal(.unknownZone, at: cells.place(.timeZone), value: text)
        }
        return zone
    }

    /// - Throws: where something stands in the cell that is no time.
    private func moment(_ column: ColumnMeaning) throws(SheetRefusal) -> WrittenMoment? {
        let text = try cells.text(column)
        guard !text.isEmpty else { return nil }
        guard let moment = WrittenMoment(text) else {
            let isClock = column == .startTime || column == .endTime
            throw SheetRefusal(isClock ? .notATime : .notADate, at: cells.place(column), value: text)
        }
        return moment
    }

    private func day(_ column: ColumnMeaning) throws(SheetRefusal) -> Day? {
        guard let index = cells.columns.first(column), let moment = try moment(column) else { return nil }
        func refusal(_ fault: SheetProblem.Fault, _ value: String) -> SheetRefusal {
            SheetRefusal(fault, at: cells.place(column), value: value)
        }
        let text = try cells.text(column)
        if let exact = moment.exact { return try door(exact, try zone(), column).time.wall.day }
        guard let date = moment.date else {
            // A time alone: the day stands in another column.
            if column == .startTime || column == .ended { return nil }
            throw refusal(.notADate, text)
        }
        guard !date.days.isEmpty else { throw refusal(.notADate, text) }
        let order = orders[index] ?? .dmy
        guard let day = date.days[order] else { throw refusal(.notADateInOrder(order), text) }
        guard date.agrees(day) else { throw refusal(.wrongWeekday, text) }
        return day
    }

    private func door(
        _ exact: String, _ zone: TimeZone, _ column: ColumnMeaning
    ) throws(SheetRefusal) -> End {
        do throws(InputProblem) {
            return try EndedTime.parse(exact, zone: zone)
        } catch {
            throw SheetRefusal(.notADate, at: cells.place(column), value: exact)
        }
    }

    private func moment(
        _ day: Day, _ second: Int, _ zone: TimeZone, _ column: ColumnMeaning
    ) throws(SheetRefusal) -> End {
        switch WallTime(day: day, second: second).occurrence(in: zone) {
        case .once(let instant): return (ZonedTime(instant: instant, zone: zone), false)
        case .twice(_, let later): return (ZonedTime(instant: later, zone: zone), true)
        case .never:
            throw SheetRefusal(
                .noSuchTime(zone: zone.identifier), at: cells.place(column), value: try cells.text(column))
        }
    }
}
