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

    private func go(_ way: Way, _ id: Message.ID, _ books: Books) throws {
        func attempt(_ outcome: Attempt.Outcome) -> Attempt {
            Attempt(started: now, ended: now, outcome: outcome, code: nil, reply: nil)
        }
        switch way {
        case .bouncedAndMended, .bouncedCancelledReleased: try books.bring(id, to: .bounced)
        case .notDeliveredAndEdited, .notDeliveredCancelledReleased:
            try books.bring(id, to: .unconfirmed)
            try books.notDelivered(id, because: Reason(.notDelivered, moment: now))
        case .refusedAndEdited, .refusedCancelledReleased: try books.bring(id, to: .refused)
        case .deferredAndEdited, .deferredCancelledReleased, .deferredHeldAndEdited:
            try books.bring(id, to: .handedOver)
            try books.deferred(id, attempt(.deferred), nextAttempt: now + 60)
        }
        switch way {
        case .bouncedCancelledReleased, .notDeliveredCancelledReleased, .refusedCancelledReleased,
            .deferredCancelledReleased:
            try books.cancel(id, because: Reason(.byUser, moment: now))
        case .deferredHeldAndEdited: try books.hold(id, because: Reason(.byUser, moment: now))
        default: break
        }
        try books.redraft(id, subject: "Thank you", body: "Dear Jane,\n", template: nil)
    }

    private func names(_ books: Books) throws -> [String]? {
        try books.departures(after: .distantPast).first?.messageIDs
    }

    @Test(arguments: Way.allCases)
    func theFirstNameStays(way: Way) throws {
        try shelf.write { books in
            let id = try story.draft(in: books)
            let first = "\(id.rawValue)@example.org"
            try go(way, id, books)
            #expect(try names(books) == [first])
            // Once more, under a second name, and words for a third.
            try books.approve(id, frozen: .init(bytes: [0x43], messageID: "second@example.org"), at: now)
            #expect(try names(books) == ["second@example.org", first])
            try books.handOver(id, dispatched: [0x44], subject: "Thank you", at: now)
            try books.unconfirmed(
                id, Attempt(started: now, ended: now, outcome: .unconfirmed, code: nil, reply: nil))
            try books.notDelivered(id, because: Reason(.notDelivered, moment: now))
            try books.redraft(id, subject: "Thank you", body: "Dear Jane,\n", template: nil)
            #expect(try Set(names(books) ?? []) == [first, "second@example.org"])
            #expect(try books.isFormer(first, of: id) && books.isFormer("second@example.org", of: id))
        }
    }

    @Test func aNameUnderWhichNothingWasGivenIsForgotten() throws {
        try shelf.write { books in
            let id = try story.queued(in: books)
            try books.redraft(id, subject: "Thank you", body: "Dear Jane,\n", template: nil)
            #expect(try books.allNames().isEmpty)
        }
    }

    @Test func noNameIsTakenOutAgain() throws {
        let id = try shelf.write { books in
            let id = try story.draft(in: books)
            try go(.refusedAndEdited, id, books)
            return id
        }
        #expect(throws: LedgerProblem.refused(detail: "every name of a message stays on record")) {
            try shelf.run("DELETE FROM messageAlias WHERE message = ?", [id.rawValue])
        }
    }
}
