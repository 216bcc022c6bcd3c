import Etiquette
import Foundation
import GRDB

/// A message that has left, or may have, by every name that an answer could call it.
package struct Departure: Equatable, Sendable {
    package let message: Message.ID
    package let recruitment: Recruitment.ID
    /// To whom and where it went.
    package let recipient: Person
    /// Without angle brackets: its own, what a provider made of it, those of revisions that came back.
    package let messageIDs: [String]
    /// As it went.
    package let subject: String
    /// When its body left last.
    package let time: Date
}

/// The people of a recruitment, by their numbers.
package struct RecruitmentPeople: Equatable, Sendable {
    package let recruitment: Recruitment
    /// Panels, contacts, whoever was written to or has written.
    package var people: [Person]
    /// When its first interview ended.
    package let since: Date
}

extension LedgerTransaction {
    /// Everything that has left by email, or may have, since a moment.
    package func departures(after moment: Date) throws -> [Departure] {
        let aliases: [Message.ID: [String]] =
            try rows("SELECT message, messageID FROM messageAlias").grouped { $0[1] }
        return try rows(
            """
            SELECT message.id, recruitment, recipient, salutation, coalesce(sentName, name) AS name,
                coalesce(sentAddress, address) AS address, messageID, sentSubject, max(started) AS started
            FROM message JOIN person ON recipient = person.id JOIN attempt ON attempt.message = message.id
            WHERE channel = 'email' AND sentSubject IS NOT NULL AND (messageID IS NOT NULL
                OR message.id IN (SELECT message FROM messageAlias))
            GROUP BY message.id HAVING max(started) > ?
            """, [moment.milliseconds]
        ).map { row in
            let id: Message.ID = row["id"]
            return Departure(
                message: id, recruitment: row["recruitment"],
                recipient: Person(
                    id: row["recipient"], name: row["name"],
                    address: (row["address"] as String?).map(EmailAddress.init(recorded:)),
                    salutation: row["salutation"]),
                messageIDs: [row["messageID"] as String?].compactMap(\.self) + (aliases[id] ?? []),
                subject: row["sentSubject"], time: Date(milliseconds: row["started"]))
        }
    }

    /// Every recruitment that has an interview, with its people.
    package func circles() throws -> [RecruitmentPeople] {
        let people: [Recruitment.ID: [Person]] = try rows(
            """
            SELECT DISTINCT recruitment, person.* FROM (
                SELECT recruitment, contact AS number FROM interviewOnRecord WHERE contact IS NOT NULL
                UNION SELECT recruitment, person
                    FROM panelMember JOIN interviewOnRecord ON interview = interviewOnRecord.id
                UNION SELECT recruitment, recipient FROM message
                UNION SELECT recruitment, person FROM contact WHERE recruitment IS NOT NULL)
            JOIN person ON person.id = number ORDER BY person.id
            """
        ).grouped(person)
        let since: [Recruitment.ID: Date] = try rows(
            "SELECT recruitment, min(ended) FROM interviewOnRecord GROUP BY recruitment"
        ).keyed { Date(milliseconds: $0[1]) }
        return try recruitments().compactMap { recruitment in
            since[recruitment.id].map {
                RecruitmentPeople(recruitment: recruitment, people: people[recruitment.id] ?? [], since: $0)
            }
        }
    }

    /// Keeps another name of a message, under which answers to it may come; each name belongs to one message.
    ///
    /// - Parameter messageID: without angle brackets.
    package func addAlias(_ messageID: String, of message: Message.ID) throws {
        try run(
            """
            INSERT OR IGNORE INTO messageAlias (messageID, message, revision)
            SELECT ?1, id, revision FROM message WHERE id = ?2 AND messageID IS NOT ?1
            """, [messageID, message])
    }

    /// Whether a Message-ID names a revision of a message that is over: it came back, and was written anew since.
    func isFormer(_ messageID: String, of message: Message.ID) throws -> Bool {
        try row(
            """
            SELECT 1 FROM messageAlias JOIN message ON message.id = messageAlias.message
            WHERE messageAlias.messageID = ? AND message.id = ? AND messageAlias.revision < message.revision
            """, [messageID, message]) != nil
    }
}
