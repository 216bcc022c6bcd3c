import Etiquette
import GRDB

/// A person's or an organisation's name that the ledger knows (rule `names-right`).
public struct KnownName: Hashable, Sendable {
    /// Whose name it is.
    public enum Owner: String, Sendable {
        case person, organisation
    }

    public let name: String
    public let owner: Owner

    /// The word by which a text is searched for the name.
    static func firstWord(of name: String) -> String {
        Words.first(of: name) ?? name
    }
}

extension Books {
    /// The names that begin with one of the words and belong to somebody or something outside the recruitment.
    public func names(beginningWith words: some Collection<String>, outside recruitment: Recruitment.ID) throws
        -> [KnownName]
    {
        var found: [KnownName] = []
        for word in words {
            found += try rows(
                """
                SELECT DISTINCT name FROM person WHERE firstWord = ?1 AND id NOT IN (
                    SELECT contact FROM interview WHERE recruitment = ?2 AND contact IS NOT NULL
                    UNION SELECT person FROM panelMember JOIN interview ON interview = interview.id
                    WHERE recruitment = ?2)
                """, [word, recruitment.rawValue]
            ).map { KnownName(name: $0["name"], owner: .person) }
            found += try rows(
                """
                SELECT DISTINCT organisation FROM recruitment WHERE firstWord = ?1 AND sameOrganisation <>
                    (SELECT sameOrganisation FROM recruitment WHERE id = ?2)
                """, [word, recruitment.rawValue]
            ).map { KnownName(name: $0["organisation"], owner: .organisation) }
        }
        return found
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
