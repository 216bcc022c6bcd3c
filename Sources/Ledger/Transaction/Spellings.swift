import Etiquette
import Foundation
import GRDB

extension LedgerTransaction {
    /// The name that was settled for a person last, whether it still is theirs or not.
    package func settledName(of person: Person.ID) throws -> SettledName? {
        try row("SELECT * FROM settledName WHERE person = ?", [person]).map(settledName)
    }

    /// The same of many, of those who have one.
    package func settledNames(of people: [Person.ID]) throws -> [Person.ID: SettledName] {
        Dictionary(
            uniqueKeysWithValues: try rows(
                "SELECT * FROM settledName WHERE person IN (\(Numbers.list))", Numbers(people).value
            ).map { ($0["person"], try settledName($0)) })
    }

    private func settledName(_ row: Row) throws -> SettledName {
        SettledName(
            name: row["name"], address: row["sameAddress"], source: try row.value("source"),
            time: Date(milliseconds: row["time"]))
    }

    /// Notes that a person is written as they are kept now, and that no other spelling known by now says otherwise.
    ///
    /// - Parameter source: who or what says so; an address alone confirms nothing.
    package func settleName(of person: Person, by source: NameSource, at time: Date) throws {
        try run(
            """
            INSERT INTO settledName (person, name, sameAddress, source, time) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (person) DO UPDATE SET name = ?2, sameAddress = ?3, source = ?4, time = ?5
            """, [person.id, person.name, person.address?.key, source.rawValue, time.milliseconds])
        try run("UPDATE seenName SET isSettled = 1 WHERE person = ? AND isSettled = 0", [person.id])
    }

    /// Notes another spelling of a name; what that source wrote so before stays as it is, settled or not.
    ///
    /// - Returns: whether it is new.
    @discardableResult
    package func see(_ name: SeenName, of person: Person.ID, isSettled: Bool = false) throws -> Bool {
        try run(
            "INSERT OR IGNORE INTO seenName (person, name, source, time, isSettled) VALUES (?, ?, ?, ?, ?)",
            [person, name.text, name.source.rawValue, name.time.milliseconds, isSettled ? 1 : 0])
        return database.changesCount > 0
    }

    /// Whether a spelling of a person's name was met before, from any source.
    package func hasSeen(_ name: String, of person: Person.ID) throws -> Bool {
        try row("SELECT 1 FROM seenName WHERE person = ? AND name = ?", [person, name]) != nil
    }

    /// Every spelling of a person's name that was met, oldest first.
    package func seenNames(of person: Person.ID) throws -> [SeenName] {
        try rows("SELECT * FROM seenName WHERE person = ? ORDER BY time, name", [person]).map(
            seenName)
    }

    /// The spellings of a person's name that nobody has settled yet, oldest first.
    package func unsettledNames(of person: Person.ID) throws -> [SeenName] {
        try rows(
            "SELECT * FROM seenName WHERE person = ? AND isSettled = 0 ORDER BY time, name", [person]
        ).map(seenName)
    }

    /// Those among some people of whose names another spelling waits to be settled.
    package func unsettled(among people: [Person.ID]) throws -> Set<Person.ID> {
        Set(
            try rows(
                "SELECT person FROM seenName WHERE isSettled = 0 AND person IN (\(Numbers.list))",
                Numbers(people).value
            ).map { $0[0] })
    }

    /// Everybody of whose name another spelling waits to be settled.
    ///
    /// - Parameter first: so many at most; nil for all.
    package func peopleOfUnsettledNames(first: Int? = nil) throws -> [Person] {
        try rows(
            """
            SELECT * FROM person WHERE id IN (SELECT person FROM seenName WHERE isSettled = 0) ORDER BY id LIMIT ?
            """, [first ?? -1]
        ).map(person)
    }

    private func seenName(_ row: Row) throws -> SeenName {
        SeenName(row["name"], source: try row.value("source"), time: Date(milliseconds: row["time"]))
    }
}
