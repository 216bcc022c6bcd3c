import Etiquette
import Foundation
import GRDB
import Text

extension LedgerTransaction {
    /// The recruitment of this name that has not ended, in the sense of `Sameness`.
    package func openRecruitment(organisation: String, role: String) throws -> Recruitment? {
        try row(
            "SELECT * FROM recruitment WHERE sameOrganisation = ? AND sameRole = ? AND standing = 'open'",
            [Sameness.form(of: organisation), Sameness.form(of: role)]
        ).map(recruitment)
    }

    /// Every recruitment of this name, ended or not, oldest first.
    package func recruitments(organisation: String, role: String) throws -> [Recruitment] {
        try rows(
            "SELECT * FROM recruitment WHERE sameOrganisation = ? AND sameRole = ? ORDER BY id",
            [Sameness.form(of: organisation), Sameness.form(of: role)]
        ).map(recruitment)
    }

    /// Other recruitments for the same role at an organisation that may be the same under another spelling, oldest first.
    package func recruitments(like recruitment: Recruitment) throws -> [Recruitment] {
        let name = recruitment.organisation
        let core = Sameness.core(ofOrganisation: name)
        // Under which they are found without reading them all: by their first words, with an article and without.
        let bare = name.split(separator: " ").dropFirst().joined(separator: " ")
        let keys = [name, "The " + name, "the " + name, bare].map { Words.key(of: $0) }
        return try rows(
            """
            SELECT * FROM recruitment
            WHERE nameKey IN (?, ?, ?, ?) AND sameRole = ? AND id <> ? AND standing = 'open' ORDER BY id
            """,
            [
                keys[0], keys[1], keys[2], keys[3], Sameness.form(of: recruitment.role),
                recruitment.id.rawValue,
            ]
        ).map(self.recruitment).filter {
            Sameness.core(ofOrganisation: $0.organisation) == core
                && Sameness.form(of: $0.organisation) != Sameness.form(of: recruitment.organisation)
        }
    }

    /// Those that have not ended, newest first.
    ///
    /// - Parameters:
    ///   - words: found in the organisation or the role, in the sense of `Sameness`; empty for all.
    ///   - count: no more than these.
    package func openRecruitments(holding words: String, count: Int) throws -> [Recruitment] {
        try rows(
            """
            SELECT * FROM recruitment WHERE standing = 'open' AND (instr(sameOrganisation, ?1) OR instr(sameRole, ?1))
            ORDER BY id DESC LIMIT ?2
            """, [Sameness.form(of: words), count]
        ).map(recruitment)
    }

