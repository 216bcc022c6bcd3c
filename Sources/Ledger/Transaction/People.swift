import Etiquette
import Foundation
import GRDB
import Text

extension LedgerTransaction {
    /// - Throws: `LedgerProblem.noSuch` for a number that nobody has.
    package func person(_ id: Person.ID) throws -> Person {
        person(try row("SELECT * FROM person WHERE id = ?", id, of: .person))
    }

    /// The one person who has this address.
    package func person(at address: EmailAddress) throws -> Person? {
        try row("SELECT * FROM person WHERE sameAddress = ?", [address.key]).map(person)
    }

    /// Somebody without an address, known by the exact name within the recruitment. What stands for the name of somebody
    /// who was forgotten is theirs everywhere.
    package func person(named name: String, in recruitment: Recruitment.ID) throws -> Person? {
        try row(
            """
            SELECT * FROM person WHERE name = ?2 AND address IS NULL AND (knownFrom = ?1 OR isForgotten)
            """, [recruitment, name]
        ).map(person)
    }

    /// Everybody of exactly this name.
    package func people(named name: String) throws -> [Person] {
        try rows("SELECT * FROM person WHERE name = ? ORDER BY id", [name]).map(person)
    }

    /// Whether a text occurs in name or address.
    static let holdsText = "(instr(sameName, ?) OR instr(sameAddress, ?))"
    /// Everybody, for conditions on names and addresses: read off an index that has little else.
    static let byText = "SELECT id FROM person INDEXED BY personText WHERE "

    /// Those in whose name or address the text occurs, upper and lower case alike, in the order in which they became known.
    ///
    /// - Parameter limit: no more than so many of them, whichever they are; nil for all.
    package func people(containing text: String, limit: Int? = nil) throws -> [Person] {
        let form = Sameness.form(of: text)
        return try rows(
            "SELECT * FROM person WHERE id IN (\(Self.byText)\(Self.holdsText) LIMIT ?) ORDER BY id",
            [form, form, limit ?? -1]
        ).map(person)
    }

    /// Everybody who may be called by some words, in the order in which they became known: who has each of them, or a word
    /// that begins so, in one of its writings.
    ///
    /// - Parameter onlyIfSpelt: nobody is looked at whose name is of plain letters: none has the words in name or address.
    package func people(writtenAs words: [[String]], onlyIfSpelt: Bool = false) throws -> [Person] {
        func each(_ condition: String) -> String {
            words.map { "(" + $0.map { _ in condition }.joined(separator: " OR ") + ")" }
                .joined(separator: " AND ")
        }
        let spelt = StatementArguments(words.joined())
        let plain = StatementArguments(words.joined().flatMap { [$0, $0] })
        return try rows(
            "SELECT * FROM person WHERE id IN (\(Self.bySpelling) AND \(each("instr(spellings, ' ' || ?)"))"
                + (onlyIfSpelt ? "" : " UNION ALL \(Self.byText)\(each(Self.holdsText))") + ") ORDER BY id",
            onlyIfSpelt ? spelt : spelt + plain
        ).map(person)
    }

    /// Those who may be written in several ways.
    static let bySpelling = "SELECT id FROM person INDEXED BY personSpellings WHERE spellings IS NOT NULL"

    /// What the column `spellings` says of somebody.
    static func spellings(name: String, salutation: String?, address: EmailAddress?) -> String? {
        let names = [name, salutation, address?.localPart].compactMap(\.self)
        // A salutation stands in no other column in small letters.
        return NameQuery.spellings(of: names, atAnyRate: salutation != nil)
    }

    /// People on record by name, as many as are asked for and no more.
    ///
    /// - Parameters:
    ///   - text: occurs in name or address, upper and lower case alike; nil for everybody.
    ///   - last: the one at whom the page before this one ended.
    package func people(containing text: String?, after last: Person?, limit: Int) throws -> [Person] {
        // The index of names leads to the next ones; who may be anybody is found sooner without it, which the plus says.
        let name = text == nil ? "name" : "+name"
        let holds =
            text == nil ? "?3 IS NULL" : "id IN (\(Self.byText)instr(sameName, ?3) OR instr(sameAddress, ?3))"
        return try rows(
            """
            SELECT * FROM person WHERE \(name) >= ?1 AND (\(name), id) > (?1, ?2) AND \(Self.isOnRecord)
                AND \(holds)
            ORDER BY \(name), id LIMIT ?4
            """, [last?.name ?? "", last?.id ?? 0, text.map { Sameness.form(of: $0) }, limit]
        ).map(person)
    }

