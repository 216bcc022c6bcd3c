import Foundation
import Testing

@testable import afterword

@Suite struct AgendaTests {
    private static let now = Date(timeIntervalSince1970: 1_800_000_000)
    private static let hour: TimeInterval = 3600

    /// What is due so many seconds from now; nothing if nil.
    private func step(_ agenda: Agenda, due seconds: TimeInterval?, after passed: TimeInterval = 0)
        -> Agenda.Step
    {
        agenda.step(seconds.map { Self.now + $0 }, at: Self.now + passed, patience: Self.hour)
    }

    @Test(arguments: [0, -1, -86_400] as [TimeInterval])
    func whatIsDueIsSent(seconds: TimeInterval) {
        #expect(step(Agenda(), due: seconds) == .send)
    }

    @Test func theNextDueTimeIsWaitedFor() {
        #expect(step(Agenda(), due: 90) == .wait(until: Self.now + 90))
    }

    @Test(arguments: [86_400, nil] as [TimeInterval?])
    func noWaitIsLongerThanThePatience(due: TimeInterval?) {
        #expect(step(Agenda(), due: due) == .wait(until: Self.now + Self.hour))
    }

    @Test func aRoundThatMovedNothingIsNotRepeatedAtOnce() {
        var agenda = Agenda()
        agenda.done(isStuck: true, at: Self.now)
        #expect(step(agenda, due: -5) == .wait(until: Self.now + Agenda.breath))
        #expect(step(agenda, due: -5, after: Agenda.breath) == .send)
        agenda.done(isStuck: false, at: Self.now)
        #expect(step(agenda, due: -5) == .send)
    }

    @Test func aChangedLedgerMayHaveFreedWhatWasStuck() {
        var agenda = Agenda()
        agenda.done(isStuck: true, at: Self.now)
        agenda.ledgerChanged()
        #expect(step(agenda, due: -5) == .send)
        _ = agenda.failed(.account, at: Self.now)
        agenda.ledgerChanged()
        #expect(step(agenda, due: -5) != .send, "no change of the ledger mends a login")
    }

    @Test func aClockThatWasSetBackMakesNoWaitLonger() {
        var agenda = Agenda()
        agenda.done(isStuck: true, at: Self.now)
        let back: TimeInterval = -100_000_000
        #expect(step(agenda, due: 2 * back, after: back) == .wait(until: Self.now + back + Agenda.breath))
        let pause = agenda.failed(.account, at: Self.now)
        #expect(pause.end(seenAt: Self.now + back) == Self.now + back + 6 * Self.hour)
    }

    @Test func afterAFailureNothingIsTriedThoughItIsDue() {
        var agenda = Agenda()
        let pause = agenda.failed(.secret, at: Self.now)
        #expect(pause.until == Self.now + 300)
        #expect(step(agenda, due: 0) == .wait(until: Self.now + 300))
        #expect(step(agenda, due: 0, after: 300) == .send)
    }

    @Test func anAccountThatRefusesIsAskedFourTimesInTheFirstDayAtTheMost() {
        var agenda = Agenda()
        var now = Self.now
        var tries = 0
        while now < Self.now + 30 * 24 * Self.hour {
            guard case .wait(let until) = agenda.step(Self.now, at: now, patience: Self.hour) else {
                tries += 1
                _ = agenda.failed(.account, at: now)
                continue
            }
            now = until
        }
        // At once, after 6 and 12 hours, and then once a day.
        #expect(tries == 32)
    }

    struct Row: CustomTestStringConvertible {
        let cause: Pause.Cause
        let minutes: [Double]
        var testDescription: String { "\(cause)" }
    }

    @Test(arguments: [
        Row(cause: .account, minutes: [360, 720, 1440, 1440]), Row(cause: .secret, minutes: [5, 10, 20, 40]),
        Row(cause: .house, minutes: [1, 2, 4, 8]),
    ])
    func pausesGrow(_ row: Row) {
        var agenda = Agenda()
        for minutes in row.minutes {
            #expect(agenda.failed(row.cause, at: Self.now).until == Self.now + minutes * 60)
        }
    }

    @Test func pausesGrowToALimitAndBeginAnewAfterSuccess() {
        var agenda = Agenda()
        for _ in 0..<40 { _ = agenda.failed(.house, at: Self.now) }
        #expect(agenda.pause?.until == Self.now + Self.hour)
        agenda.done(isStuck: false, at: Self.now)
        #expect(agenda.failed(.house, at: Self.now).until == Self.now + 60)
        #expect(agenda.failed(.secret, at: Self.now).count == 1, "another cause is another row")
    }

    @Test func aChangedConfigurationIsTriedAtOnce() {
        var agenda = Agenda()
        _ = agenda.failed(.account, at: Self.now)
        agenda.resume()
        #expect(step(agenda, due: 0) == .send)
    }

    @Test(arguments: [(Pause.Cause.account, false), (.secret, false), (.house, true)])
    func aChangedClockEndsOnlyAPauseOfTheHouse(cause: Pause.Cause, isOver: Bool) {
        var agenda = Agenda()
        _ = agenda.failed(cause, at: Self.now)
        agenda.clockChanged()
        #expect((step(agenda, due: 0) == .send) == isOver)
    }
}
