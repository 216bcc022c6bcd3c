import Etiquette
import Foundation
import Ledger

/// Whom a text, or a name with an address, means.
struct PersonLookup {
    let transaction: LedgerTransaction

    init(_ transaction: LedgerTransaction) {
        self.transaction = transaction
    }

    /// The one person meant by an id, an address or an exact name.
    func person(meant text: String) throws -> Person {
        if let number = Int64(text) { return try transaction.person(Identifier(rawValue: number)) }
        if let address = try? EmailAddress(text), let person = try transaction.person(at: address) {
            return person
        }
        let namesakes = try transaction.people(named: text.precomposedStringWithCanonicalMapping)
        guard let first = namesakes.first else { throw DeskProblem.noSuchPerson(text) }
        guard namesakes.count == 1 else { throw DeskProblem.severalPeople(text, namesakes) }
        return first
    }

    /// The same, unless they were forgotten: then there is nothing that could be mended, and nobody to write to.
    func person(reachable text: String) throws -> Person {
        let person = try person(meant: text)
        guard !person.isForgotten else { throw DeskProblem.isForgotten(person) }
        return person
    }

    /// Everybody meant by an id, an address or an exact name, else everybody in whose name or address it occurs.
    func people(meant text: String) throws -> [Person] {
        do {
            return [try person(meant: text)]
        } catch DeskProblem.severalPeople(_, let people) {
            return people
        } catch DeskProblem.noSuchPerson {
            let people = try transaction.people(containing: text)
            guard !people.isEmpty else { throw DeskProblem.noSuchPerson(text) }
            return people
        }
    }

    /// The one person meant, or somebody new in the form `Name <address>`: news often comes from a stranger.
    func person(meant text: String, orNewIn recruitment: Recruitment.ID, at now: Date) throws -> Person {
        _ = try transaction.recruitment(recruitment)
        guard !text.contains("<") else { return try known(NameAndAddress(text), in: recruitment, at: now) }
        let person = try person(reachable: text)
        guard try transaction.recruitments(with: person.id).contains(where: { $0.id == recruitment }) else {
            throw DeskProblem.notInRecruitment(person, recruitment)
        }
        return person
    }

    /// The person meant: known by the address, else by the exact name within the recruitment, else new.
    /// Another spelling of a known name is taken down, for the user to settle.
    func known(_ who: NameAndAddress, in recruitment: Recruitment.ID, at now: Date) throws -> Person {
        let known =
            if let address = who.address { try transaction.person(at: address) } else {
                try transaction.person(named: who.name, in: recruitment)
            }
        guard let known else {
            return try transaction.addPerson(name: who.name, address: who.address, in: recruitment)
        }
        try NameRecord(transaction).see(who.name, of: known, in: .user, at: now)
        return known
    }
}
