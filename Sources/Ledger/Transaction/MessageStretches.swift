import Etiquette
import Foundation
import GRDB

/// The first messages of many: which they are is found by an index, and only they are read.
extension LedgerTransaction {
    /// A stretch of the messages in any of some states, by their due times.
    package func messages(
        in states: [MessageState], from start: Int, count: Int, newestFirst: Bool
    ) throws -> [Message] {
        let marks = databaseQuestionMarks(count: states.count)
        let order = newestFirst ? "DESC" : "ASC"
        return try messages(
            where: """
                message.id IN (SELECT id FROM message WHERE state IN (\(marks)) \(Self.condition(states))
                    ORDER BY due \(order), id \(order) LIMIT ? OFFSET ?)
                ORDER BY due \(order), message.id \(order)
                """, StatementArguments(states.map(\.rawValue)) + [count, start])
    }

    /// What a partial index says of some states, word for word: without it SQLite does not look there.
    static func condition(_ states: [MessageState]) -> String {
        if states == [.cancelled] { return "AND state = 'cancelled'" }
        return states.allSatisfy { !$0.isOver } ? "AND \(isOpen)" : ""
    }

    /// How many messages still go somewhere or wait for the user.
    package func openMessageCount() throws -> Int {
        try row("SELECT count(*) FROM message WHERE \(Self.isOpen)").map { $0[0] } ?? 0
    }

    package func queuedMessageCount() throws -> Int {
        try row("SELECT count(*) FROM message WHERE state = 'queued' AND \(Self.isOpen)").map { $0[0] } ?? 0
    }

    /// The messages that still go somewhere or wait for the user, oldest due first.
    ///
    /// - Parameter first: so many of each sort at most: of what waits for the user, of what is queued and due at a moment, of
    ///   what is queued for later, and of the questions for later; nil for all.
    package func openMessages(first: Int?, at now: Date) throws -> [Message] {
        guard let first else { return try messages(in: MessageState.allCases.filter { !$0.isOver }) }
        return try messages(
            where: "message.id IN (\(Self.firstOpen)) ORDER BY due, message.id", [first, now.milliseconds])
    }

    static let firstOpen = """
        SELECT id FROM (SELECT id FROM message WHERE state IN ('draft', 'held', 'refused', 'unconfirmed', 'handedOver',
            'bounced') AND \(isOpen) ORDER BY due, id LIMIT ?1)
        UNION ALL SELECT id FROM (SELECT id FROM message WHERE state = 'queued' AND due <= ?2 AND \(isOpen)
            ORDER BY due, id LIMIT ?1)
        UNION ALL SELECT id FROM (SELECT id FROM message WHERE state = 'queued' AND due > ?2 AND \(isOpen)
            ORDER BY due, id LIMIT ?1)
        UNION ALL SELECT id FROM (SELECT id FROM message INDEXED BY messageQuestion WHERE kind = 'decision-status'
            AND due > ?2 AND \(isOpen) ORDER BY due, id LIMIT ?1)
        """

    /// The decision-status messages that were sent in recruitments that are open, and since which no answer is on record,
    /// oldest due first.
    ///
    /// - Parameter first: so many of the newest at most; nil for all.
    package func questionsAsked(first: Int?) throws -> [Message] {
        try messages(where: "message.id IN (\(Self.newestAsked)) ORDER BY due, message.id", [first ?? -1])
    }

    static let newestAsked = """
        SELECT id FROM message INDEXED BY messageQuestion WHERE kind = 'decision-status' AND state = 'sent'
            AND EXISTS (SELECT 1 FROM recruitment WHERE id = message.recruitment AND standing = 'open')
            AND NOT EXISTS (SELECT 1 FROM contact WHERE contact.recruitment = message.recruitment
                AND outcome <> 'sent' AND outcome = 'replied' AND \(stands) AND time > coalesce(
                    (SELECT started FROM attempt WHERE attempt.message = message.id ORDER BY attempt.id DESC LIMIT 1),
                    message.due))
        ORDER BY due DESC, id DESC LIMIT ?
        """

    /// Those of some recruitments in which a thank-you by email waits for nothing but its time.
    package func thanking(in recruitments: Set<Recruitment.ID>, after now: Date) throws -> Set<Recruitment.ID>
    {
        Set(
            try rows(
                """
                SELECT DISTINCT recruitment FROM message WHERE recruitment IN (\(Numbers.list))
                    AND kind = 'thank-you' AND channel = 'email' AND +state = 'queued' AND due > ?
                """, Numbers(recruitments).value + [now.milliseconds]
            ).map { $0[0] })
    }
}
