import Etiquette
import Foundation
import GRDB

extension LedgerTransaction {
    /// Letters to others that tell of somebody.
    ///
    /// - Parameter shared: names of the user's own, whose words don't tell of anybody else.
    package func letters(telling person: Person, besides shared: [String]) throws -> [Message] {
        let traces = try traces(of: person, besides: shared)
        let nearby = try recruitments(with: person.id).map(\.id)
        return try suspects(
            ["subject", "body"], of: "message", recruitment: "recruitment", traces, nearby: nearby
        ).filter { row in row.texts.contains { traces.stand(in: $0, nearby: row.isNearby) } }
            .map { try message(Identifier(rawValue: $0.id)) }
            .filter { $0.recipient.id != person.id }
    }
}

/// Forgets somebody in the words of others: letters, notes, answers, topics of a conversation.
struct Letters {
    /// What had gone, or was called off: its words are gone.
    private(set) var sent: [Message.ID] = []
    /// What has not gone: a draft without words.
    private(set) var waiting: [Message.ID] = []
    private let traces: Traces
    private let nearby: [Recruitment.ID]
    private let transaction: LedgerTransaction

    init(_ traces: Traces, nearby: [Recruitment.ID], at now: Date, in transaction: LedgerTransaction) throws {
        (self.traces, self.nearby, self.transaction) = (traces, nearby, transaction)
        try emptyTopics()
        try emptyLetters()
        try emptyNotes()
        try emptyMails()
        try emptyReplies()
    }

    private func suspects(_ columns: [String], of source: String, recruitment: String) throws
        -> [(id: Int64, isNearby: Bool, texts: [String])]
    {
        try transaction.suspects(columns, of: source, recruitment: recruitment, traces, nearby: nearby)
            .filter { row in row.texts.contains { traces.stand(in: $0, nearby: row.isNearby) } }
    }

    private mutating func emptyLetters() throws {
        let columns = ["subject", "body", "sentSubject", "reasonDetail", "heldDetail"]
        for row in try suspects(columns, of: "message", recruitment: "recruitment") {
            let id = Message.ID(rawValue: row.id)
            func tells(_ column: Int) -> Bool { traces.stand(in: row.texts[column], nearby: row.isNearby) }
            if tells(3) || tells(4) {
                try transaction.run(
                    "UPDATE message SET reasonDetail = NULL, heldDetail = NULL WHERE id = ?", [row.id])
            }
            guard tells(0) || tells(1) || tells(2) else { continue }
            try empty(id, subject: tells(0) ? "" : row.texts[0])
            if tells(2) {
                try transaction.run("UPDATE message SET body = '', sentSubject = '' WHERE id = ?", [row.id])
            }
        }
        // What left in earlier words is not read once more: it was replaced.
        try transaction.emptyAttempts(
            where: """
                id IN (SELECT attempt.id FROM message JOIN attempt ON attempt.message = message.id
                    WHERE recruitment IN (\(Numbers.list)) AND revision > 1 AND started < approved
                        AND length(bytes) > 0)
                """, Numbers(nearby).value)
    }

    private mutating func empty(_ id: Message.ID, subject: String) throws {
        let message = try transaction.message(id)
        if message.state.isPending || message.state.isReturned {
            let doubt = try transaction.doubt(about: message)
            try transaction.redraft(id, subject: subject, body: "", template: message.template)
            // What another ledger may have sent stays held in whatever words.
            if let doubt { try transaction.hold(id, because: doubt) }
            waiting.append(id)
        } else {
            try transaction.settleCopies(where: "id = ?", [id])
            try transaction.run(
                """
                UPDATE message SET subject = ?, body = '', frozen = CASE WHEN frozen IS NULL THEN NULL ELSE x'' END,
                    digest = NULL
                WHERE id = ?
                """, [subject, id])
            sent.append(id)
        }
        try transaction.emptyAttempts(where: "message = ?", [id])
    }

    /// What the user said they talked about with others, and what they wrote to them about it.
    private func emptyTopics() throws {
        try emptyTopics(
            ["talkingPoint", "ownSentence"], of: "panelMember", keyedBy: ["interview", "position"],
            from: "panelMember JOIN interview ON interview.id = interview")
        try emptyTopics(
            ["contactTalkingPoint", "contactOwnSentence"], of: "interview", keyedBy: ["interview.id"],
            from: "interview")
    }

    private func emptyTopics(
        _ columns: [String], of table: String, keyedBy keys: [String], from source: String
    ) throws {
        for column in columns {
            let rows = try transaction.rows(
                """
                SELECT \(keys.joined(separator: ", ")), \(column) AS topic,
                    recruitment IN (\(Numbers.list)) AS isNearby FROM \(source)
                WHERE \(column) IS NOT NULL AND (isNearby OR \(traces.mayStand(in: [column], from: 2)))
                """, Numbers(nearby).value + traces.patterns
            ).map { row in
                (
                    key: keys.indices.map { row[$0] as Int64 }, topic: row["topic"] as String,
                    isNearby: row["isNearby"] as Bool
                )
            }
            let condition = keys.map { "\($0) = ?" }.joined(separator: " AND ")
            for row in rows where traces.stand(in: row.topic, nearby: row.isNearby) {
                try transaction.run(
                    "UPDATE \(table) SET \(column) = NULL WHERE \(condition)", StatementArguments(row.key))
            }
        }
    }

    private func emptyNotes() throws {
        for row in try suspects(["subject", "detail"], of: "contact", recruitment: "recruitment") {
            try transaction.run(
                """
                UPDATE contact SET subject = NULL, detail = CASE WHEN outcome = 'decision-by' THEN detail END
                WHERE id = ?
                """, [row.id])
        }
    }

    private func emptyMails() throws {
        let place = "(SELECT recruitment FROM mailFactRecruitment WHERE fact = mailFact.id)"
        let columns = ["subject", "evidence", "suggestions", "words"]
        for row in try suspects(columns, of: "mailFact", recruitment: place) {
            try transaction.run(
                "UPDATE mailFact SET subject = '', evidence = '', suggestions = '', words = NULL WHERE id = ?",
                [row.id])
        }
    }

    private func emptyReplies() throws {
        for row in try suspects(["reply"], of: "attempt", recruitment: "NULL") {
            try transaction.run("UPDATE attempt SET reply = NULL WHERE id = ?", [row.id])
        }
    }
}
