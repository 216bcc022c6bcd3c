import Etiquette
import Fixtures
import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite struct SchemaTests {
    private func contact(_ shelf: Shelf) throws -> Contact.ID {
        try shelf.write { transaction in
            let story = try Story(transaction)
            return try transaction.add(
                Entry(
                    time: at("2026-11-18T09:00:00Z"), direction: .in, channel: .email, person: story.jane,
                    recruitment: story.recruitment.id, outcome: .replied))
        }
    }

    @Test(arguments: [
        "time = 0", "detail = 'another'", "outcome = 'courtesy'", "name = 'Another'", "person = person",
    ])
    func theContactLogIsNeverChanged(change: String) throws {
        let shelf = try Shelf()
        let id = try contact(shelf)
        #expect(throws: LedgerProblem.refused(detail: "the contact log is never changed")) {
            try shelf.run("UPDATE contact SET \(change) WHERE id = ?", [id.rawValue])
        }
    }

    @Test func theContactLogIsNeverShortened() throws {
        let shelf = try Shelf()
        _ = try contact(shelf)
        #expect(throws: LedgerProblem.refused(detail: "the contact log is never shortened")) {
            try shelf.run("DELETE FROM contact")
        }
        #expect(try shelf.read { try $0.contacts().count } == 1)
    }

    /// REPLACE deletes without asking the trigger that forbids deleting.
    @Test func theContactLogIsNeverReplaced() throws {
        let shelf = try Shelf()
        let id = try contact(shelf)
        #expect(throws: LedgerProblem.self) {
            try shelf.run(
                """
                REPLACE INTO contact (id, time, direction, person, name, outcome, answering, agency)
                VALUES (?, 0, 'in', 1, 'Another', 'replied', 0, 0)
                """, [id.rawValue])
        }
        #expect(try shelf.read { try $0.contact(id).person.name } == "Jane Okafor")
    }

    @Test func aWordIsTakenBackOnce() throws {
        let shelf = try Shelf()
        let id = try contact(shelf)
        let person = try shelf.read { try $0.contact(id).person }
        let undo = Entry(
            time: at("2026-11-18T10:00:00Z"), direction: .in, channel: nil, person: person, recruitment: nil,
            outcome: .undone, undoes: id)
        _ = try shelf.write { try $0.add(undo) }
        #expect(throws: LedgerProblem.self) { try shelf.write { try $0.add(undo) } }
    }

    @Test(arguments: FollowUp.Kind.allCases)
    func aFollowUpHasOneMessage(kind: FollowUp.Kind) throws {
        let shelf = try Shelf()
        let story = try shelf.write { try Story($0) }
        _ = try shelf.write { try story.draft(kind, in: $0) }
        #expect(throws: LedgerProblem.self) { try shelf.write { try story.draft(kind, in: $0) } }
    }

    @Test(arguments: [FollowUp.Kind.decisionStatus, .feedbackRequest])
    func oneQuestionInARecruitmentWhoeverIsAsked(kind: FollowUp.Kind) throws {
        let shelf = try Shelf()
        let story = try shelf.write { try Story($0) }
        _ = try shelf.write { try story.draft(kind, to: story.hana, in: $0) }
        #expect(throws: LedgerProblem.self) {
            try shelf.write { try story.draft(kind, to: story.jane, in: $0) }
        }
    }

    @Test func eachOfThePanelHasAThankYou() throws {
        let shelf = try Shelf()
        let count = try shelf.write { transaction in
            let story = try Story(transaction)
            _ = try story.draft(to: story.jane, in: transaction)
            _ = try story.draft(to: story.sam, in: transaction)
            return try transaction.messages(of: story.recruitment.id).count
        }
        #expect(count == 2)
    }

    @Test(arguments: [
        "recruitment = 2", "kind = 'decision-status', interview = NULL", "interview = 2", "recipient = 2",
    ])
    func aFollowUpIsWhatItIsForEver(change: String) throws {
        let shelf = try Shelf()
        let id = try shelf.write { transaction in
            let story = try Story(transaction)
            _ = try Story(transaction, organisation: "Another Council")
            return try story.draft(in: transaction)
        }
        #expect(throws: LedgerProblem.refused(detail: "a follow-up is what it is for ever")) {
            try shelf.run("UPDATE message SET \(change) WHERE id = ?", [id.rawValue])
        }
    }

    @Test func theQuestionAboutTheDecisionMayGoToSomebodyElse() throws {
        let shelf = try Shelf()
        let (id, sam) = try shelf.write { transaction in
            let story = try Story(transaction)
            return (try story.draft(.decisionStatus, in: transaction), story.sam)
        }
        try shelf.write { try $0.readdress(id, to: sam.id) }
        #expect(try shelf.read { try $0.message(id).recipient.name } == "Sam O'Brien")
    }

    @Test func twoOpenRecruitmentsOfOneNameAreOne() throws {
        let shelf = try Shelf()
        _ = try shelf.write { try $0.addRecruitment(organisation: "Example Council", role: "Data Analyst") }
        #expect(throws: LedgerProblem.self) {
            try shelf.write {
                try $0.addRecruitment(organisation: " EXAMPLE  council ", role: "data analyst")
            }
        }
    }

    @Test(arguments: [
        "UPDATE message SET state = 'posted'", "UPDATE message SET kind = 'reminder'",
        "UPDATE message SET channel = 'phone'", "UPDATE message SET nextAttempt = 1",
        "UPDATE message SET state = 'queued'", "UPDATE message SET state = 'held'",
        "UPDATE recruitment SET standing = 'maybe'", "UPDATE recruitment SET organisation = ''",
        "UPDATE person SET name = ''", "UPDATE person SET address = NULL",
        "UPDATE person SET sameAddress = 'hana.lee@example.org'", "UPDATE interview SET viaAgency = 2",
        "UPDATE interview SET contact = NULL, viaAgency = 1", "UPDATE interview SET recruitment = 99",
        "DELETE FROM person", "DELETE FROM interview", "UPDATE panelMember SET person = 1",
        "INSERT INTO ledger (one, id) VALUES (2, x'00')", "UPDATE ledger SET id = x'00'",
        "UPDATE ledger SET generation = -1", "UPDATE ledger SET token = x'00'",
        "UPDATE ledger SET tokenBefore = x'00'", "UPDATE ledger SET isMarked = 2",
        "INSERT INTO adoption (time, doubt, generation, held) VALUES (0, '', 1, 0)",
        "INSERT INTO attempt (message, started, ended) VALUES (1, 0, 1)",
        "INSERT INTO attempt (message, started) VALUES (1, 0)",
        "INSERT INTO attempt (message, started, ended, outcome) VALUES (1, 0, 1, 'lost')",
        "INSERT INTO contact (time, direction, person, name, outcome, answering, agency) "
            + "VALUES (0, 'in', 1, 'x', 'sent', 0, 0)",
    ])
    func nonsenseIsRefused(sql: String) throws {
        let shelf = try Shelf()
        try shelf.write { transaction in
            let story = try Story(transaction)
            _ = try story.draft(in: transaction)
        }
        let problem = #expect(throws: LedgerProblem.self) { try shelf.run(sql) }
        guard case .refused? = problem else {
            Issue.record("\(String(describing: problem)) instead of refused")
            return
        }
    }
}
