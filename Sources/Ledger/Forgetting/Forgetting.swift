import Etiquette
import Foundation
import GRDB

/// What forgetting somebody takes away, or has taken.
package struct Forgotten: Equatable, Sendable {
    package let person: Person
    /// The recruitments that they had to do with; their organisations and roles stay.
    package let recruitments: [Recruitment]
    /// How many entries of the contact log stay without name, address and words.
    package let contacts: Int
    /// How many mails of theirs were noted.
    package let mails: Int
    /// The messages to them, oldest due first; of each stays when it went, of which kind it was and what became of it.
    package let messages: [Message.ID]
    /// Those of them that had not gone, but for questions that go to somebody else now.
    package var cancelled: [Message.ID]
    /// Letters to others that had gone and told of them: their words went, and everything else stays.
    package let lettersSent: [Message.ID]
    /// Letters to others that have not gone and told of them: drafts without words now.
    package let lettersWaiting: [Message.ID]
    /// The questions about a decision that were to go to them and go to somebody else now, as drafts.
    package var readdressed: [Message] = []
    /// Where nobody is left who could be asked for the decision.
    package var unasked: [Recruitment] = []
}

/// Forgetting somebody. What was done stays: when, over which channel, of which kind, with what outcome, for which role
/// at which organisation. Names, addresses and words go, theirs and those of others that tell of them.
extension LedgerTransaction {
    /// Why somebody can't be forgotten now: something is on its way to them, or may be. Nil where nothing is.
    package func messageUnderWay(to person: Person.ID) throws -> Message? {
        try messages(to: person).first { $0.state == .handedOver || $0.state == .unconfirmed }
    }

    /// When somebody was forgotten; nil for whoever was not.
    package func forgotten(_ person: Person.ID) throws -> Date? {
        try row("SELECT time FROM forgetting WHERE person = ?", [person])?.moment("time")
    }

    /// Forgets a person, for ever.
    ///
    /// - Parameter shared: names of the user's own, whose words don't tell of anybody else.
    package func forget(_ id: Person.ID, besides shared: [String], at now: Date) throws -> Forgotten {
        let person = try person(id)
        let traces = try traces(of: person, besides: shared)
        let recruitments = try recruitments(with: id)
        let messages = try messages(to: id)
        try run("INSERT INTO forgetting (person, time) VALUES (?, ?)", [id, now.milliseconds])
        try keepTraces(of: person, traces)
        let cancelled = messages.filter { $0.state.isPending || $0.state.isReturned }.map(\.id)
        for message in cancelled { try cancel(message, because: Reason(.forgotten, moment: now)) }
        try emptyMessages(to: id)
        let contacts = try emptyContacts(of: id)
        let mails = try emptyMails(of: id, traces)
        let letters = try Letters(traces, nearby: recruitments.map(\.id), at: now, in: self)
        try forgetInvitations(traces, nearby: recruitments.map(\.id))
        try forgetName(of: id)
        try run("UPDATE forgetting SET isOver = 1 WHERE person = ?", [id])
        return Forgotten(
            person: person, recruitments: recruitments, contacts: contacts, mails: mails,
            messages: messages.map(\.id), cancelled: cancelled, lettersSent: letters.sent,
            lettersWaiting: letters.waiting)
    }

    private static let placeholder = "'forgotten person ' || ?1"

    private func emptyMessages(to id: Person.ID) throws {
        try settleCopies(where: "recipient = ?1", [id])
        try run(
            """
            UPDATE message SET subject = '', body = '', frozen = CASE WHEN frozen IS NULL THEN NULL ELSE x'' END,
                digest = NULL, sentSubject = NULL, sentName = NULL, sentAddress = NULL, reasonDetail = NULL,
                heldDetail = NULL
            WHERE recipient = ?
            """, [id])
        try emptyAttempts(where: "message IN (SELECT id FROM message WHERE recipient = ?)", [id])
    }

