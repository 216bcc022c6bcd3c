import Etiquette
import Ledger
import Text

/// What the user should know of the people of an interview before anything is queued.
extension Drafting {
    func notices(on interview: Interview) throws -> [Recorded.Notice] {
        try interview.people.flatMap { try notices(on: $0, in: interview.recruitment) }
    }

    private func notices(on person: Person, in recruitment: Recruitment.ID) throws -> [Recorded.Notice] {
        var notices: [Recorded.Notice] = []
        let encounters = try transaction.encounters(with: person.id)
        if Professional.wasMetBefore(encounters: encounters, recruitment: recruitment) {
            notices.append(.metBefore(person))
        }
        if try NameRecord(transaction).doubts(about: person).isUnlikeAddress {
            notices.append(.nameUnlikeAddress(person))
        }
        if person.address != nil, let namesake = try transaction.person(named: person.name, in: recruitment) {
            notices.append(.namesake(person, without: namesake))
        }
        if PersonalName.looksUnusual(name: person.name),
            try transaction.settledName(of: person.id)?.name != person.name
        {
            notices.append(.unusualName(person))
        }
        return notices
    }
}

extension Interview {
    /// Everybody who took part in it, and whom to ask.
    var people: [Person] { panel.map(\.person) + [contact].compactMap(\.self) }
}
