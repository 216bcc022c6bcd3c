import Etiquette
import Foundation

/// Somebody whom a row names.
package struct SheetPerson: Hashable, Sendable {
    /// Nil where only an address is there; who that is, the ledger may know.
    package let name: String?
    /// Nil where the row has none.
    package let address: EmailAddress?
    /// What was told of the conversation with this one person.
    package internal(set) var told: [ColumnMeaning.Telling: String] = [:]
    /// Why the name may not be as its owner writes it.
    package let doubts: Set<Invited.Doubt>
    /// Where the row names them.
    package let place: SheetPlace

    /// The same, with an address that stood elsewhere.
    func having(_ address: EmailAddress) -> SheetPerson {
        var person = SheetPerson(name: name, address: address, doubts: doubts, place: place)
        person.told = told
        return person
    }

    init(name: String?, address: EmailAddress?, doubts: Set<Invited.Doubt>, place: SheetPlace) {
        (self.name, self.address, self.doubts, self.place) = (name, address, doubts, place)
    }

    /// What was talked about with this one person.
    package var talkingPoint: String? { told[.talkingPoint] }

    /// What tells two people of one interview apart.
    var key: String { address?.key ?? name ?? "" }
}

/// The people of a cell, one by one; the addresses may stand beside the names or in a column of their own.
enum SheetPeople {
    /// Somebody before the door for names has seen them.
    struct Written: Hashable {
        var name: String
        var address: EmailAddress?
        /// It stood in quotation marks: exactly so it is meant.
        var isExact = false
    }

    /// In scalars: a name and an address, with room for what may stand around them. What is longer is refused before
    /// anything is done with it.
    private static let longest = 4 * Field.name.limit + 1200

    /// - Throws: what can't be read without guessing whom it names.
    static func all(in cell: String, at place: SheetPlace) throws(SheetRefusal) -> [Written] {
        var people: [Written] = []
        for piece in try pieces(of: cell, at: place) { people.append(try person(piece, at: place)) }
        return people
    }

    /// The one person of a column with a number, commas and all.
    static func one(in cell: String, at place: SheetPlace) throws(SheetRefusal) -> [Written] {
        guard !cell.isEmpty else { return [] }
        try checkLength(of: cell, at: place)
        guard !cell.contains(where: \.isNewline) else {
            throw SheetRefusal(.notAName, at: place, value: cell)
        }
        return [try person(cell, at: place)]
    }

    /// Addresses in a column of their own.
    static func addresses(in cell: String, at place: SheetPlace) throws(SheetRefusal) -> [EmailAddress] {
        var addresses: [EmailAddress] = []
        for piece in cell.split(whereSeparator: { ";,\n\r\r\n".contains($0) }) {
            let bare = piece.trimmingCharacters(in: CharacterSet(charactersIn: " \t<>"))
            if !bare.isEmpty { addresses.append(try address(bare, at: place)) }
        }
        return addresses
    }

    /// Names with the addresses of the column beside them: those that fit each other, else in their order.
    static func join(
        _ people: [Written], _ addresses: [EmailAddress], at place: SheetPlace
    ) throws(SheetRefusal) -> [Written] {
        guard !addresses.isEmpty else { return people }
        if people.isEmpty { return addresses.map { Written(name: "", address: $0) } }
        let own = people.compactMap(\.address)
        if own.count == people.count, own.map(\.key) == addresses.map(\.key) { return people }
        guard own.isEmpty, people.count == addresses.count else {
            throw SheetRefusal(.otherNumberOfAddresses(people: people.count), at: place)
        }
        guard let pairing = NamePairing(people.map(\.name), addresses).addresses else {
            throw SheetRefusal(
                .crossedAddresses, at: place, value: addresses.map(\.text).joined(separator: "; "))
        }
        return zip(people, pairing).map { Written(name: $0.name, address: $1, isExact: $0.isExact) }
    }

