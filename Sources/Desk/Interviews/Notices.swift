import Etiquette
import Ledger

/// What the user should know of the people of an interview before anything is queued.
extension Drafting {
    func notices(on interview: Interview) throws -> [Recorded.Notice] {
        try interview.people.flatMap { person in
            let wasMet = Professional.wasMetBefore(
                encounters: try books.encounters(with: person.id), recruitment: interview.recruitment)
            let namesake =
                person.address == nil ? nil : try books.person(named: person.name, in: interview.recruitment)
            return person.notices(wasMet: wasMet, fits: person.nameFitsAddress, namesake: namesake)
        } + interview.noticesOnSentences
    }
}

extension Interview {
    /// Everybody who took part in it, and whom to ask.
    var people: [Person] { panel.map(\.person) + [contact].compactMap(\.self) }

    /// Those whose name and address do not look like one person's (rule `names-right`).
    var misfits: Set<Person.ID> { Set(people.filter { !$0.nameFitsAddress }.map(\.id)) }

    /// What there is to say where the ledger knew none of its people before.
    func noticesOnStrangers(misfits: Set<Person.ID>) -> [Recorded.Notice] {
        people.flatMap { person in
            let namesake = people.first { $0.address == nil && $0.name == person.name }
            return person.notices(
                wasMet: false, fits: !misfits.contains(person.id),
                namesake: person.address == nil ? nil : namesake)
        } + noticesOnSentences
    }

    fileprivate var noticesOnSentences: [Recorded.Notice] {
        thanked.compactMap { member in
            guard let point = member.talkingPoint, Personal.isSentence(talkingPoint: point) else {
                return nil
            }
            return .sentenceAsTalkingPoint(member.person, point)
        }
    }
}

extension Person {
    /// Whether name and address look like one person's (rule `names-right`).
    var nameFitsAddress: Bool {
        address.map { NamesRight.resembles(name: name, address: $0) } ?? true
    }

    fileprivate func notices(wasMet: Bool, fits: Bool, namesake: Person?) -> [Recorded.Notice] {
        (wasMet ? [.metBefore(self)] : []) + (fits ? [] : [.nameUnlikeAddress(self)])
            + [namesake.map { .namesake(self, without: $0) }].compactMap(\.self)
            + (NamesRight.looksUnusual(name: name) ? [.unusualName(self)] : [])
    }
}
