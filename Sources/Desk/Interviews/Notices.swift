import Etiquette
import Ledger

/// What the user should know of the people of an interview before anything is queued.
extension Drafting {
    func notices(on interview: Interview) throws -> [Recorded.Notice] {
        try interview.people.flatMap { person in
            let wasMet = Professional.wasMetBefore(
                encounters: try transaction.encounters(with: person.id), recruitment: interview.recruitment)
            let namesake =
                person.address == nil
                ? nil : try transaction.person(named: person.name, in: interview.recruitment)
            let isUnlike = try transaction.nameDoubts(about: person).isUnlikeAddress
            let isUnusual =
                try NamesRight.looksUnusual(name: person.name)
                && transaction.settledName(of: person.id)?.name != person.name
            return person.notices(
                wasMet: wasMet, isUnlikeAddress: isUnlike, isUnusual: isUnusual, namesake: namesake)
        }
    }
}

extension Interview {
    /// Everybody who took part in it, and whom to ask.
    var people: [Person] { panel.map(\.person) + [contact].compactMap(\.self) }

    /// Those of whose name and address something is to be said (rule `names-right`).
    var nameDoubts: [Person.ID: NameDoubts] {
        people.reduce(into: [:]) { doubts, person in
            let doubt = NameDoubts(person)
            if !doubt.isEmpty { doubts[person.id] = doubt }
        }
    }

    /// What there is to say where the ledger knew none of its people before.
    func noticesOnStrangers(_ doubts: [Person.ID: NameDoubts]) -> [Recorded.Notice] {
        people.flatMap { person in
            let namesake = people.first { $0.address == nil && $0.name == person.name }
            return person.notices(
                wasMet: false, isUnlikeAddress: doubts[person.id]?.isUnlikeAddress ?? false,
                isUnusual: NamesRight.looksUnusual(name: person.name),
                namesake: person.address == nil ? nil : namesake)
        }
    }
}

extension Person {
    fileprivate func notices(
        wasMet: Bool, isUnlikeAddress: Bool, isUnusual: Bool, namesake: Person?
    ) -> [Recorded.Notice] {
        (wasMet ? [.metBefore(self)] : []) + (isUnlikeAddress ? [.nameUnlikeAddress(self)] : [])
            + [namesake.map { .namesake(self, without: $0) }].compactMap(\.self)
            + (isUnusual ? [.unusualName(self)] : [])
    }
}
