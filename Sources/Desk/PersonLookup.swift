import Etiquette
import Foundation
import Ledger

/// Whom a text, or a name with an address, means.
struct PersonLookup {
    let transaction: LedgerTransaction

    init(_ transaction: LedgerTransaction) { self.transaction = transaction }

    /// The one person meant by an id, an address, an exact name or words of a name.
    ///
    /// - Parameter known: who is looked at first, and the others only where none of these fits.
    func person(meant text: String, among known: Set<Person.ID> = []) throws -> Person {
        let exact = try people(exactly: text)
        return try one(of: exact.isEmpty ? named(text, among: known) : exact.map { .person($0) }, text)
    }

    private func one(of found: [Called], _ text: String) throws -> Person {
        guard case .person(let person)? = found.first else { throw DeskProblem.nothingCalled(.person, text) }
        guard found.count == 1 else { throw DeskProblem.severalCalled(text, found) }
        return person
    }

    private func named(_ text: String, among known: Set<Person.ID>) throws -> [Called] {
        let lookup = Lookup(transaction)
        let near = try lookup.people(called: text, among: known)
        return near.isEmpty ? try lookup.found(text, as: .person) { _ in false } : near
    }

    /// Everybody meant by an id, an address or an exact name.
    private func people(exactly text: String) throws -> [Person] {
        if let number = Int64(text) { return [try transaction.person(Identifier(rawValue: number))] }
        if let address = try? EmailAddress(text), let person = try transaction.person(at: address) {
            return [person]
        }
        return try transaction.people(named: text.precomposedStringWithCanonicalMapping)
    }

    /// The same, unless they were forgotten: then there is nothing that could be mended, and nobody to write to.
    func person(reachable text: String, among known: Set<Person.ID> = []) throws -> Person {
        let person = try person(meant: text, among: known)
        guard !person.isForgotten else { throw DeskProblem.isForgotten(person) }
        return person
    }

    /// Everybody meant by an id, an address or an exact name, else everybody in whose name or address it occurs.
    func people(meant text: String) throws -> Meant {
        let exact = try people(exactly: text)
        guard exact.isEmpty else { return .few(exact) }
        let people = try transaction.people(containing: text, limit: LedgerTransaction.few + 1)
        if people.count > LedgerTransaction.few { return .many }
        guard people.isEmpty else { return .few(people) }
        return .few([try one(of: Lookup(transaction).people(calledOtherwise: text), text)])
    }

    /// Whom a text means.
    enum Meant {
        case few([Person])
        /// Too many to name them: everybody in whose name or address it occurs.
        case many
    }

    /// The one person meant, or somebody new in the form `Name <address>`: news often comes from a stranger.
    func person(meant text: String, orNewIn recruitment: Recruitment.ID, at now: Date) throws -> Person {
        let here = try transaction.recruitment(recruitment)
        guard !text.contains("<") else { return try known(NameAndAddress(text), in: recruitment, at: now) }
        let panels = try transaction.interviews(of: recruitment).flatMap(\.people).map(\.id)
        let person = try person(reachable: text, among: Set(panels))
        guard try transaction.recruitments(with: person.id).contains(where: { $0.id == recruitment }) else {
            throw DeskProblem.notInRecruitment(person, here)
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
