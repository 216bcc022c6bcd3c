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
    /// Every name of a person or an organisation that begins with this word.
    public func names(beginningWith word: String) throws -> [KnownName] {
        try rows("SELECT DISTINCT name FROM person WHERE firstWord = ?", [word])
            .map { KnownName(name: $0["name"], owner: .person) }
            + rows("SELECT DISTINCT organisation FROM recruitment WHERE firstWord = ?", [word])
            .map { KnownName(name: $0["organisation"], owner: .organisation) }
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
