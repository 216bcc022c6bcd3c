import Foundation
import Testing

@testable import Application

@Suite struct RunScheduleTests {
    private static let now = Date(timeIntervalSince1970: 1_800_000_000)
    private static let hour: TimeInterval = 3600

    /// What is due so many seconds from now; nothing if nil.
    private func step(_ schedule: RunSchedule, due seconds: TimeInterval?, after passed: TimeInterval = 0)
        -> RunSchedule.Step
    {
        schedule.step(seconds.map { Self.now + $0 }, at: Self.now + passed, patience: Self.hour)
    }

    @Test(arguments: [0, -1, -86_400] as [TimeInterval])
    func whatIsDueIsSent(seconds: TimeInterval) {
        #expect(step(RunSchedule(), due: seconds) == .send)
    }

    @Test func theNextDueTimeIsWaitedFor() {
        #expect(step(RunSchedule(), due: 90) == .wait(until: Self.now + 90))
    }

    @Test(arguments: [86_400, nil] as [TimeInterval?])
    func noWaitIsLongerThanThePatience(due: TimeInterval?) {
        #expect(step(RunSchedule(), due: due) == .wait(until: Self.now + Self.hour))
    }

    @Test func aRoundThatMovedNothingIsNotRepeatedAtOnce() {
        var schedule = RunSchedule()
        schedule.done(isStuck: true, at: Self.now)
        #expect(step(schedule, due: -5) == .wait(until: Self.now + RunSchedule.breath))
        #expect(step(schedule, due: -5, after: RunSchedule.breath) == .send)
        schedule.done(isStuck: false, at: Self.now)
        #expect(step(schedule, due: -5) == .send)
    }

    @Test func aChangedLedgerMayHaveFreedWhatWasStuck() {
        var schedule = RunSchedule()
        schedule.done(isStuck: true, at: Self.now)
        schedule.ledgerChanged()
        #expect(step(schedule, due: -5) == .send)
        _ = schedule.failed(.account, at: Self.now)
        schedule.ledgerChanged()
        #expect(step(schedule, due: -5) != .send, "no change of the ledger mends a login")
    }

    @Test func aClockThatWasSetBackMakesNoWaitLonger() {
        var schedule = RunSchedule()
        schedule.done(isStuck: true, at: Self.now)
        let back: TimeInterval = -100_000_000
        #expect(
            step(schedule, due: 2 * back, after: back) == .wait(until: Self.now + back + RunSchedule.breath))
        let pause = schedule.failed(.account, at: Self.now)
        #expect(pause.end(seenAt: Self.now + back) == Self.now + back + 6 * Self.hour)
    }

    @Test func afterAFailureNothingIsTriedThoughItIsDue() {
        var schedule = RunSchedule()
        let pause = schedule.failed(.secret, at: Self.now)
        #expect(pause.until == Self.now + 300)
        #expect(step(schedule, due: 0) == .wait(until: Self.now + 300))
        #expect(step(schedule, due: 0, after: 300) == .send)
    }

    @Test func anAccountThatRefusesIsAskedFourTimesInTheFirstDayAtTheMost() {
        var schedule = RunSchedule()
        var now = Self.now
        var tries = 0
        while now < Self.now + 30 * 24 * Self.hour {
            guard case .wait(let until) = schedule.step(Self.now, at: now, patience: Self.hour) else {
                tries += 1
                _ = schedule.failed(.account, at: now)
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
        Row(cause: .application, minutes: [1, 2, 4, 8]),
    ])
    func pausesGrow(_ row: Row) {
        var schedule = RunSchedule()
        for minutes in row.minutes {
            #expect(schedule.failed(row.cause, at: Self.now).until == Self.now + minutes * 60)
        }
    }

    @Test func pausesGrowToALimitAndBeginAnewAfterSuccess() {
        var schedule = RunSchedule()
        for _ in 0..<40 { _ = schedule.failed(.application, at: Self.now) }
        #expect(schedule.pause?.until == Self.now + Self.hour)
        schedule.done(isStuck: false, at: Self.now)
        #expect(schedule.failed(.application, at: Self.now).until == Self.now + 60)
        #expect(schedule.failed(.secret, at: Self.now).count == 1, "another cause is another row")
    }

    @Test func aChangedConfigurationIsTriedAtOnce() {
        var schedule = RunSchedule()
        _ = schedule.failed(.account, at: Self.now)
        schedule.resume()
        #expect(step(schedule, due: 0) == .send)
    }

    @Test(arguments: [(Pause.Cause.account, false), (.secret, false), (.application, true)])
    func aChangedClockEndsOnlyAPauseOfTheHouse(cause: Pause.Cause, isOver: Bool) {
        var schedule = RunSchedule()
        _ = schedule.failed(cause, at: Self.now)
        schedule.clockChanged()
        #expect((step(schedule, due: 0) == .send) == isOver)
    }
}
