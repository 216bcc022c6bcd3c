import Etiquette
import Foundation
import Ledger
import Text

/// What is on record of how people are spelt (rule `names-right`).
struct NameRecord {
    let transaction: LedgerTransaction

    init(_ transaction: LedgerTransaction) { self.transaction = transaction }

    /// What is open about the name of a person, as far as the user has not settled it.
    func doubts(about person: Person) throws -> NameDoubts {
        var doubts = NameDoubts(person)
        if !doubts.isEmpty, try transaction.settledName(of: person.id)?.covers(person) == true {
            doubts = .none
        }
        doubts.differences += try transaction.unsettledNames(of: person.id).map {
            NameDifference(person: person, other: $0.text, source: $0.source)
        }
        return doubts
    }

    /// What a list says of people: each subject is asked once for all of them.
    func listed(_ people: [Person]) throws -> [ListedPerson] {
        let settled = try transaction.settledNames(of: people.map(\.id))
        let unsettled = try transaction.unsettled(among: people.map(\.id))
        return people.map { person in
            let name = settled[person.id]
            let isNearMiss = name?.covers(person) != true && NameDoubts.nearMiss(of: person) != nil
            return ListedPerson(
                person: person, isVerified: name?.name == person.name,
                hasDoubt: isNearMiss || unsettled.contains(person.id))
        }
    }

    /// Takes down how somebody whom the ledger knows is written by the user or an invitation.
    ///
    /// - Throws: `RecordProblem.otherName` where the two names have nothing in common: one address is one person.
    func see(_ name: String, of known: Person, in source: NameSource, at now: Date) throws {
        guard name != known.name else { return }
        let likeness = PersonalName.likeness(of: name, to: known.name)
        if try isOther(name, than: known) {
            throw RecordProblem.otherName(known: known, given: name)
        }
        if likeness.isDifference { try take(SeenName(name, source: source, time: now), of: known, at: now) }
    }

    /// Whether it looks like somebody else's name, and was never met as theirs.
    func isOther(_ name: String, than known: Person) throws -> Bool {
        guard name != known.name, PersonalName.likeness(of: name, to: known.name) == .other else {
            return false
        }
        return try !transaction.hasSeen(name, of: known.id)
    }

    /// Takes a spelling down that differs. Where it is new, what was approved under the name that may be wrong stops.
    func take(_ name: SeenName, of person: Person, at now: Date) throws {
        if try transaction.see(name, of: person.id) { try holdMessages(to: person, at: now) }
    }

    /// Stops what was approved under a name that may be wrong.
    func holdMessages(to person: Person, at now: Date) throws {
        guard let doubt = try doubts(about: person).blocking.first else { return }
        for message in try transaction.messages(to: person.id) where message.state == .queued {
            try transaction.hold(
                message.id, because: Reason(.nameInDoubt, moment: now, detail: doubt.other))
        }
    }
}

/// Somebody as a list has them.
package struct ListedPerson: Hashable, Sendable {
    package let person: Person
    /// The name was confirmed as it is kept.
    package let isVerified: Bool
    /// Another spelling of it is open.
    package let hasDoubt: Bool
}
