import Etiquette
import Foundation
import Text

/// Reads the rows of a spreadsheet: first the dates of each column together, then row by row.
struct RowReading {
    let table: SheetTable
    let columns: SheetColumns
    let answers: SheetAnswers
    let home: TimeZone
    private(set) var rows: [SheetRow] = []
    private(set) var interviews: [SheetInterview] = []
    private(set) var refusals: [SheetRefusal] = []
    private(set) var questions: [SheetQuestion] = []
    private var orders: [Int: DateOrder] = [:]
    private var withoutTime: [Int] = []
    private var withoutLength: [Int] = []
    /// Rows with several rounds that don't tell who was at which.
    private var inDoubt: [Int] = []
    /// By the column that holds them: the rows with an address that may be of somebody who has none.
    private var strayAddresses: [Int: [Int]] = [:]
    /// Where the interviews are that were told already.
    private var known: [Key: Int] = [:]
    private var names = NameBook()

    /// The columns of each interview that a row may tell of.
    private let views: [SheetColumns]

    private struct Key: Hashable {
        let organisation: String
        let role: String
        let ended: Date
    }

    init(table: SheetTable, columns: SheetColumns, answers: SheetAnswers, home: TimeZone) {
        self.table = table
        self.columns = columns
        self.answers = answers
        self.home = home
        views = columns.rounds
    }

    private var data: ArraySlice<SheetTable.Row> { table.rows.dropFirst() }

    // MARK: - Dates

    /// Finds out in which order the dates of each column are written.
    mutating func readDates() {
        let dated: Set<ColumnMeaning> = [.date, .ended, .startTime, .decisionBy]
        for index in columns.meanings.indices
        where columns.meanings[index].map({ dated.contains($0.withoutRound) }) ?? false {
            readDates(of: index)
        }
    }

    private mutating func readDates(of index: Int) {
        var column = DateColumn()
        for row in data {
            let cells = RowCells(table: table, columns: columns, row: row)
            guard let text = try? cells.text(index), !text.isEmpty,
                let moment = WrittenMoment(text, year: answers.year)
            else { continue }
            let dates = [moment.date, moment.lastDate].compactMap(\.self)
            if dates.contains(where: \.lacksYear) {
                questions.append(.year(column: columns.names[index], example: text))
                return
            }
            for date in dates where !column.add(text, date) && answers.dateOrder == nil {
                refusals.append(SheetRefusal(.mixedOrders, at: cells.place(index), value: text))
                return
            }
        }
        if let order = answers.dateOrder ?? column.order {
            orders[index] = order
        } else if let doubt = column.doubt {
            questions.append(.dateOrder(column: columns.names[index], example: doubt))
        }
    }

    // MARK: - Rows

    mutating func readRows() {
        for row in data {
            let cells = RowCells(table: table, columns: columns, row: row)
            let label = (cells.label(.organisation), cells.label(.role))
            var outcomes: [SheetRow.Reading] = []
            do throws(SheetRefusal) {
                outcomes = try read(row)
            } catch {
                refusals.append(error)
                outcomes = [.unread]
            }
            rows += outcomes.map { outcome in
                SheetRow(
                    number: row.number, organisation: label.0 ?? answers.organisation ?? "",
                    role: label.1 ?? answers.role ?? "", outcome: outcome)
            }
        }
        ask()
    }

    private mutating func ask() {
        if let first = inDoubt.first {
            let names = columns.roundDates.map { columns.names[$0] }
            questions.append(.rounds(columns: names, rows: inDoubt.count, first: first))
        }
        for (column, rows) in strayAddresses.sorted(by: { $0.key < $1.key }) {
            guard let first = rows.first else { continue }
            questions.append(.addresses(column: columns.names[column], rows: rows.count, first: first))
        }
        if let first = withoutTime.first { questions.append(.time(rows: withoutTime.count, first: first)) }
        if let first = withoutLength.first {
            questions.append(.length(rows: withoutLength.count, first: first))
        }
    }

    /// Each interview that a row tells of; where it tells of none, why.
    private mutating func read(_ row: SheetTable.Row) throws(SheetRefusal) -> [SheetRow.Reading] {
        try RowCells(table: table, columns: columns, row: row).refuseSurplus()
        var dated: [RowCells] = []
        for view in views {
            let cells = RowCells(table: table, columns: view, row: row)
            if try times(of: cells).hasDay { dated.append(cells) }
        }
        guard !dated.isEmpty else {
            return [try read(RowCells(table: table, columns: views[0], row: row))]
        }
        if dated.count > 1, Self.areOfSeveral(dated) {
            inDoubt.append(row.number)
            return [.unread]
        }
        var outcomes: [SheetRow.Reading] = []
        for cells in dated { outcomes.append(try read(cells)) }
        return outcomes
    }

    /// People or times that may belong to any of several rounds.
    private static func areOfSeveral(_ rounds: [RowCells]) -> Bool {
        guard let first = rounds.first else { return false }
        return first.columns.names.indices.contains { column in
            rounds.count { $0.columns.meanings[column]?.isOfOneMeeting ?? false } > 1 && first.holds(column)
        }
    }

    private func times(of cells: RowCells) -> RowTimes {
        RowTimes(cells: cells, orders: orders, answers: answers, home: home)
    }

