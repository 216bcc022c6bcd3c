import Etiquette
import Foundation
import GRDB

extension LedgerTransaction {
    /// Notes a mail that meant something; nil where it was noted before.
    package func note(_ fact: MailFact, at now: Date) throws -> MailFact.ID? {
        guard try !isNoted(fact.mail.key) else { return nil }
        let id: MailFact.ID = try insert(
            """
            INSERT INTO mailFact (mail, noted, time, meaning, person, message, fromName, fromAddress, subject, messageID,
                thread, evidence, suggestions, sort, returns, words)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                fact.mail.key, now.milliseconds, fact.mail.time.milliseconds, fact.meaning.rawValue,
                fact.person, fact.message, fact.mail.fromName, fact.mail.fromAddress,
                fact.mail.subject, fact.mail.messageID, fact.mail.thread.joined(separator: " "),
                fact.evidence.map { "\($0.code) \($0.text)" }.joined(separator: "\n"),
                fact.suggestions.map { "\($0.kind) \($0.sentence)" }.joined(separator: "\n"), fact.sort,
                fact.returns?.description, fact.words,
            ])
        for recruitment in fact.recruitments {
            try run(
                "INSERT OR IGNORE INTO mailFactRecruitment (fact, recruitment) VALUES (?, ?)",
                [id, recruitment])
        }
        return id
    }

    /// Whether a mail was noted before, by its `MailFact.Mail.key`.
    package func isNoted(_ mail: String) throws -> Bool {
        try row("SELECT 1 FROM mailFact WHERE mail = ?", [mail]) != nil
    }

    /// - Throws: `LedgerProblem.noSuch` for a number that no mail has.
    package func heardMail(_ id: MailFact.ID) throws -> HeardMail {
        try heardMail(row("SELECT * FROM mailFact WHERE id = ?", id, of: .mail))
    }

    /// The mails of which the user has not said yet what they were, oldest first; those of one recruitment, or all.
    package func openMails(in recruitment: Recruitment.ID? = nil) throws -> [HeardMail] {
        let place = recruitment == nil ? "" : "recruitment = ? AND"
        return try rows(
            """
            SELECT * FROM mailFact WHERE id IN
                (SELECT fact FROM mailFactRecruitment WHERE \(place) settled IS NULL)
            ORDER BY time, id
            """, recruitment.map { [$0] } ?? []
        ).map(heardMail)
    }

    /// The mails of which a person is the writer, or the one they are about, oldest first.
    package func mails(of person: Person.ID) throws -> [HeardMail] {
        try rows("SELECT * FROM mailFact WHERE person = ? ORDER BY time, id", [person]).map(
            heardMail)
    }

    /// The mail that an entry of the contact log was made of.
    package func heardMail(of contact: Contact.ID) throws -> HeardMail? {
        try row("SELECT * FROM mailFact WHERE contact = ?", [contact]).map(heardMail)
    }

    /// The words that the user has told between two moments, both included, and that no mail was found for, oldest first.
    package func wordsWithoutMail(in recruitment: Recruitment.ID, from: Date, to: Date) throws -> [Contact] {
        try rows(
            """
            SELECT id FROM contact
            WHERE recruitment = ? AND time BETWEEN ? AND ? AND direction = 'in' AND channel IS NULL AND messageID IS NULL
                AND outcome <> 'sent' AND outcome IN (\(Self.wordsHeard)) AND \(Self.stands)
                AND NOT EXISTS (SELECT 1 FROM mailFact WHERE mailFact.contact = contact.id)
            ORDER BY time, id
            """, [recruitment, from.milliseconds, to.milliseconds]
        ).map { try contact($0["id"]) }
    }

    /// Says which entry of the contact log a mail is; none any more where it is nil.
    package func link(_ id: MailFact.ID, to contact: Contact.ID?) throws {
        try run("UPDATE mailFact SET contact = ? WHERE id = ?", [contact, id])
    }

    /// The user has said what a mail was, in one recruitment or, where that is nil, in all that it may belong to; or
    /// has taken that back, where `moment` is nil.
    package func settle(_ id: MailFact.ID, in recruitment: Recruitment.ID?, at moment: Date?) throws {
        try run(
            "UPDATE mailFactRecruitment SET settled = ?1 WHERE fact = ?2 AND (?3 IS NULL OR recruitment = ?3)",
            [moment?.milliseconds, id, recruitment])
    }

    private func heardMail(_ row: Row) throws -> HeardMail {
        let id: MailFact.ID = row["id"]
        let places = try rows(
            "SELECT recruitment, settled FROM mailFactRecruitment WHERE fact = ? ORDER BY recruitment",
            [id]
        ).map { (recruitment: $0["recruitment"] as Recruitment.ID, settled: $0.moment("settled")) }
        let thread: String = row["thread"]
        let mail = MailFact.Mail(
            key: row["mail"], time: Date(milliseconds: row["time"]), fromName: row["fromName"],
            fromAddress: row["fromAddress"], subject: row["subject"], messageID: row["messageID"],
            thread: thread.split(separator: " ").map(String.init))
        let fact = MailFact(
            mail: mail, meaning: try row.value("meaning"), recruitments: places.map(\.recruitment),
            person: row["person"], message: row["message"],
            evidence: Self.pairs(row["evidence"]).map { MailFact.Evidence(code: $0.0, text: $0.1) },
            suggestions: Self.pairs(row["suggestions"]).map {
                MailFact.Suggestion(kind: $0.0, sentence: $0.1)
            },
            sort: row["sort"], returns: (row["returns"] as String?).flatMap { Day($0) }, words: row["words"])
        return HeardMail(
            id: id, fact: fact, contact: row["contact"],
            open: places.filter { $0.settled == nil }.map(\.recruitment))
    }

    /// Lines of a word, a space and a text.
    private static func pairs(_ text: String) -> [(String, String)] {
        text.split(separator: "\n").map { line in
            let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
        }
    }
}
