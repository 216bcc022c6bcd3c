import Etiquette
import Fixtures
import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite struct TransitionTests {
    /// Every pair of states.
    static let pairs = MessageState.allCases.flatMap { from in MessageState.allCases.map { (from, $0) } }

    /// Sets the state alone, everything else being as that state wants it.
    private func force(_ id: Message.ID, to state: MessageState, in shelf: Shelf) throws {
        try shelf.run(
            """
            INSERT INTO attempt (message, started, bytes)
            SELECT id, 0, x'42' FROM message WHERE id = ? AND state = 'queued' AND ? = 'handedOver'
            """, [id.rawValue, state.rawValue])
        try shelf.run(
            """
            UPDATE message SET state = ?1, reasonCode = 'by-user', nextAttempt = NULL,
                approved = CASE WHEN ?1 = 'draft' THEN NULL ELSE 1 END,
                frozen = CASE WHEN ?1 = 'draft' AND state NOT IN ('handedOver', 'sent', 'unconfirmed')
                    THEN NULL ELSE x'41' END,
                messageID = '1@example.org'
            WHERE id = ?2
            """, [state.rawValue, id.rawValue])
    }

    private func message(in state: MessageState, by channel: Channel, _ shelf: Shelf) throws -> Message.ID {
        try shelf.write { transaction in
            let id = try Story(transaction).draft(by: channel, in: transaction)
            try transaction.run("UPDATE message SET messageID = '1@example.org' WHERE id = ?", [id.rawValue])
            if state != .draft {
                try transaction.approve(
                    id, frozen: LedgerTransaction.Frozen(bytes: [0x41], messageID: "1@example.org"),
                    at: at("2026-11-18T15:00:00Z"))
            }
            try transaction.bring(id, to: state)
            return id
        }
    }

    @Test(arguments: pairs)
    func theLedgerAllowsExactlyTheStepsOfTheDiagram(from: MessageState, to: MessageState) throws {
        let shelf = try Shelf()
        // A card may go to sent without a hand-over; nothing else tells the channels apart.
        let id = try message(in: from, by: to == .sent && from != .handedOver ? .post : .email, shelf)
        let isAllowed = from == to || from.successors.contains(to)
        if isAllowed {
            try force(id, to: to, in: shelf)
        } else {
            // Only what is queued can have a try under way: two promises stand in the way of any other hand-over.
            let problem = #expect(throws: LedgerProblem.self) { try force(id, to: to, in: shelf) }
            #expect(
                problem == .refused(detail: "no such transition of a message")
                    || to == .handedOver && problem == .refused(detail: "what is handed over is on record"))
        }
        #expect(try shelf.read { try $0.message(id).state } == (isAllowed ? to : from))
    }

    @Test(arguments: [MessageState.queued, .held])
    func anEmailIsHandedOverBeforeItIsSent(from: MessageState) throws {
        let shelf = try Shelf()
        let id = try message(in: from, by: .email, shelf)
        #expect(throws: LedgerProblem.refused(detail: "an email is handed over before it is sent")) {
            try force(id, to: .sent, in: shelf)
        }
    }

    @Test(arguments: MessageState.allCases.filter { $0 != .draft })
    func everyMessageBeginsAsADraft(state: MessageState) throws {
        let shelf = try Shelf()
        let story = try shelf.write { try Story($0) }
        #expect(throws: LedgerProblem.refused(detail: "a message begins as a draft")) {
            try shelf.run(
                """
                INSERT INTO message (recruitment, interview, recipient, kind, channel, state, due, subject, body,
                    approved, frozen, messageID, reasonCode)
                VALUES (?, ?, ?, 'thank-you', 'email', ?, 0, 's', 'b', 1, x'41', 'x@example.org', 'by-user')
                """,
                [
                    story.recruitment.id.rawValue, story.interview.id.rawValue, story.jane.id.rawValue,
                    state.rawValue,
                ])
        }
    }

    @Test(
        arguments: [MessageState.handedOver, .sent, .unconfirmed, .bounced],
        [
            "subject = 'Another'", "body = 'Another'", "frozen = x'43'", "sentName = 'Another'",
            "sentAddress = 'other@example.org'",
            "sentSubject = 'Another'", "messageID = 'other@example.org'",
        ])
    func whatLeftTheHouseStaysAsItWas(state: MessageState, change: String) throws {
        let shelf = try Shelf()
        let id = try message(in: state, by: .email, shelf)
        #expect(throws: LedgerProblem.refused(detail: "what left the house stays as it was")) {
            try shelf.run("UPDATE message SET \(change) WHERE id = ?", [id.rawValue])
        }
    }

    @Test(arguments: MessageState.allCases)
    func aFollowUpExistsForEver(state: MessageState) throws {
        let shelf = try Shelf()
        let id = try message(in: state, by: .email, shelf)
        #expect(throws: LedgerProblem.refused(detail: "a follow-up exists for ever")) {
            try shelf.run("DELETE FROM message WHERE id = ?", [id.rawValue])
        }
    }
}
