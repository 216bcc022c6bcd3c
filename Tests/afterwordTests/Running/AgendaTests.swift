import Etiquette
import Foundation
import Testing

@testable import afterword

@Suite struct AgendaTests {
    private static let now = Date(timeIntervalSince1970: 1_800_000_000)
    private static let hour: TimeInterval = 3600

    private func departure(in seconds: TimeInterval) -> Departure {
        Departure(message: Message.ID(rawValue: 7), time: Self.now + seconds)
    }

    private func step(_ agenda: Agenda, _ departure: Departure?, after seconds: TimeInterval = 0) -> Agenda.Step {
        agenda.step(departure, at: Self.now + seconds, patience: Self.hour)
    }

    @Test(arguments: [0, -1, -86_400] as [TimeInterval])
    func whatIsDueIsSent(seconds: TimeInterval) {
        #expect(step(Agenda(), departure(in: seconds)) == .send)
    }

    @Test func theNextDueTimeIsWaitedFor() {
        #expect(
            step(Agenda(), departure(in: 90)) == .wait(until: Self.now + 90, message: Message.ID(rawValue: 7)))
    }

    @Test func noWaitIsLongerThanThePatience() {
        let until = Self.now + Self.hour
        #expect(step(Agenda(), departure(in: 86_400)) == .wait(until: until, message: Message.ID(rawValue: 7)))
        #expect(step(Agenda(), nil) == .wait(until: until, message: nil))
    }

    @Test func aRoundThatMovedNothingIsNotRepeatedAtOnce() {
        var agenda = Agenda()
        agenda.done(hasMoved: false, at: Self.now)
        #expect(
            step(agenda, departure(in: -5))
                == .wait(until: Self.now + Agenda.breath, message: Message.ID(rawValue: 7)))
        #expect(step(agenda, departure(in: -5), after: Agenda.breath) == .send)
        agenda.done(hasMoved: true, at: Self.now)
        #expect(step(agenda, departure(in: -5)) == .send)
    }

    @Test func aClockThatWasSetBackMakesNoWaitLonger() {
        var agenda = Agenda()
        agenda.done(hasMoved: false, at: Self.now)
        let yearsAgo: TimeInterval = -100_000_000
        #expect(
            step(agenda, departure(in: 2 * yearsAgo), after: yearsAgo)
                == .wait(
                    until: Self.now + yearsAgo + Agenda.breath, message: Message.ID(rawValue: 7)))
        let pause = agenda.failed(.account, at: Self.now)
        #expect(pause.end(seenAt: Self.now + yearsAgo) == Self.now + yearsAgo + 6 * Self.hour)
    }

    @Test func afterAFailureNothingIsTriedThoughItIsDue() {
        var agenda = Agenda()
        let pause = agenda.failed(.secret, at: Self.now)
        #expect(pause.until == Self.now + 300)
        #expect(step(agenda, departure(in: 0)) == .wait(until: Self.now + 300, message: nil))
        #expect(step(agenda, departure(in: 0), after: 300) == .send)
    }

    @Test func anAccountThatRefusesIsAskedFourTimesInTheFirstDayAtTheMost() {
        var agenda = Agenda()
        var now = Self.now
        var tries = 0
        while now < Self.now + 30 * 24 * Self.hour {
            guard case .wait(let until, _) = agenda.step(departure(in: 0), at: now, patience: Self.hour) else {
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
        agenda.done(hasMoved: true, at: Self.now)
        #expect(agenda.failed(.house, at: Self.now).until == Self.now + 60)
        #expect(agenda.failed(.secret, at: Self.now).count == 1, "another cause is another row")
    }

    @Test func aChangedConfigurationIsTriedAtOnce() {
        var agenda = Agenda()
        _ = agenda.failed(.account, at: Self.now)
        agenda.resume()
        #expect(step(agenda, departure(in: 0)) == .send)
    }

    @Test(arguments: [(Pause.Cause.account, false), (.secret, false), (.house, true)])
    func aChangedClockEndsOnlyAPauseOfTheHouse(cause: Pause.Cause, isOver: Bool) {
        var agenda = Agenda()
        _ = agenda.failed(cause, at: Self.now)
        agenda.clockChanged()
        #expect((step(agenda, departure(in: 0)) == .send) == isOver)
    }
}
