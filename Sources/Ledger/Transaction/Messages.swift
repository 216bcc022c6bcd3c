import Etiquette
import Foundation
import GRDB
import Text

extension LedgerTransaction {
    /// - Throws: `LedgerProblem.noSuch` for a number that no message has.
    package func message(_ id: Message.ID) throws -> Message {
        try message(row(Self.messages + "WHERE message.id = ?", id, of: .message))
    }

    /// Where a message is in its life.
    ///
    /// - Throws: `LedgerProblem.noSuch` for a number that no message has.
    package func state(of id: Message.ID) throws -> MessageState {
        try MessageState(ledger: row("SELECT state FROM message WHERE id = ?", id, of: .message)[0])
    }

    /// The message of a follow-up, whatever its state: it exists at most once.
    package func message(for identity: FollowUp.Identity) throws -> Message? {
        switch identity {
        case .thankYou(let interview, let person):
            try messages(
                where: "interview = ? AND recipient = ? AND kind = 'thank-you'", [interview, person]
            ).first
        case .decisionStatus(let recruitment):
            try messages(where: "recruitment = ? AND kind = 'decision-status'", [recruitment]).first
        case .feedbackRequest(let recruitment):
            try messages(where: "recruitment = ? AND kind = 'feedback-request'", [recruitment]).first
        }
    }

    /// The messages of a recruitment, oldest due first.
    package func messages(of recruitment: Recruitment.ID) throws -> [Message] {
        try messages(where: "recruitment = ? ORDER BY due, message.id", [recruitment])
    }

    /// Some messages by their numbers, in the order of these.
    ///
    /// - Throws: `LedgerProblem.noSuch` for a number that no message has.
    package func messages(_ ids: [Message.ID]) throws -> [Message] {
        guard ids.count > 1 else { return try ids.map(message) }
        let found: [Message.ID: Message] = try rows(
            Self.messages + "WHERE message.id IN (\(Numbers.list))", Numbers(ids).value
        ).keyed(message)
        return try ids.map { id in
            guard let message = found[id] else { throw LedgerProblem.noSuch(.message, number: id.rawValue) }
            return message
        }
    }

    /// The messages that an interview has a part in: its thank-yous, and those of the recruitment as a whole.
    package func messages(of interview: Interview) throws -> [Message] {
        try messages(of: interview.recruitment)
            .filter { $0.followUp.interview == nil || $0.followUp.interview == interview.id }
    }

    /// The messages to a person, whatever the recruitment, oldest due first.
    package func messages(to person: Person.ID) throws -> [Message] {
        try messages(where: "recipient = ? ORDER BY due, message.id", [person])
    }

    /// The thank-yous to people of an organisation, whatever the recruitment, oldest due first: its name is compared in
    /// the sense of `Sameness`.
    package func thankYous(at organisation: String) throws -> [Message] {
        try messages(
            where: """
                recruitment IN (SELECT id FROM recruitment WHERE sameOrganisation = ?) AND kind = 'thank-you'
                ORDER BY due, message.id
                """, [Sameness.form(of: organisation)])
    }

    /// The messages in any of some states, oldest due first.
    package func messages(in states: [MessageState]) throws -> [Message] {
        let marks = databaseQuestionMarks(count: states.count)
        return try messages(
            where: "state IN (\(marks)) \(Self.condition(states)) ORDER BY due, message.id",
            StatementArguments(states.map(\.rawValue)))
    }

    /// What the index of the messages that are neither sent nor cancelled says, word for word: without it SQLite does not
    /// look there.
    static let isOpen = "state <> 'sent' AND state <> 'cancelled'"

    /// The messages in a state that are due at a moment, deferred ones included, in the order of their due times.
    ///
    /// - Parameter state: neither `sent` nor `cancelled`, of which none is due.
    package func messages(_ state: MessageState, dueBy moment: Date) throws -> [Message.ID] {
        try rows(
            "SELECT id FROM message WHERE state = ? AND due <= ? AND \(Self.isOpen) ORDER BY due, id",
            [state.rawValue, moment.milliseconds]
        ).map { $0[0] }
    }

    /// The queued decision-status messages that are due at a moment, in the order of their due times.
    package func questions(dueBy moment: Date) throws -> [Message.ID] {
        try rows(
            """
            SELECT id FROM message WHERE state = 'queued' AND due <= ? AND kind = 'decision-status' AND \(Self.isOpen)
            ORDER BY due, id
            """, [moment.milliseconds]
        ).map { $0["id"] }
    }

