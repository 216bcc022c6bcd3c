import Etiquette
import Foundation
import GRDB
import Testing

@testable import Ledger

/// What is asked at each sending is found by an index, however long the life of the ledger was: a partial one is used only
/// as long as the query repeats its condition.
@Suite struct IndexTests {
    private func plan(_ sql: String, in shelf: Shelf) throws -> String {
        try shelf.read { transaction in
            try Row.fetchAll(transaction.database, sql: "EXPLAIN QUERY PLAN " + sql).map {
                $0["detail"] as String
            }
            .joined(separator: "; ")
        }
    }

    @Test(arguments: [
        (
            "SELECT id FROM message WHERE state = 'queued' AND due <= 4 AND \(LedgerTransaction.isOpen) ORDER BY due, id",
            "SEARCH message USING COVERING INDEX messageOpen (state=? AND due<?)"
        ),
        (
            "SELECT time FROM contact WHERE recruitment = 1 AND outcome <> 'sent' AND outcome IN (\(LedgerTransaction.wordsHeard))",
            "SEARCH contact USING INDEX contactRecruitment (recruitment=?)"
        ),
        (
            "SELECT id FROM contact WHERE recruitment = 1 AND time BETWEEN 1 AND 2 AND direction = 'in' "
                + "AND channel IS NULL AND messageID IS NULL AND outcome <> 'sent' "
                + "AND outcome IN (\(LedgerTransaction.wordsHeard)) AND \(LedgerTransaction.stands) "
                + "AND NOT EXISTS (SELECT 1 FROM mailFact WHERE mailFact.contact = contact.id) ORDER BY time, id",
            "SEARCH contact USING INDEX contactRecruitment (recruitment=? AND time>? AND time<?)"
        ),
        (
            "SELECT id FROM contact WHERE person = 1 AND \(LedgerTransaction.stands)",
            "SEARCH later USING COVERING INDEX contactUndoes (undoes=?)"
        ),
        ("SELECT 1 FROM attempt WHERE message = 1 AND ended IS NULL", "(message=?)"),
    ])
    func theIndexServes(sql: String, step: String) throws {
        let plan = try plan(sql, in: Shelf())
        #expect(plan.contains(step), "\(plan)")
        #expect(!plan.contains("SCAN"), "\(plan)")
    }

