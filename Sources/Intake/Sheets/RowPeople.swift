import Etiquette
import Foundation
import Text

/// Whom a row names: one cell for all of them, columns with numbers, or both.
struct RowPeople {
    let cells: RowCells

    init(_ cells: RowCells) { self.cells = cells }

    /// Everybody who interviewed, with what was told of the conversation with each.
    func panel() throws(SheetRefusal) -> [SheetPerson] {
        var people = try members()
        if let addresses = try panelAddresses(of: people) {
            people = zip(people, addresses).map { $0.having($1) }
        }
        try tell(nil, to: &people)
        return people
    }

    /// Nil where nobody is named.
    func contact() throws(SheetRefusal) -> SheetPerson? {
        if try panelAddresses(of: members()) != nil { return nil }
        let text = try written(.contact).text
        let people =
            QuotedName(text) == nil && text.contains(where: { $0 == ";" || $0.isNewline })
            ? [] : try people(.contact, .contactEmail)
        guard people.count == 1 || people.isEmpty && text.isEmpty else {
            throw SheetRefusal(.severalContacts, at: cells.place(.contact), value: text)
        }
        guard var contact = people.first else { return nil }
        for telling in ColumnMeaning.Telling.allCases {
            let column = ColumnMeaning.contactTold(telling)
            let text = try cells.text(column)
            if !text.isEmpty { contact.told[telling] = try admitted(text, telling, at: cells.place(column)) }
        }
        return contact
    }

    /// What stands in the contact's column of addresses, where nobody is named as the contact and it fits those of the
    /// panel, one by one, who have none; nil where it is the contact's.
    private func panelAddresses(of people: [SheetPerson]) throws(SheetRefusal) -> [EmailAddress]? {
        guard !people.isEmpty, people.allSatisfy({ $0.address == nil }), try written(.contact).text.isEmpty
        else { return nil }
        let column = ColumnMeaning.contactEmail
        let addresses = try SheetPeople.addresses(in: cells.text(column), at: cells.place(column))
        let names = people.compactMap(\.name)
        guard addresses.count == people.count, names.count == people.count,
            zip(names, addresses).allSatisfy({ name, address in
                !address.looksShared && NamesRight.agreement(name: name, address: address) == .fits
            })
        else { return nil }
        return addresses
    }

    /// Nil first, which is the column without a number; then those in use.
    private var numbers: [Int?] {
        let numbers = cells.columns.meanings.compactMap { meaning -> Int? in
            switch meaning {
            case .interviewer(let number), .interviewerGiven(let number), .interviewerFamily(let number),
                .interviewerEmail(let number), .told(_, let number):
                number
            default: nil
            }
        }
        return [nil] + Set(numbers).sorted()
    }

    private func members() throws(SheetRefusal) -> [SheetPerson] {
        var people: [SheetPerson] = []
        for number in numbers { people += try group(number) }
        return people
    }

    private func group(_ number: Int?) throws(SheetRefusal) -> [SheetPerson] {
        var people = try people(.interviewer(number), .interviewerEmail(number))
        if number != nil { try tell(number, to: &people) }
        return people
    }

    /// What the columns of one number tell of the conversations.
    private func tell(_ number: Int?, to people: inout [SheetPerson]) throws(SheetRefusal) {
        for telling in ColumnMeaning.Telling.allCases {
            let column = ColumnMeaning.told(telling, number)
            let text = try cells.text(column)
            if !text.isEmpty { try give(text, telling, at: cells.place(column), to: &people) }
        }
    }

    private func people(
        _ name: ColumnMeaning, _ address: ColumnMeaning
    ) throws(SheetRefusal) -> [SheetPerson] {
        let (text, column) = try written(name)
        let place = cells.place(column ?? address)
        let written =
            if case .interviewer(nil) = name { try SheetPeople.all(in: text, at: place) } else {
                try SheetPeople.one(in: text, at: place)
            }
        let addresses = try SheetPeople.addresses(in: cells.text(address), at: cells.place(address))
        var people: [SheetPerson] = []
        for one in try SheetPeople.join(written, addresses, at: cells.place(address)) {
            people.append(try SheetPeople.admit(one, at: place))
        }
        return people
    }

    /// What stands in the column of a name, or in the two of its parts, and the first of these columns.
    private func written(_ name: ColumnMeaning) throws(SheetRefusal) -> (text: String, column: ColumnMeaning?)
    {
        let whole = try cells.text(name)
        guard whole.isEmpty, let given = name.having(.given), let family = name.having(.family),
            cells.columns.first(given) != nil
        else { return (whole, cells.columns.first(name).map { _ in name }) }
        let first = try pieces(cells.text(given))
        let last = try pieces(cells.text(family))
        guard first.count == last.count || last.isEmpty else {
            throw SheetRefusal(
                .otherNumberOfLastNames, at: cells.place(family), value: try cells.text(family))
        }
        let names = first.indices.map { index in
            last.isEmpty ? first[index] : "\(first[index]) \(last[index])"
        }
        return (names.joined(separator: "; "), given)
    }

    private func pieces(_ text: String) -> [String] {
        text.split { $0 == ";" || $0.isNewline }.map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { !$0.isEmpty }
    }

    // MARK: - What was told

    private func give(
        _ text: String, _ telling: ColumnMeaning.Telling, at place: SheetPlace, to people: inout [SheetPerson]
    ) throws(SheetRefusal) {
        if people.count == 1 {
            people[0].told[telling] = try admitted(text, telling, at: place)
            return
        }
        // A sentence may have a semicolon of its own.
        let lines = text.split(whereSeparator: \.isNewline)
        let pieces = telling == .say && lines.count > 1 ? lines : lines.flatMap { $0.split(separator: ";") }
        for piece in pieces where !piece.allSatisfy(\.isWhitespace) {
            guard let (index, own) = told(String(piece), people) else {
                let names = people.map { $0.name ?? $0.address?.text ?? "" }
                throw SheetRefusal(.whoseTalkingPoint(people: names), at: place, value: String(piece))
            }
            people[index].told[telling] = try admitted(own, telling, at: place)
        }
    }

    /// `Jane Okafor: the open-data portal`, with a name or an address of these people before the first mark.
    private func told(_ piece: String, _ people: [SheetPerson]) -> (index: Int, point: String)? {
        guard let mark = piece.firstIndex(where: { $0 == ":" || $0 == "=" }) else { return nil }
        let who = piece[..<mark].trimmingCharacters(in: .whitespaces)
        let index = people.firstIndex { person in
            person.name == who || person.address?.key == who.lowercased()
        }
        return index.map { ($0, String(piece[piece.index(after: mark)...])) }
    }

    /// On one line, and as the door takes it.
    private func admitted(
        _ text: String, _ telling: ColumnMeaning.Telling, at place: SheetPlace
    ) throws(SheetRefusal) -> String {
        let line = text.singleSpaced
        do throws(InputProblem) {
            return try telling.field.admit(line)
        } catch {
            throw SheetRefusal(.refused(error), at: place, value: line)
        }
    }
}

extension ColumnMeaning.Telling {
    fileprivate var field: Field {
        switch self {
        case .talkingPoint: .talkingPoint
        case .say: .ownSentence
        case .greeting: .salutation
        }
    }
}
