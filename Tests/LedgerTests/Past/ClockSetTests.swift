import Etiquette
import Fixtures
import Foundation
import Testing

@testable import Ledger

@Suite("What is dated later than the user's word on the clock counts as of then, and no entry is changed")
struct ClockSetTests {
    private let shelf: Shelf
    private let story: Story
    private let now = at("2026-11-20T12:00:00Z")
    private let years = at("2031-03-01T12:00:00Z")

    init() throws {
        shelf = try Shelf()
        story = try shelf.write { try Story($0) }
    }

    private func email(at time: Date) throws {
        _ = try shelf.write {
            try $0.add(
                Entry(
                    time: time, direction: .out, channel: .email, person: story.jane,
                    recruitment: story.recruitment.id, outcome: .logged))
        }
    }

    private func lastEmail(_ note: Message.ID) throws -> Date? {
        try shelf.read { try $0.circumstances(of: $0.message(note)).lastEmail }
    }

    @Test func anEmailOfYearsAheadCountsAsOfThen() throws {
        let note = try shelf.write { try story.draft(.thankYou, in: $0) }
        try email(at: now - 86_400)
        try email(at: years)
        #expect(try lastEmail(note) == years)
        try shelf.write { try $0.settleClock(at: now) }
        #expect(try lastEmail(note) == now)
        #expect(try shelf.read { try $0.contacts().map(\.time) } == [now - 86_400, years])
        #expect(try shelf.read { try $0.emailAhead(of: now) } == nil)
    }

    @Test func whatIsNotedLaterCountsAsItStands() throws {
        let note = try shelf.write { try story.draft(.thankYou, in: $0) }
        try shelf.write { try $0.settleClock(at: now) }
        try email(at: now + 60)
        #expect(try lastEmail(note) == now + 60)
    }

    @Test("what was recorded by a clock that was ahead is told, and what came by mail has the time of others")
    func newestAhead() throws {
        func ahead() throws -> Date? { try shelf.read { try $0.newestAhead(of: now) } }
        _ = try shelf.write {
            try $0.add(
                Entry(
                    time: years, direction: .in, channel: .email, person: story.jane,
                    recruitment: story.recruitment.id, outcome: .replied))
        }
        try email(at: now + 300)
        #expect(try ahead() == nil)
        _ = try shelf.write {
            try $0.add(
                Entry(
                    time: now + 301, direction: .in, channel: nil, person: story.jane,
                    recruitment: story.recruitment.id, outcome: .replied))
        }
        #expect(try ahead() == now + 301)
        try email(at: years)
        #expect(try ahead() == years)
        try shelf.write { try $0.settleClock(at: now) }
        #expect(try ahead() == nil)
    }

    /// Said twice: what was noted before the first counts as of the first.
    @Test func theEarliestWordCounts() throws {
        let note = try shelf.write { try story.draft(.thankYou, in: $0) }
        try email(at: years)
        try shelf.write { try $0.settleClock(at: now) }
        try shelf.write { try $0.settleClock(at: now + 3600) }
        #expect(try lastEmail(note) == now)
    }

    @Test(arguments: ["UPDATE clockSet SET time = 0", "DELETE FROM clockSet"])
    func whatWasSaidStaysOnRecord(change: String) throws {
        try shelf.write { try $0.settleClock(at: now) }
        #expect(throws: LedgerProblem.self) { try shelf.run(change) }
    }
}
