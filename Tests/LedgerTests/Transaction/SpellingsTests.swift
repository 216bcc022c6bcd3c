import Etiquette
import Foundation
import Testing

@testable import Ledger

@Suite struct SpellingsTests {
    private let shelf: Shelf
    private let ledger: Ledger
    private let jane: Person

    init() throws {
        shelf = try Shelf()
        ledger = shelf.ledger
        jane = try shelf.ledger.write { transaction in
            let recruitment = try transaction.addRecruitment(organisation: "Example Council", role: "Analyst")
            return try transaction.addPerson(
                name: "Jane Okafor", address: EmailAddress("jane.okafor@example.org"), in: recruitment.id)
        }
    }

    private func seen(_ name: String, _ source: NameSource = .ownMail, at time: Double = 1) -> SeenName {
        SeenName(name, source: source, time: Date(timeIntervalSince1970: time))
    }

    @Test func aSpellingIsTakenDownOnceFromEachSource() throws {
        try ledger.write { (transaction: LedgerTransaction) throws in
            #expect(try transaction.see(seen("Jane Okofor"), of: jane.id))
            #expect(try !transaction.see(seen("Jane Okofor", at: 9), of: jane.id))
            #expect(try transaction.see(seen("Jane Okofor", .invitation, at: 3), of: jane.id))
        }
        try ledger.read { (transaction: LedgerTransaction) throws in
            #expect(
                try transaction.unsettledNames(of: jane.id) == [
                    seen("Jane Okofor"), seen("Jane Okofor", .invitation, at: 3),
                ])
            #expect(try transaction.hasSeen("Jane Okofor", of: jane.id))
            #expect(try !transaction.hasSeen("Jane Okafor", of: jane.id))
            #expect(try transaction.peopleOfUnsettledNames() == [jane])
        }
    }

    @Test func whatIsSettledStaysSoUntilSomethingNewIsRead() throws {
        let now = Date(timeIntervalSince1970: 100)
        try ledger.write { (transaction: LedgerTransaction) throws in
            try transaction.see(seen("Jane Okofor"), of: jane.id)
            try transaction.settleName(of: jane, by: .user, at: now)
            #expect(try !transaction.see(seen("Jane Okofor", at: 200), of: jane.id))
            #expect(try transaction.unsettledNames(of: jane.id).isEmpty)
            #expect(
                try transaction.settledName(of: jane.id)
                    == SettledName(
                        name: "Jane Okafor", address: "jane.okafor@example.org", source: .user, time: now))
            try transaction.see(seen("Jane Okaford", at: 300), of: jane.id)
            #expect(try transaction.unsettledNames(of: jane.id).map(\.text) == ["Jane Okaford"])
        }
    }

    @Test(arguments: [
        "DELETE FROM seenName", "INSERT INTO seenName VALUES (1, '', 'user', 0, 0)",
        "INSERT INTO seenName VALUES (1, 'x', 'address', 0, 0)",
        "INSERT INTO settledName VALUES (1, 'x', NULL, 'address', 0)",
        "INSERT INTO settledName VALUES (99, 'x', NULL, 'user', 0)",
    ])
    func theSchemaRefusesNonsense(sql: String) throws {
        try ledger.write { _ = try $0.see(seen("Jane Okofor"), of: jane.id) }
        #expect(throws: LedgerProblem.self) { try ledger.write { try $0.run(sql) } }
    }
}
