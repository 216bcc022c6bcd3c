import Etiquette
import Foundation
import GRDB

/// What is written into the contact log; it gets its number there.
package struct Entry: Equatable, Sendable {
    package var time: Date
    package var direction: Direction
    /// Absent where nobody said over which channel.
    package var channel: Channel?
    /// To or by whom; name and address are kept as they are now.
    package var person: Person
    /// What it was about; absent for somebody met outside any.
    package var recruitment: Recruitment.ID?
    /// The message that it was, or whose purpose it served.
    package var message: Message.ID?
    /// The follow-up that it was, if any.
    package var kind: FollowUp.Kind?
    package var outcome: Contact.Outcome
    /// The server's words, a note, or a date, as `outcome` has it.
    package var detail: String?
    /// It answered their own call or post.
    package var answering: Bool
    /// The person stands for an agency.
    package var agency: Bool
    /// Of an email.
    package var subject: String?
    /// Of an email, without angle brackets.
    package var messageID: String?
    /// The entry that this one takes back, where the outcome is `undone` or `bounced`.
    package var undoes: Contact.ID?
    /// The user named the person, or the person wrote the mail; nobody was merely taken for the one who said it.
    package var isNamed = false

    package init(
        time: Date, direction: Direction, channel: Channel?, person: Person, recruitment: Recruitment.ID?,
        outcome: Contact.Outcome, message: Message.ID? = nil, kind: FollowUp.Kind? = nil,
        detail: String? = nil, answering: Bool = false, agency: Bool = false, undoes: Contact.ID? = nil
    ) {
        self.time = time
        self.direction = direction
        self.channel = channel
        self.person = person
        self.recruitment = recruitment
        self.outcome = outcome
        self.message = message
        self.kind = kind
        self.detail = detail
        self.answering = answering
        self.agency = agency
        self.undoes = undoes
    }
}

