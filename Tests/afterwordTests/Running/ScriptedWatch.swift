import Foundation
import Synchronization
import Testing
import Wording

@testable import Application
@testable import afterword

/// A watch without time: a wait is over at once, and its moment has come, unless the test has other plans.
final class ScriptedWatch: Watch {
    let stopSignal: StopSignal
    let clock: ScriptedClock
    let patience: TimeInterval = 3600
    /// What happens during a wait, in order; the bell rings when nothing is left to happen.
    var events: [Event]
    private(set) var waits: [Date] = []
    private(set) var followed: [String] = []

    /// Something that ends a wait, or does not.
    enum Event {
        /// The moment comes for which the loop waits.
        case time
        /// The same as often as it takes to reach a moment.
        case until(Date)
        /// Somebody does something.
        case change(Wake, () throws -> Void)
        /// The machine sleeps so many seconds.
        case sleep(TimeInterval)
    }

    init(stopSignal: StopSignal, clock: ScriptedClock, events: [Event]) {
        self.stopSignal = stopSignal
        self.clock = clock
        self.events = events
    }

    func forget() {}

    func follow(_ path: String) { followed.append(path) }

    func wait(until moment: Date) -> Wake {
        waits.append(moment)
        switch events.first {
        case nil:
            stopSignal.ring()
            return .stop
        case .time?:
            events.removeFirst()
            clock.pass(to: moment)
            return .time
        case .until(let end)?:
            clock.pass(to: min(moment, end))
            if clock.now >= end { events.removeFirst() }
            return .time
        case .change(let wake, let act)?:
            events.removeFirst()
            do { try act() } catch { Issue.record(error) }
            return wake
        case .sleep(let seconds)?:
            events.removeFirst()
            clock.sleep(seconds)
            return .clock
        }
    }
}

/// The three clocks of a machine that stand still until they are told otherwise.
final class ScriptedClock: Sendable {
    private let present: Mutex<Moments>

    /// - Parameter text: UTC, as `2026-11-21 15:00:00`.
    init(_ text: String) {
        present = Mutex(Moments(wall: Self.moment(text), awake: 1000, sinceStart: 1000))
    }

    var moments: Moments { present.withLock { $0 } }
    var now: Date { moments.wall }

    /// Time goes by.
    func pass(to moment: Date) {
        present.withLock {
            let seconds = max(0, moment.timeIntervalSince($0.wall))
            $0.wall += seconds
            $0.awake += seconds
            $0.sinceStart += seconds
        }
    }

    /// The machine sleeps.
    func sleep(_ seconds: TimeInterval) {
        present.withLock {
            $0.wall += seconds
            $0.sinceStart += seconds
        }
    }

    /// The present as `Applicant.clock` takes it.
    var text: String { String(TimeWording.utc(now).dropLast()).replacing("T", with: " ") }

    static func moment(_ text: String) -> Date {
        (try? Date(text.replacing(" ", with: "T") + "Z", strategy: .iso8601)) ?? .distantPast
    }
}
