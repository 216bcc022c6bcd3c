import Etiquette
import Fixtures
import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("Words go by a forgetting alone, and only the words")
struct ForgettingTriggersTests {
    private let shelf: Shelf
    private let story: Story

    init() throws {
        let shelf = try Shelf()
        story = try shelf.write { transaction in
            let story = try Story(transaction)
            _ = try story.sent(at: at("2026-11-18T15:00:00Z"), in: transaction)
            try transaction.see(
                SeenName("Jane Okofor", source: .ownMail, time: at("2026-11-18T15:00:00Z")), of: story.jane.id
            )
            return story
        }
        self.shelf = shelf
    }

    /// What forgetting does, done by anybody else.
    @Test(arguments: [
        "UPDATE contact SET subject = NULL", "UPDATE contact SET name = 'forgotten person 1', address = NULL",
        "DELETE FROM contact", "UPDATE message SET body = '', subject = ''",
        "UPDATE attempt SET reply = NULL, bytes = x''", "DELETE FROM seenName",
        """
        UPDATE person SET isForgotten = 1, name = 'forgotten person 1', sameName = 'forgotten person 1',
            nameKey = 'forgotten person 1', address = NULL, sameAddress = NULL WHERE id = 1
        """,
        "INSERT INTO forgetting (person, time, isOver) VALUES (1, 0, 1)",
    ])
    func withoutOneNothingGoes(sql: String) throws {
        #expect(throws: LedgerProblem.self) { try shelf.run(sql) }
    }

    @Test(
        "while one is under way, nothing else is changed",
        arguments: [
            "UPDATE contact SET time = 0", "UPDATE contact SET outcome = 'logged', subject = NULL",
            "UPDATE contact SET name = 'Somebody'",
            "UPDATE contact SET name = 'forgotten person 2', address = NULL",
            "UPDATE contact SET detail = 'other words'", "UPDATE contact SET direction = 'in'",
            "UPDATE contact SET person = 2, name = 'forgotten person 2', address = NULL",
            "DELETE FROM contact",
            "UPDATE message SET body = 'other words'", "UPDATE message SET body = '', sentAddress = 'x@y.z'",
            "UPDATE message SET body = '', messageID = NULL",
            "UPDATE attempt SET outcome = 'refused', reply = NULL",
            "UPDATE attempt SET bytes = NULL", "UPDATE attempt SET bytes = x'43'",
            "UPDATE attempt SET started = 0",
            "DELETE FROM attempt", "DELETE FROM message",
            "UPDATE person SET isForgotten = 1, name = 'Somebody' WHERE id = 1",
            "UPDATE forgetting SET isOver = 1", "DELETE FROM forgetting", "UPDATE forgetting SET time = 1",
            "INSERT INTO forgetting (person, time) VALUES (2, 0)",
        ])
    func underWay(sql: String) throws {
        #expect(throws: LedgerProblem.self) {
            try shelf.write { transaction in
                try transaction.run("INSERT INTO forgetting (person, time) VALUES (1, 0)")
                try transaction.run(sql)
            }
        }
        #expect(try shelf.read { try $0.row("SELECT 1 FROM forgetting") } == nil)
    }

    @Test(
        "what was forgotten stays so",
        arguments: [
            "UPDATE person SET name = 'Jane Okafor' WHERE id = 1",
            "UPDATE forgetting SET isOver = 0, isClean = 0",
            "DELETE FROM forgetting", "DELETE FROM forgottenTrace", "UPDATE forgottenTrace SET person = 1",
            "UPDATE contact SET subject = NULL WHERE person = 2",
            """
            INSERT INTO message (recruitment, interview, recipient, kind, channel, due, subject, body)
            VALUES (1, 1, 1, 'thank-you', 'post', 0, '', '')
            """,
            "REPLACE INTO forgetting (person, time) VALUES (1, 0)",
        ])
    func afterwards(sql: String) throws {
        _ = try shelf.write { transaction in
            try transaction.add(
                Entry(
                    time: at("2026-11-20T09:00:00Z"), direction: .out, channel: .phone, person: story.sam,
                    recruitment: story.recruitment.id, outcome: .logged))
            return try transaction.forget(story.jane.id, besides: [], at: at("2026-12-20T12:00:00Z"))
        }
        #expect(throws: LedgerProblem.self) { try shelf.run(sql) }
    }
}