extension LedgerTransaction {
    /// Writes an entry; nothing takes it out again.
    @discardableResult
    package func add(_ entry: Entry) throws -> Contact.ID {
        try insert(
            """
            INSERT INTO contact (time, direction, channel, person, name, address, recruitment, message, kind, subject,
                messageID, outcome, detail, answering, agency, undoes, isNamed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                entry.time.milliseconds, entry.direction.rawValue, entry.channel?.rawValue, entry.person.id,
                entry.person.name, entry.person.address?.text, entry.recruitment, entry.message,
                entry.kind?.rawValue, entry.subject, entry.messageID, entry.outcome.rawValue, entry.detail,
                entry.answering, entry.agency, entry.undoes, entry.isNamed,
            ])
    }

    /// The entries that a filter lets through, oldest first.
    package func contacts(_ filter: ContactFilter = ContactFilter()) throws -> [Contact] {
        let condition = try condition(filter)
        return try contacts(
            where: "\(condition.sql) ORDER BY contact.time, contact.id", condition.arguments)
    }

    /// The entries that a filter lets through, the last that was written first, as many as are asked for and no more. In
    /// the order of writing the log needs no index, which each message that is sent would have to be written into.
    ///
    /// - Parameter last: only entries that were written before it; nil for the newest.
    package func newestContacts(_ filter: ContactFilter, before last: Contact.ID?, limit: Int) throws
        -> [Contact]
    {
        let condition = try condition(filter, before: last)
        return try contacts(
            where: "\(condition.sql) ORDER BY contact.id DESC LIMIT \(limit)", condition.arguments)
    }

    /// - Throws: `LedgerProblem.noSuch` for a number that no entry has.
    package func contact(_ id: Contact.ID) throws -> Contact {
        try contact(row(Self.contacts + "WHERE contact.id = ?", id, of: .contact))
    }

    /// The newest email of the user that is dated later than a moment: it keeps further ones to that person back. Nil
    /// where there is none, or the user has said that the clock is right.
    package func emailAhead(of moment: Date) throws -> Contact? {
        try contacts(
            where: """
                contact.id > coalesce((SELECT max(contact) FROM clockSet), 0) AND contact.time > ?
                    AND direction = 'out' AND channel = 'email' AND \(Self.stands)
                ORDER BY contact.time DESC, contact.id LIMIT 1
                """, [moment.milliseconds]
        ).first
    }

    /// The outcomes that say something of where a recruitment stands. A query for them says `outcome <> 'sent'` as well:
    /// without that SQLite does not look into the index of what was heard.
    static let wordsHeard = "'replied', 'courtesy', 'rejected', 'offered', 'withdrew', 'decision-by'"
    /// No later entry has taken it back.
    static let stands = "NOT EXISTS (SELECT 1 FROM contact AS later WHERE later.undoes = contact.id)"

    /// What was heard in a recruitment and not taken back, oldest first.
    package func words(in recruitment: Recruitment.ID) throws -> [Contact] {
        try contacts(
            where: """
                contact.recruitment = ? AND outcome <> 'sent' AND outcome IN (\(Self.wordsHeard)) AND \(Self.stands)
                ORDER BY contact.time, contact.id
                """, [recruitment])
    }

    /// The last of them by the order in which they were said to the program: what an undoing takes back.
    package func lastHeard(in recruitment: Recruitment.ID) throws -> Contact? {
        try words(in: recruitment).max { $0.id < $1.id }
    }

    /// Whether no later entry has taken an entry back.
    package func stands(_ id: Contact.ID) throws -> Bool {
        try row("SELECT 1 FROM contact WHERE undoes = ?", [id]) == nil
    }

    /// The entry by which a message counts as done, where nobody but the user has said so: no server has taken it, and no mail
    /// that came answers it. Nil where there is none.
    package func ownWord(on id: Message.ID) throws -> Contact? {
        try contacts(
            where: """
                contact.message = ?1 AND direction = 'out'
                    AND (outcome = 'logged' OR outcome = 'sent' AND contact.detail IN (?2, ?3)) AND \(Self.stands)
                    AND NOT EXISTS (SELECT 1 FROM mailFact WHERE mailFact.message = ?1)
                """, [id, ProofOfSending.byHand.rawValue, ProofOfSending.resolved.rawValue]
        ).first
    }

    private static let contacts = """
        SELECT contact.*, organisation, role, standing, voice, roleShort, organisationAs, person.salutation
        FROM contact JOIN person ON person.id = contact.person
            LEFT JOIN recruitment ON recruitment.id = contact.recruitment\u{20}
        """

    private func contacts(where condition: String, _ arguments: StatementArguments) throws -> [Contact] {
        try rows(Self.contacts + "WHERE " + condition, arguments).map(contact)
    }

    private func contact(_ row: Row) throws -> Contact {
        let person = Person(
            id: row["person"], name: row["name"],
            address: (row["address"] as String?).map(EmailAddress.init(recorded:)),
            salutation: row["salutation"])
        let recruitment: Recruitment? = try (row["recruitment"] as Recruitment.ID?).map {
            Recruitment(
                id: $0, organisation: row["organisation"], role: row["role"],
                standing: try row.value("standing"),
                voice: (row["voice"] as String?).flatMap(Voice.init(rawValue:)),
                roleShort: row["roleShort"], organisationAs: row["organisationAs"])
        }
        return Contact(
            id: row["id"], time: Date(milliseconds: row["time"]),
            direction: try row.value("direction"), channel: try row.optionalValue("channel"), person: person,
            recruitment: recruitment, message: row["message"], kind: try row.optionalValue("kind"),
            subject: row["subject"], messageID: row["messageID"], outcome: try row.value("outcome"),
            detail: row["detail"] ?? (row["undoes"] as Int64?).map(String.init), answering: row["answering"],
            agency: row["agency"], isNamed: row["isNamed"])
    }
}

/// How an entry was taken back by a later one.
package enum TakingBack: Equatable, Sendable {
    /// It was a mistake, or another entry says better what it was.
    case undone
    /// The mail came back, at that time.
    case bounced(Date)
}

extension LedgerTransaction {
    /// The entries that a later one has taken back.
    package func takenBack() throws -> [Contact.ID: TakingBack] {
        try rows("SELECT undoes, outcome, time FROM contact WHERE undoes IS NOT NULL").keyed { row in
            (row[1] as String) == Contact.Outcome.bounced.rawValue
                ? .bounced(Date(milliseconds: row[2])) : .undone
        }
    }

    /// Sent messages that have no contact of ours that stands, or several, and such that came back and have one.
    package func sentWithoutContact() throws -> [Message.ID] {
        try rows(
            """
            SELECT id FROM message WHERE state IN ('sent', 'bounced')
                AND (SELECT count(*) FROM contact WHERE contact.message = message.id AND direction = 'out'
                    AND \(Self.stands)) <> (state = 'sent')
            """
        ).map { $0["id"] }
    }

    /// Contacts that say `sent` of a message that is not.
    package func contactsOfUnsent() throws -> [(contact: Contact.ID, message: Message.ID)] {
        try rows(
            """
            SELECT contact.id AS contact, message.id AS message FROM contact JOIN message ON message.id = contact.message
            WHERE contact.outcome = 'sent' AND state <> 'sent'
                AND \(Self.stands)
            """
        ).map { ($0["contact"], $0["message"]) }
    }
}
