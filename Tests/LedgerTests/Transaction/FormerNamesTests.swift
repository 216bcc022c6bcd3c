import Etiquette
import Fixtures
import Foundation
import Testing

@testable import Ledger

/// Whatever was given to a server may have arrived: its Message-ID stays known for ever, whichever way the message takes.
@Suite struct FormerNamesTests {
    private let shelf: Shelf
    private let story: Story
    private let now = at("2026-11-18T15:00:00Z")

    init() throws {
        shelf = try Shelf()
        story = try shelf.write { try Story($0) }
    }

    /// From being handed over to the next words.
    enum Way: CaseIterable {
        case bouncedAndMended, bouncedCancelledReleased, notDeliveredAndEdited, notDeliveredCancelledReleased
        case refusedAndEdited, refusedCancelledReleased, deferredAndEdited, deferredCancelledReleased
        case deferredHeldAndEdited
    }

    private func go(_ way: Way, _ id: Message.ID, _ transaction: LedgerTransaction) throws {
        func attempt(_ outcome: Attempt.Outcome) -> Attempt {
            Attempt(started: now, ended: now, outcome: outcome, code: nil, reply: nil)
        }
        switch way {
        case .bouncedAndMended, .bouncedCancelledReleased: try transaction.bring(id, to: .bounced)
        case .notDeliveredAndEdited, .notDeliveredCancelledReleased:
            try transaction.bring(id, to: .unconfirmed)
            try transaction.notDelivered(id, because: Reason(.notDelivered, moment: now))
        case .refusedAndEdited, .refusedCancelledReleased: try transaction.bring(id, to: .refused)
        case .deferredAndEdited, .deferredCancelledReleased, .deferredHeldAndEdited:
            try transaction.bring(id, to: .handedOver)
            try transaction.deferred(id, attempt(.deferred), nextAttempt: now + 60)
        }
        switch way {
        case .bouncedCancelledReleased, .notDeliveredCancelledReleased, .refusedCancelledReleased,
            .deferredCancelledReleased:
            try transaction.cancel(id, because: Reason(.byUser, moment: now))
        case .deferredHeldAndEdited: try transaction.hold(id, because: Reason(.byUser, moment: now))
        default: break
        }
        try transaction.redraft(id, subject: "Thank you", body: "Dear Jane,\n", template: nil)
    }

    private func names(_ transaction: LedgerTransaction) throws -> [String]? {
        try transaction.departures(after: .distantPast).first?.messageIDs
    }

    @Test(arguments: Way.allCases)
    func theFirstNameStays(way: Way) throws {
        try shelf.write { transaction in
            let id = try story.draft(in: transaction)
            let first = "\(id.rawValue)@example.org"
            try go(way, id, transaction)
            #expect(try names(transaction) == [first])
            // Once more, under a second name, and words for a third.
            try transaction.approve(
                id, frozen: .init(bytes: [0x43], messageID: "second@example.org"), at: now)
            #expect(try names(transaction) == ["second@example.org", first])
            try transaction.handOver(id, dispatched: [0x44], subject: "Thank you", at: now)
            try transaction.unconfirmed(
                id, Attempt(started: now, ended: now, outcome: .unconfirmed, code: nil, reply: nil))
            try transaction.notDelivered(id, because: Reason(.notDelivered, moment: now))
            try transaction.redraft(id, subject: "Thank you", body: "Dear Jane,\n", template: nil)
            #expect(try Set(names(transaction) ?? []) == [first, "second@example.org"])
            #expect(
                try transaction.isFormer(first, of: id) && transaction.isFormer("second@example.org", of: id))
        }
    }

    @Test func aNameUnderWhichNothingWasGivenIsForgotten() throws {
        try shelf.write { transaction in
            let id = try story.queued(in: transaction)
            try transaction.redraft(id, subject: "Thank you", body: "Dear Jane,\n", template: nil)
            #expect(try transaction.allNames().isEmpty)
        }
    }

    @Test func noNameIsTakenOutAgain() throws {
        let id = try shelf.write { transaction in
            let id = try story.draft(in: transaction)
            try go(.refusedAndEdited, id, transaction)
            return id
        }
        #expect(throws: LedgerProblem.refused(detail: "every name of a message stays on record")) {
            try shelf.run("DELETE FROM messageAlias WHERE message = ?", [id.rawValue])
        }
    }
}