    /// No copy is filed any more of what has no bytes.
    func settleCopies(where condition: String, _ arguments: StatementArguments) throws {
        try run(
            """
            INSERT INTO copy (message, revision, state) SELECT id, revision, 'left' FROM message
            WHERE channel = 'email' AND state = 'sent' AND \(condition)
            ON CONFLICT (message, revision) DO UPDATE SET state = 'left', nextAttempt = NULL, detail = NULL
                WHERE copy.state IN ('owed', 'appending')
            """, arguments)
    }

    /// Takes bytes and the server's words from attempts.
    func emptyAttempts(where condition: String, _ arguments: StatementArguments) throws {
        try run(
            """
            UPDATE attempt SET reply = NULL, bytes = CASE WHEN bytes IS NULL THEN NULL ELSE x'' END
            WHERE \(condition)
            """, arguments)
    }

    /// Day and outcome of a word stay; a promised day is the organisation's.
    private func emptyContacts(of id: Person.ID) throws -> Int {
        try run(
            """
            UPDATE contact SET name = \(Self.placeholder), address = NULL, subject = NULL,
                messageID = CASE WHEN direction = 'out' THEN messageID END,
                detail = CASE WHEN outcome = 'decision-by' THEN detail END
            WHERE person = ?1
            """, [id])
        return database.changesCount
    }

    private func emptyMails(of id: Person.ID, _ traces: Traces) throws -> Int {
        let addresses = databaseQuestionMarks(count: traces.addresses.count)
        try run(
            """
            UPDATE mailFact SET mail = 'forgotten ' || id, fromName = \(Self.placeholder), fromAddress = '',
                subject = '', messageID = NULL, thread = '', evidence = '', suggestions = '', words = NULL
            WHERE person = ?1 OR lower(fromAddress) IN (\(addresses))
                OR person IS NULL AND message IN (SELECT id FROM message WHERE recipient = ?1)
            """, [id] + StatementArguments(traces.addresses))
        return database.changesCount
    }

    private func forgetName(of id: Person.ID) throws {
        try run("UPDATE panelMember SET talkingPoint = NULL, ownSentence = NULL WHERE person = ?", [id])
        try run(
            "UPDATE interview SET contactTalkingPoint = NULL, contactOwnSentence = NULL WHERE contact = ?",
            [id])
        for table in ["addressFailure", "settledName", "seenName", "formerPerson"] {
            try run("DELETE FROM \(table) WHERE person = ?", [id])
        }
        try run(
            """
            UPDATE person SET isForgotten = 1, name = \(Self.placeholder), sameName = \(Self.placeholder),
                nameKey = \(Self.placeholder), salutation = NULL, address = NULL, sameAddress = NULL,
                spellings = NULL,
                knownFrom = coalesce(knownFrom, (SELECT min(id) FROM recruitment))
            WHERE id = ?1
            """, [id])
    }

    /// Whom an invitation named; what its organiser calls it may hold an address, too.
    private func forgetInvitations(_ traces: Traces, nearby: [Recruitment.ID]) throws {
        for column in ["organiser", "sender"] {
            for address in traces.addresses {
                try run("UPDATE invitation SET \(column) = NULL WHERE lower(\(column)) = ?", [address])
            }
        }
        let rows = try rows("SELECT uid, recurrence, people FROM invitation").map {
            (uid: $0["uid"] as String, recurrence: $0["recurrence"] as String, people: $0["people"] as String)
        }
        for row in rows {
            let people = row.people.split(separator: "\n")
            let others = people.filter { !traces.stand(in: String($0), nearby: false) }
            let isNamed = traces.stand(in: row.uid, nearby: false)
            guard isNamed || others.count < people.count else { continue }
            try run(
                "UPDATE invitation SET people = ?, uid = ? WHERE uid = ? AND recurrence = ?",
                [
                    others.joined(separator: "\n"), isNamed ? try digest(of: row.uid) : row.uid, row.uid,
                    row.recurrence,
                ])
        }
    }
}