    /// The table in which all bytes lie is gone through by nobody.
    @Test(arguments: [
        (LedgerTransaction.departures, ["SCAN attempt USING COVERING INDEX attemptMessage"]),
        (LedgerTransaction.newestAttempt, ["SEARCH attempt USING COVERING INDEX attemptMessage"]),
        (
            LedgerTransaction.attendances,
            [
                "SEARCH interview USING INDEX interviewEnded (ended>? AND ended<?)",
                "SEARCH interview USING INDEX interviewEnded (ended>? AND ended<?)",
            ]
        ),
        (
            LedgerTransaction.departuresOfRenamed, ["SEARCH attempt USING INDEX attemptMessage (message=?)"]
        ),
        (LedgerTransaction.owedCopies, ["SCAN attempt USING COVERING INDEX attemptMessage"]),
        (
            "SELECT message.id, max(started) FROM message JOIN attempt ON attempt.message = message.id GROUP BY message.id",
            ["SEARCH attempt USING COVERING INDEX attemptMessage (message=?)"]
        ),
    ])
    func whatIsLongIsNotReadWhole(sql: String, steps: [String]) throws {
        let plan = try plan(sql.replacing(/\?[12]?/, with: "5"), in: Shelf()).components(
            separatedBy: "; ")
        for step in steps { #expect(plan.contains(step), "\(plan)") }
        #expect(!plan.contains("SCAN attempt") && !plan.contains("SCAN contact"), "\(plan)")
    }

    /// The first of many are found without a look at the rest.
    @Test(arguments: [
        (
            LedgerTransaction.firstOpen,
            [
                "SEARCH message USING COVERING INDEX messageOpen (state=?)",
                "SEARCH message USING COVERING INDEX messageOpen (state=? AND due<?)",
                "SEARCH message USING COVERING INDEX messageOpen (state=? AND due>?)",
                "SEARCH message USING INDEX messageQuestion (due>?)",
            ]
        ),
        (
            LedgerTransaction.newestAsked,
            [
                "SCAN message USING INDEX messageQuestion",
                "SEARCH recruitment USING INTEGER PRIMARY KEY (rowid=?)",
                "SEARCH contact USING INDEX contactRecruitment (recruitment=? AND time>?)",
            ]
        ),
        (
            LedgerTransaction.touched,
            [
                "SCAN contact USING COVERING INDEX contactPerson",
                "SEARCH interview USING INDEX interviewEnded (ended<?)",
            ]
        ),
        (
            LedgerTransaction.contactsOfRecruitments,
            [
                "SEARCH contact USING INDEX contactRecruitment (recruitment=?)",
                "SEARCH said USING INDEX contactOfMessage (message=?)",
            ]
        ),
        (
            "SELECT id FROM message WHERE state IN ('sent') ORDER BY due DESC, id DESC LIMIT 5",
            ["SCAN message USING INDEX messageDue"]
        ),
        (
            "SELECT id FROM message WHERE state IN (?) AND state = 'cancelled' ORDER BY due DESC, id DESC LIMIT 5",
            ["SCAN message USING INDEX messageCancelled"]
        ),
        (
            "SELECT * FROM person WHERE id IN (\(LedgerTransaction.byText)\(LedgerTransaction.holdsText) LIMIT 5)",
            [
                "SEARCH person USING INTEGER PRIMARY KEY (rowid=?)",
                "SCAN person USING COVERING INDEX personText",
            ]
        ),
        (
            LedgerTransaction.bySpelling + " AND instr(spellings, ?)",
            ["SEARCH person USING COVERING INDEX personSpellings (spellings>?)"]
        ),
        (
            LedgerTransaction.recruitmentsHolding + " LIMIT 5",
            ["SCAN recruitment USING COVERING INDEX recruitmentSame"]
        ),
        (
            "SELECT * FROM recruitment WHERE standing = 'withdrawn'",
            ["SEARCH recruitment USING INDEX recruitmentWithdrawn (standing=?)"]
        ),
        (
            "SELECT * FROM contact WHERE channel = ? AND channel <> 'email' ORDER BY id DESC LIMIT 5",
            ["SEARCH contact USING INDEX contactByHand (channel=?)"]
        ),
    ])
    func theFirstAreFoundByTheIndex(sql: String, steps: [String]) throws {
        let plan = try plan(sql.replacing(/\?[123]?/, with: "5"), in: Shelf()).components(separatedBy: "; ")
        for step in steps { #expect(plan.contains(step), "\(plan)") }
    }

    /// What is asked for many at once is found by the index as if it were asked for one.
    @Test(arguments: [
        ("SELECT * FROM message WHERE id", "SEARCH message USING INTEGER PRIMARY KEY (rowid=?)"),
        (
            "SELECT * FROM message WHERE recipient",
            "SEARCH message USING INDEX messageRecipient (recipient=?)"
        ),
        ("SELECT * FROM attempt WHERE message", "SEARCH attempt USING INDEX attemptMessage (message=?)"),
        ("SELECT * FROM contact WHERE person", "SEARCH contact USING INDEX contactPerson (person=?)"),
        (
            "SELECT * FROM contact WHERE outcome <> 'sent' AND recruitment",
            "SEARCH contact USING INDEX contactRecruitment (recruitment=?)"
        ),
        ("SELECT * FROM waiver WHERE message", "SEARCH waiver USING PRIMARY KEY (message=?)"),
    ])
    func numbersAreFoundByTheIndex(sql: String, step: String) throws {
        let plan = try plan("\(sql) IN (\(Numbers.list))".replacing("?", with: "'[5]'"), in: Shelf())
            .components(separatedBy: "; ")
        #expect(plan.contains(step), "\(plan)")
    }

    @Test(arguments: [0, 1, 2, 500])
    func asManyNumbersAreFoundAsAreAsked(count: Int) throws {
        let ids = (0..<count).map { Identifier<Message>(rawValue: Int64($0) * Int64($0) * 1_000_000_007) }
        let found = try Shelf().read { transaction in
            try transaction.rows(Numbers.list, Numbers(ids).value).map { Message.ID(rawValue: $0["value"]) }
        }
        #expect(found == ids)
    }
}