    /// Opens a recruitment; the schema refuses a second open one of the same name.
    package func addRecruitment(
        organisation: String, role: String, voice: Voice? = nil, roleShort: String? = nil,
        organisationAs: String? = nil
    ) throws -> Recruitment {
        let id: Recruitment.ID = try insert(
            """
            INSERT INTO recruitment (organisation, role, sameOrganisation, sameRole, nameKey, voice, roleShort,
                organisationAs)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                organisation, role, Sameness.form(of: organisation), Sameness.form(of: role),
                Words.key(of: organisation) ?? organisation, voice?.rawValue, roleShort, organisationAs,
            ])
        return Recruitment(
            id: id, organisation: organisation, role: role, standing: .open, voice: voice,
            roleShort: roleShort, organisationAs: organisationAs)
    }

    /// Mends the spelling of organisation and role.
    package func rename(_ id: Recruitment.ID, organisation: String, role: String) throws {
        try run(
            """
            UPDATE recruitment SET organisation = ?, role = ?, sameOrganisation = ?, sameRole = ?, nameKey = ?
            WHERE id = ?
            """,
            [
                organisation, role, Sameness.form(of: organisation), Sameness.form(of: role),
                Words.key(of: organisation) ?? organisation, id.rawValue,
            ])
    }

    /// Chooses the voice in which the messages of a recruitment are worded from now on.
    package func set(_ voice: Voice, of id: Recruitment.ID) throws {
        try run("UPDATE recruitment SET voice = ? WHERE id = ?", [voice.rawValue, id.rawValue])
    }

    /// Writes how role and organisation are said in a sentence; nil for as the program says them by itself.
    package func set(roleShort: String?, organisationAs: String?, of id: Recruitment.ID) throws {
        try run(
            "UPDATE recruitment SET roleShort = ?, organisationAs = ? WHERE id = ?",
            [roleShort, organisationAs, id.rawValue])
    }

    /// Writes where a recruitment stands.
    package func set(_ standing: Recruitment.Standing, of id: Recruitment.ID) throws {
        try run("UPDATE recruitment SET standing = ? WHERE id = ?", [standing.rawValue, id.rawValue])
    }

    /// - Throws: `LedgerProblem.noSuch` for a number that no recruitment has.
    package func recruitment(_ id: Recruitment.ID) throws -> Recruitment {
        try recruitment(row("SELECT * FROM recruitment WHERE id = ?", id, of: .recruitment))
    }

    /// Some recruitments by their numbers.
    package func recruitments(_ ids: Set<Recruitment.ID>) throws -> [Recruitment.ID: Recruitment] {
        try rows("SELECT * FROM recruitment WHERE id IN (\(Numbers.list))", Numbers(ids).value).keyed(
            recruitment)
    }

    /// Those from which the user has withdrawn without telling anybody, and in which they have neither said since that they
    /// told them nor been in touch, oldest first.
    package func withdrawnUntold() throws -> [Recruitment] {
        try rows(
            """
            SELECT * FROM recruitment WHERE standing = 'withdrawn' AND EXISTS (
                SELECT 1 FROM contact WHERE contact.recruitment = recruitment.id AND outcome <> 'sent'
                    AND outcome = 'withdrew' AND detail = ? AND \(Self.stands)
                    AND NOT EXISTS (SELECT 1 FROM contact AS told WHERE told.recruitment = recruitment.id
                        AND told.outcome <> 'sent' AND told.id > contact.id AND told.direction = 'out'
                        AND told.outcome IN ('withdrew', 'logged')
                        AND NOT EXISTS (SELECT 1 FROM contact AS later WHERE later.undoes = told.id)))
            ORDER BY id
            """, [Contact.toldNobody]
        ).map(recruitment)
    }

    /// All recruitments, oldest first.
    package func recruitments() throws -> [Recruitment] {
        try rows("SELECT * FROM recruitment ORDER BY id").map(recruitment)
    }

    /// The recruitments that a person has to do with, by an interview, a message, a contact, or because the person
    /// became known in it, oldest first.
    package func recruitments(with person: Person.ID) throws -> [Recruitment] {
        try rows(
            """
            SELECT * FROM recruitment WHERE id IN (
                SELECT recruitment FROM interview WHERE contact = ?1
                    OR id IN (SELECT interview FROM panelMember WHERE person = ?1)
                UNION SELECT recruitment FROM contact WHERE person = ?1
                UNION SELECT recruitment FROM message WHERE recipient = ?1
                UNION SELECT knownFrom FROM person WHERE id = ?1
            ) ORDER BY id
            """, [person.rawValue]
        ).map(recruitment)
    }

    /// The recruitments of which something, an interview or a contact, lies before a moment, and a whole number of years and
    /// up to so many days ago; oldest first, by the end of the last interview. A year has 365 days and a quarter here.
    ///
    /// - Parameter slack: as many days more at either end of that stretch.
    package func touched(before moment: Date, yearsAgoAnd days: Int, slack: Int, at now: Date) throws
        -> [(Recruitment.ID, ended: Date)]
    {
        let day: Int64 = 86_400_000
        return try rows(
            Self.touched,
            [moment.milliseconds, now.milliseconds + Int64(slack) * day, Int64(days + 2 * slack) * day]
        ).map { row in (Identifier(rawValue: row[0]), ended: Date(milliseconds: row[1])) }
    }

    /// Which contacts they are is told by the index of people, which is a tenth of the log.
    static let touched = """
        SELECT recruitment, (SELECT max(ended) FROM interview WHERE interview.recruitment = touched.recruitment) AS last
        FROM (
            SELECT recruitment FROM interview WHERE ended < ?1 AND (?2 - ended) % 31557600000 < ?3
            UNION SELECT recruitment FROM contact WHERE id IN
                (SELECT id FROM contact WHERE time < ?1 AND (?2 - time) % 31557600000 < ?3)
        ) AS touched WHERE last < ?1 ORDER BY last
        """

    /// When something was said last in a recruitment; nil where nothing was.
    package func lastContact(in recruitment: Recruitment.ID) throws -> Date? {
        try row(
            "SELECT max(time) AS time FROM contact WHERE id IN (\(Self.contactsOfRecruitments))",
            Self.contacts(of: [recruitment])
        )?.moment("time")
    }

    /// Everybody of a recruitment who was not forgotten: met, asked or written to.
    package func people(of recruitment: Recruitment.ID) throws -> [Person] {
        try rows(
            """
            SELECT * FROM person WHERE NOT isForgotten AND id IN (
                SELECT contact FROM interview WHERE recruitment = ?
                UNION SELECT person FROM panelMember JOIN interview ON interview = interview.id WHERE recruitment = ?
                UNION SELECT person FROM contact WHERE id IN (\(Self.contactsOfRecruitments))) ORDER BY id
            """, [recruitment.rawValue, recruitment.rawValue] + Self.contacts(of: [recruitment])
        ).map(person)
    }

    /// Whether a person was met through an agency, as its contact.
    package func isAgency(_ person: Person.ID) throws -> Bool {
        try row("SELECT 1 FROM interviewOnRecord WHERE viaAgency AND contact = ? LIMIT 1", [person.rawValue])
            != nil
    }

    func recruitment(_ row: Row) throws -> Recruitment {
        Recruitment(
            id: Identifier(rawValue: row["id"]), organisation: row["organisation"], role: row["role"],
            standing: try row.value("standing"),
            voice: (row["voice"] as String?).flatMap(Voice.init(rawValue:)),
            roleShort: row["roleShort"], organisationAs: row["organisationAs"])
    }
}
