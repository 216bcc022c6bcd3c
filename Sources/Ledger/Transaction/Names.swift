import Etiquette
import GRDB

extension LedgerTransaction {
    /// How many keys one query asks for; as many are always given, so that its statement is compiled once.
    private static let keysAtOnce = 32

    private static let namesUnderKeys: String = {
        let keys = (1...keysAtOnce).map { "?\($0)" }.joined(separator: ", ")
        return """
            SELECT nameKey, name, 'person' AS bearer FROM person WHERE nameKey IN (\(keys)) AND \(isOnRecord)
            UNION SELECT nameKey, organisation, 'organisation' FROM recruitment WHERE nameKey IN (\(keys))
                AND (NOT EXISTS (SELECT 1 FROM interview WHERE recruitment = recruitment.id AND isDeleted)
                    OR EXISTS (SELECT 1 FROM interviewOnRecord WHERE recruitment = recruitment.id))
            """
    }()

    /// Every name of a person or an organisation on record that is kept under one of these `Words.key(of:)`.
    package func names(under keys: [String]) throws -> [(key: String, name: KnownName)] {
        try stride(from: 0, to: keys.count, by: Self.keysAtOnce).flatMap {
            start -> [(key: String, name: KnownName)] in
            let asked = keys[start...].prefix(Self.keysAtOnce)
            // No name has the empty key.
            let padding = Array(repeating: "", count: Self.keysAtOnce - asked.count)
            return try rows(Self.namesUnderKeys, StatementArguments(asked + padding)).map {
                (key: $0["nameKey"], name: KnownName($0["name"], bearer: try $0.value("bearer")))
            }
        }
    }

    /// The names that belong in a message of the recruitment: its organisation and its people.
    package func ownNames(of recruitment: Recruitment.ID) throws -> [String] {
        try rows(
            """
            SELECT organisation AS name FROM recruitment WHERE id = ?1
            UNION SELECT name FROM person JOIN interview ON contact = person.id WHERE recruitment = ?1
            UNION SELECT name FROM person JOIN panelMember ON person = person.id
                JOIN interview ON interview = interview.id WHERE recruitment = ?1
            """, [recruitment]
        ).map { $0["name"] }
    }
}