    /// As the door for names takes them.
    static func admit(_ written: Written, at place: SheetPlace) throws(SheetRefusal) -> SheetPerson {
        guard !written.name.isEmpty else {
            return SheetPerson(
                name: nil, address: written.address, doubts: [], place: place)
        }
        do {
            // What is wrong with it, in the door's own words.
            _ = try Field.name.admit(written.name)
        } catch {
            throw SheetRefusal(.refused(error), at: place, value: written.name)
        }
        let name = CommonName(written.name, of: written.address)
        if written.isExact {
            return SheetPerson(
                name: try? Field.name.admit(written.name), address: written.address,
                doubts: name.doubts.subtracting([.cleaned]), place: place)
        }
        guard let admitted = name.name, !written.name.contains(where: { ":;=<>@".contains($0) }) else {
            throw SheetRefusal(.notAName, at: place, value: written.name)
        }
        return SheetPerson(
            name: admitted, address: written.address, doubts: name.doubts, place: place)
    }

    // MARK: - One by one

    /// At semicolons and line breaks; at commas where they can't be part of a name. Nowhere in quotation marks.
    private static func pieces(of cell: String, at place: SheetPlace) throws(SheetRefusal) -> [String] {
        var cutter = PieceCutter()
        for character in cell {
            guard cutter.take(character) else { throw SheetRefusal(.notAName, at: place, value: cell) }
        }
        let trimmed = cutter.pieces.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        for piece in trimmed { try checkLength(of: piece, at: place) }
        guard let only = trimmed.first, trimmed.count == 1 else { return trimmed }
        return try names(in: only, at: place)
    }

    private static func checkLength(of piece: String, at place: SheetPlace) throws(SheetRefusal) {
        // By bytes first: to count letters takes longer than to see that there are too many.
        guard piece.utf8.count > longest, piece.unicodeScalars.count > longest else { return }
        let problem = InputProblem.tooLong(.name, value: String(piece.prefix(80)), limit: Field.name.limit)
        throw SheetRefusal(.refused(problem), at: place, value: String(piece.prefix(80)))
    }

    /// `Jane Okafor, Tom Ó Briain` are two; `Okafor, Jane` may be one.
    private static func names(in text: String, at place: SheetPlace) throws(SheetRefusal) -> [String] {
        guard !text.hasPrefix("\"") else { return [text] }
        for link in [" & ", " and ", " und ", " et ", " / ", " | ", " + "] {
            let parts = text.components(separatedBy: link)
            let isList = parts.count > 1 && parts.allSatisfy { $0.split(separator: " ").count > 1 }
            if isList, !text.contains(","), !text.contains("(") { return parts }
        }
        guard text.contains(",") else { return [text] }
        let parts = text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        let isList =
            parts.count > 1 && parts.allSatisfy { $0.split(separator: " ").count > 1 || $0.contains("@") }
        guard isList, !text.contains("(") else {
            throw SheetRefusal(.commaBetweenNames, at: place, value: text)
        }
        return parts
    }

    /// `Jane Okafor <jane@example.org>`, `Jane Okafor (jane@example.org)`, a name, an address.
    private static func person(_ piece: String, at place: SheetPlace) throws(SheetRefusal) -> Written {
        if let quoted = QuotedName(piece) {
            let rest = quoted.rest.trimmingCharacters(in: CharacterSet(charactersIn: " \t<>"))
            let address = rest.isEmpty ? nil : try address(rest, at: place)
            return Written(name: quoted.name, address: address, isExact: true)
        }
        let isEdge: (Character) -> Bool = { $0.isWhitespace || "<>()[]".contains($0) }
        let found = piece.split(whereSeparator: isEdge).filter { $0.contains("@") }
        guard let text = found.first else { return Written(name: piece, address: nil) }
        guard found.count == 1, let range = piece.range(of: text) else {
            throw SheetRefusal(.twoAddresses, at: place, value: piece)
        }
        let bare = text.lowercased().hasPrefix("mailto:") ? text.dropFirst(7) : text
        let address = try address(String(bare), at: place)
        let edges = CharacterSet(charactersIn: " \t<>()[]-–,")
        let before = piece[..<range.lowerBound].trimmingCharacters(in: edges)
        let behind = piece[range.upperBound...].trimmingCharacters(in: edges)
        guard before.isEmpty || behind.isEmpty else { throw SheetRefusal(.notAName, at: place, value: piece) }
        return Written(name: before.isEmpty ? behind : before, address: address)
    }

    private static func address(_ text: String, at place: SheetPlace) throws(SheetRefusal) -> EmailAddress {
        do throws(InputProblem) {
            return try EmailAddress(text)
        } catch {
            throw SheetRefusal(.refused(error), at: place, value: text)
        }
    }
}