    private mutating func read(_ cells: RowCells) throws(SheetRefusal) -> SheetRow.Reading {
        let status = try RowStatus(cells)
        if status.isCalledOff { return .skipped(.calledOff) }
        let times = times(of: cells)
        guard try times.hasDay else { return .skipped(.noDate) }
        let people = try RowPeople(cells).panel()
        guard !people.isEmpty else { return .skipped(.nobody) }
        let organisation = try admitted(cells, .organisation, .organisation, answers.organisation)
        let role = try admitted(cells, .role, .role, answers.role)
        let end: RowTimes.End
        switch try times.end() {
        case .known(let known): end = known
        case .needsTime:
            withoutTime.append(cells.row.number)
            return .unread
        case .needsLength:
            withoutLength.append(cells.row.number)
            return .unread
        }
        let interview = SheetInterview(
            organisation: organisation, role: role, ended: end.time, wasTwice: end.wasTwice, people: people,
            contact: try RowPeople(cells).contact(), decisionBy: try times.decisionBy(),
            roleShort: try optional(cells, .roleShort, .roleShort),
            organisationAs: try optional(cells, .organisationAs, .organisationAs),
            voice: try cells.voice(),
            medium: SheetWords.medium(try cells.text(.medium)),
            viaAgency: try cells.isThroughAgency(), standing: status.standing,
            unknownStatuses: status.unknown, hasOwnMessages: try cells.hasOwnMessages(),
            exported: Int64(try cells.text(.interview)).map(Interview.ID.init(rawValue:)),
            place: cells.place(0))
        try names.check(interview.people + [interview.contact].compactMap(\.self))
        if interview.people.contains(where: { $0.address == nil }), !interview.isOver {
            for column in cells.strayAddresses where strayAddresses[column]?.last != cells.row.number {
                strayAddresses[column, default: []].append(cells.row.number)
            }
        }
        return try keep(interview, row: cells.row.number)
    }

    private func admitted(
        _ cells: RowCells, _ meaning: ColumnMeaning, _ field: Field, _ usual: String?
    ) throws(SheetRefusal) -> String {
        let column = columns.first(meaning)
        let text = if let column { try cells.text(column) } else { "" }
        guard let told = text.isEmpty ? usual : text else {
            throw SheetRefusal(.missing(meaning), at: cells.place(column ?? 0))
        }
        do throws(InputProblem) {
            return try field.admit(told)
        } catch {
            throw SheetRefusal(.refused(error), at: cells.place(column ?? 0), value: told)
        }
    }

    private func optional(
        _ cells: RowCells, _ meaning: ColumnMeaning, _ field: Field
    ) throws(SheetRefusal) -> String? {
        try cells.text(meaning).isEmpty ? nil : admitted(cells, meaning, field, nil)
    }

    /// People keep a row for each interviewer, too: what is one interview becomes one.
    private mutating func keep(
        _ interview: SheetInterview, row: Int
    ) throws(SheetRefusal) -> SheetRow.Reading {
        let key = Key(
            organisation: Sameness.form(of: interview.organisation), role: Sameness.form(of: interview.role),
            ended: interview.ended.instant)
        guard let index = known[key] else {
            known[key] = interviews.count
            interviews.append(interview)
            return .interview(interviews.count - 1)
        }
        try interviews[index].take(interview)
        return .joins(index)
    }
}

extension ColumnMeaning {
    /// It is of one meeting, even where the name of the column doesn't say of which.
    fileprivate var isOfOneMeeting: Bool {
        isOfPanel || [.startTime, .endTime, .ended].contains(self)
    }
}

extension SheetInterview {
    /// What another row tells of the same interview.
    fileprivate mutating func take(_ other: SheetInterview) throws(SheetRefusal) {
        let contradiction = SheetRefusal(.contradicts(row: place.row), at: other.place)
        for person in other.people {
            guard let index = people.firstIndex(where: { $0.key == person.key }) else {
                people.append(person)
                continue
            }
            for (telling, text) in person.told where text != people[index].told[telling] {
                guard people[index].told[telling] == nil else { throw contradiction }
                people[index].told[telling] = text
            }
        }
        if let contact, let told = other.contact, told.key != contact.key { throw contradiction }
        if let decisionBy, let told = other.decisionBy, told != decisionBy { throw contradiction }
        contact = contact ?? other.contact
        roleShort = roleShort ?? other.roleShort
        organisationAs = organisationAs ?? other.organisationAs
        voice = voice ?? other.voice
        medium = medium ?? other.medium
        decisionBy = decisionBy ?? other.decisionBy
        viaAgency = viaAgency || other.viaAgency
        if standing == .open { standing = other.standing }
        unknownStatuses += other.unknownStatuses.filter { !unknownStatuses.contains($0) }
        hasOwnMessages = hasOwnMessages || other.hasOwnMessages
        exported = exported ?? other.exported
    }
}

/// Under which name each address stood first: another one is a slip in one of the two (rule `names-right`).
private struct NameBook {
    private var names: [String: (name: String, row: Int)] = [:]

    mutating func check(_ people: [SheetPerson]) throws(SheetRefusal) {
        for person in people {
            guard let address = person.address?.key, let name = person.name else { continue }
            guard let former = names[address] else {
                names[address] = (name, person.place.row)
                continue
            }
            guard former.name == name else {
                throw SheetRefusal(
                    .otherName(former.name, row: former.row), at: person.place, value: name)
            }
        }
    }
}
