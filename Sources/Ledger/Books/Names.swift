import Etiquette
import GRDB

extension Books {
    /// Every name of a person or an organisation that is kept under this `Words.key(of:)`.
    public func names(under key: String) throws -> [KnownName] {
        try rows(
            """
            SELECT name, 'person' AS bearer FROM person WHERE nameKey = ?1
            UNION SELECT organisation, 'organisation' FROM recruitment WHERE nameKey = ?1
            """, [key]
        ).map { KnownName($0["name"], bearer: try $0.value("bearer")) }
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
