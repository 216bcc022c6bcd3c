import Etiquette
import GRDB

extension Books {
    /// Every name of a person or an organisation that is kept under this `Words.key(of:)`.
    public func names(under key: String) throws -> [KnownName] {
        try rows("SELECT DISTINCT name FROM person WHERE nameKey = ?", [key])
            .map { KnownName($0["name"], bearer: .person) }
            + rows("SELECT DISTINCT organisation FROM recruitment WHERE nameKey = ?", [key])
            .map { KnownName($0["organisation"], bearer: .organisation) }
    }

    /// The names that belong in a message of the recruitment: its organisation and its people.
    public func ownNames(of recruitment: Recruitment.ID) throws -> [String] {
        try rows(
            """
            SELECT organisation AS name FROM recruitment WHERE id = ?1
            UNION SELECT name FROM person JOIN interview ON contact = person.id WHERE recruitment = ?1
            UNION SELECT name FROM person JOIN panelMember ON person = person.id
                JOIN interview ON interview = interview.id WHERE recruitment = ?1
            """, [recruitment.rawValue]
        ).map { $0["name"] }
    }
}
