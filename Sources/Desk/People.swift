import Etiquette
import Ledger

extension Books {
    /// The one person meant by an id, an address or an exact name.
    func person(meant text: String) throws -> Person {
        if let number = Int64(text) { return try person(Identifier(rawValue: number)) }
        if let address = try? EmailAddress(text), let person = try person(at: address) { return person }
        let namesakes = try people(named: text)
        guard let first = namesakes.first else { throw DeskProblem.noSuchPerson(text) }
        guard namesakes.count == 1 else { throw DeskProblem.severalPeople(text, namesakes) }
        return first
    }

    /// The same, or somebody new in the form `Name <address>`: news often comes from a stranger.
    func person(meant text: String, orNewIn recruitment: Recruitment.ID) throws -> Person {
        guard text.contains("<") else { return try person(meant: text) }
        return try known(NameAndAddress(text), in: recruitment)
    }
}