    /// The email that a message answers: a decision-status message that of the thank-you to the same person, if it was
    /// sent, by the name under which they got it; a feedback request that which brought the news, if it was found in the
    /// mailbox.
    package func answered(by message: Message) throws -> LetterThread? {
        switch message.followUp.kind {
        case .thankYou: nil
        case .decisionStatus:
            try row(
                """
                SELECT coalesce((SELECT min(messageID) FROM messageAlias WHERE message = message.id
                        AND revision = message.revision), messageID) AS messageID, sentSubject
                FROM message WHERE recruitment = ? AND recipient = ? AND kind = 'thank-you'
                    AND channel = 'email' AND +state = 'sent' ORDER BY due DESC LIMIT 1
                """, [message.followUp.recruitment, message.recipient.id]
            ).map { LetterThread(messageID: $0["messageID"], subject: $0["sentSubject"]) }
        case .feedbackRequest: try news(answeredBy: message)
        }
    }

    /// The mail of the recipient that the last bad news stands in.
    private func news(answeredBy message: Message) throws -> LetterThread? {
        guard let news = try words(in: message.followUp.recruitment).last(where: { $0.outcome == .rejected }),
            news.person.id == message.recipient.id, let mail = try heardMail(of: news.id)?.fact.mail,
            mail.fromAddress == message.recipient.address?.key, let id = mail.messageID
        else { return nil }
        return LetterThread(
            messageID: id, references: mail.thread, subject: mail.subject.isEmpty ? nil : mail.subject)
    }

    /// Writes a new draft for a follow-up that has no message yet.
    package func addDraft(
        of followUp: FollowUp, channel: Channel, due: Date, subject: String, body: String, template: String?
    ) throws -> Message.ID {
        try insert(
            """
            INSERT INTO message (recruitment, interview, recipient, kind, channel, due, subject, body, template)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                followUp.recruitment, followUp.interview, followUp.recipient,
                followUp.kind.rawValue, channel.rawValue, due.milliseconds, subject, body, template,
            ])
    }

    /// Everything of a message but its bytes, which are long and seldom wanted. What has left shows to whom it left,
    /// whatever was mended since.
    static let messages = """
        SELECT message.id, recruitment, interview, recipient, kind, channel, state, due, nextAttempt, subject, body,
            template, revision, messageID, reasonCode, reasonMoment, reasonDetail, salutation,
            CASE WHEN \(hasLeft) THEN sentName ELSE name END, CASE WHEN \(hasLeft) THEN sentAddress ELSE address END
        FROM message JOIN person ON recipient = person.id\u{20}
        """

    func messages(where condition: String, _ arguments: StatementArguments) throws -> [Message] {
        try rows(Self.messages + "WHERE " + condition, arguments).map(message)
    }

    private static let hasLeft = "sentName IS NOT NULL AND \(stateAfterLeaving)"
    /// On its way, perhaps arrived, arrived, or come back.
    static let stateAfterLeaving =
        "(state = 'sent' OR state = 'handedOver' OR state = 'unconfirmed' OR state = 'bounced')"

    /// Columns by their place: by their names they are looked for in every row.
    func message(_ row: Row) throws -> Message {
        let recruitment: Recruitment.ID = row[1]
        let recipient = Person(
            id: row[3], name: row[18],
            address: (row[19] as String?).map(EmailAddress.init(recorded:)), salutation: row[17])
        return Message(
            id: row[0],
            followUp: FollowUp(
                identity: identity(
                    try FollowUp.Kind(ledger: row[4]), interview: row[2], recruitment, recipient.id),
                recruitment: recruitment, recipient: recipient.id),
            recipient: recipient, channel: try Channel(ledger: row[5]),
            state: try MessageState(ledger: row[6]),
            due: Date(milliseconds: row[7]), nextAttempt: (row[8] as Int64?).map(Date.init(milliseconds:)),
            subject: row[9], body: row[10], template: row[11], revision: row[12], messageID: row[13],
            reason: try (row[14] as String?).map {
                Reason(
                    try Reason.Code(ledger: $0), moment: (row[15] as Int64?).map(Date.init(milliseconds:)),
                    detail: row[16])
            })
    }
}

extension LedgerTransaction {
    /// The subjects under which messages left; one that has not is left out.
    package func sentSubjects(of ids: some Collection<Message.ID>) throws -> [Message.ID: String] {
        try rows(
            "SELECT id, sentSubject FROM message WHERE id IN (\(Numbers.list)) AND sentSubject IS NOT NULL",
            Numbers(ids).value
        ).keyed { $0[1] }
    }
}
