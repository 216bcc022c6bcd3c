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
        let began = try began()
        let day = try dayOfEnd(began?.day)
        if let end = try endClock() {
            let ended = try moment(end.day ?? day, end, zone)
            if let began, try self.moment(began.day ?? day, began, zone).time.instant >= ended.time.instant {
                throw SheetRefusal(.endsBeforeStart, at: cells.place(end.column))
            }
            return .known(ended)
        }
        if let began {
            let told = try length()
            guard let length = told ?? answers.length else { return .needsLength }
            let begin = try moment(began.day ?? day, began, zone).time
            return .known((ZonedTime(instant: begin.instant + Double(length), zone: begin.zone), false))
        }
        guard let time = answers.time else { return .needsTime }
        let column = cells.columns.first(.date) == nil ? ColumnMeaning.ended : .date
        return .known(try moment(day, Clock(day: nil, second: time, zone: nil, column: column), zone))
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

    /// A time of day, with the day that its cell names, and the column that tells it.
    private struct Clock {
        let day: Day?
        let second: Int
        let zone: WrittenZone?
        let column: ColumnMeaning
    }

    private func began() throws(SheetRefusal) -> Clock? {
        for column in [ColumnMeaning.startTime, .date] {
            guard let moment = try moment(column), let time = moment.time else { continue }
            let day = try column == .startTime && moment.date != nil ? day(column) : day(.date)
            return Clock(day: day, second: time.first, zone: moment.zone, column: column)
        }
        return nil
    }

    private func endClock() throws(SheetRefusal) -> Clock? {
        for column in [ColumnMeaning.ended, .endTime] {
            guard let moment = try moment(column), let time = moment.time else { continue }
            return Clock(
                day: try lastDay(column), second: time.second ?? time.first, zone: moment.zone, column: column
            )
        }
        for column in [ColumnMeaning.startTime, .date] {
            guard let moment = try moment(column), let second = moment.time?.second else { continue }
            return Clock(day: try lastDay(column), second: second, zone: moment.zone, column: column)
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
        guard let moment = WrittenMoment(text, year: answers.year) else {
            let isClock = column == .startTime || column == .endTime
            throw SheetRefusal(isClock ? .notATime : .notADate, at: cells.place(column), value: text)
        }
        return moment
    }

    private func day(_ column: ColumnMeaning) throws(SheetRefusal) -> Day? {
        guard let moment = try moment(column) else { return nil }
        let text = try cells.text(column)
        guard let date = moment.date else {
            // A time alone: the day stands in another column.
            if column == .startTime || column == .ended { return nil }
            throw SheetRefusal(.notADate, at: cells.place(column), value: text)
        }
        let day = try day(date, column, text)
        // Several days, and no time on any of them.
        if moment.time == nil, let last = try lastDay(column), last != day {
            throw SheetRefusal(.notADate, at: cells.place(column), value: text)
        }
        return day
    }

    /// The day behind an arrow.
    private func lastDay(_ column: ColumnMeaning) throws(SheetRefusal) -> Day? {
        guard let date = try moment(column)?.lastDate else { return nil }
        return try day(date, column, cells.text(column))
    }

    private func day(
        _ date: WrittenDay, _ column: ColumnMeaning, _ text: String
    ) throws(SheetRefusal) -> Day {
        func refusal(_ fault: SheetProblem.Fault) -> SheetRefusal {
            SheetRefusal(fault, at: cells.place(column), value: text)
        }
        guard !date.days.isEmpty else { throw refusal(.notADate) }
        let order = cells.columns.first(column).flatMap { orders[$0] } ?? .dmy
        guard let day = date.days[order] else { throw refusal(.notADateInOrder(order)) }
        guard date.agrees(day) else { throw refusal(.wrongWeekday) }
        return day
    }

    private func moment(_ day: Day, _ clock: Clock, _ zone: TimeZone) throws(SheetRefusal) -> End {
        let wall = WallTime(day: day, second: clock.second)
        let end = clock.zone.map { $0.moment(wall, in: zone) } ?? WrittenZone.moment(wall, at: zone)
        if let end { return end }
        let fault: SheetProblem.Fault =
            switch clock.zone {
            case .letters?: .ambiguousZone
            case .place(let place)?: .noSuchTime(zone: place.identifier)
            case .offset?, nil: .noSuchTime(zone: zone.identifier)
            }
        throw SheetRefusal(fault, at: cells.place(clock.column), value: try cells.text(clock.column))
    }
}