    /// Everybody, in the order in which they became known.
    package func people() throws -> [Person] {
        try rows("SELECT * FROM person ORDER BY id").map(person)
    }

    /// The same without those who are known from nothing but a mistake.
    package func peopleOnRecord() throws -> [Person] {
        try rows("SELECT * FROM person WHERE \(Self.isOnRecord) ORDER BY id").map(person)
    }

    /// A row of the table `person` is not of somebody who took part in a deleted interview, and of whom nothing else is
    /// known. Hardly anybody is looked at closely: an index holds what was deleted.
    static let isOnRecord = """
        (person.id NOT IN (SELECT person FROM interview JOIN panelMember ON interview = interview.id WHERE isDeleted
                UNION ALL SELECT contact FROM interview WHERE isDeleted AND contact IS NOT NULL)
            OR EXISTS (SELECT 1 FROM panelMember JOIN interviewOnRecord AS held ON held.id = interview
                WHERE panelMember.person = person.id)
            OR EXISTS (SELECT 1 FROM interviewOnRecord WHERE contact = person.id)
            OR EXISTS (SELECT 1 FROM contact WHERE contact.person = person.id)
            OR EXISTS (SELECT 1 FROM message WHERE recipient = person.id AND state <> 'cancelled'))
        """

    /// The recruitments in whose interviews or contacts a person appears; nil for a contact that belongs to none.
    package func encounters(with person: Person.ID) throws -> Set<Recruitment.ID?> {
        Set(
            try rows(
                """
                SELECT recruitment FROM interview WHERE contact = ?1
                UNION SELECT recruitment FROM interview JOIN panelMember ON interview = interview.id WHERE person = ?1
                UNION SELECT recruitment FROM contact WHERE person = ?1
                """, [person]
            ).map { $0["recruitment"] })
    }

    /// Whether a person was on the panel of an interview that was recorded and held before this one, in another recruitment.
    package func wasMet(_ person: Person.ID, before interview: Interview) throws -> Bool {
        try row(
            """
            SELECT 1 FROM panelMember JOIN interviewOnRecord AS held ON held.id = panelMember.interview
            WHERE person = ? AND held.id < ? AND ended < ? AND recruitment <> ? AND NOT isCalledOff LIMIT 1
            """, [person, interview.id, interview.ended.instant.milliseconds, interview.recruitment]) != nil
    }

    /// Writes somebody new. The recruitment tells people without an address apart.
    package func addPerson(name: String, address: EmailAddress?, in recruitment: Recruitment.ID) throws
        -> Person
    {
        let id: Person.ID = try insert(
            """
            INSERT INTO person (name, sameName, nameKey, address, sameAddress, spellings, knownFrom)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                name, Sameness.form(of: name), Words.key(of: name) ?? name, address?.text, address?.key,
                Self.spellings(name: name, salutation: nil, address: address), recruitment,
            ])
        return Person(id: id, name: name, address: address, salutation: nil)
    }

    /// Writes name, address and salutation of a person who is already known.
    package func update(_ person: Person) throws {
        try run(
            """
            UPDATE person SET name = ?, sameName = ?, nameKey = ?, address = ?, sameAddress = ?, salutation = ?,
                spellings = ?
            WHERE id = ?
            """,
            [
                person.name, Sameness.form(of: person.name), Words.key(of: person.name) ?? person.name,
                person.address?.text, person.address?.key, person.salutation,
                Self.spellings(
                    name: person.name, salutation: person.salutation, address: person.address), person.id,
            ])
        try run(
            "DELETE FROM addressFailure WHERE person = ? AND lower(address) IS NOT ?",
            [person.id, person.address?.text.lowercased()])
    }

    func person(_ row: Row) -> Person {
        Person(
            id: row["id"], name: row["name"],
            address: (row["address"] as String?).map(EmailAddress.init(recorded:)),
            salutation: row["salutation"], isForgotten: row["isForgotten"])
    }
}
