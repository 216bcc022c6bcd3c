import Etiquette
import Foundation
import Ledger
import Text

/// What nobody has settled yet of how a person is spelt (rule `names-right`).
package struct NameDoubts: Equatable, Sendable {
    /// Other spellings of the name, and the address where it is nearly the name.
    package var differences: [NameDifference] = []
    /// Name and address look like two people's.
    package var isUnlikeAddress = false

    /// Those that keep a message from being queued.
    package var blocking: [NameDifference] { differences.filter(\.blocks) }

    /// What a name and an address by themselves give rise to.
    init(_ person: Person) {
        guard let address = person.address else { return }
        switch NamesRight.agreement(name: person.name, address: address) {
        case .fits: break
        case .nearMiss(let other):
            differences = [NameDifference(person: person, other: other, source: .address)]
        case .unlike: isUnlikeAddress = true
        }
    }

    var isEmpty: Bool { differences.isEmpty && !isUnlikeAddress }
}

extension LedgerTransaction {
    /// What is open about the name of a person, as far as the user has not settled it.
    func nameDoubts(about person: Person) throws -> NameDoubts {
        var doubts = NameDoubts(person)
        if !doubts.isEmpty, try settledName(of: person.id)?.covers(person) == true {
            (doubts.differences, doubts.isUnlikeAddress) = ([], false)
        }
        doubts.differences += try unsettledNames(of: person.id).map {
            NameDifference(person: person, other: $0.text, source: $0.source)
        }
        return doubts
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
        return try !hasSeen(name, of: known.id)
    }

    /// Takes a spelling down that differs. Where it is new, what was approved under the name that may be wrong stops.
    func take(_ name: SeenName, of person: Person, at now: Date) throws {
        if try see(name, of: person.id) { try holdForName(of: person, at: now) }
    }

    /// Stops what was approved under a name that may be wrong.
    func holdForName(of person: Person, at now: Date) throws {
        guard let doubt = try nameDoubts(about: person).blocking.first else { return }
        for message in try messages(to: person.id) where message.state == .queued {
            try hold(message.id, because: Reason(.nameInDoubt, moment: now, detail: doubt.other))
        }
    }
}
