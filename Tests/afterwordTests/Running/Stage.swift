import Foundation
import Testing
import Wording

@testable import Application
@testable import afterword

/// An applicant, the loop that works for her, and what it said.
final class Stage {
    let ada: Applicant
    let clock: ScriptedClock
    private(set) var lines: [String] = []
    private(set) var notices: [String] = []
    private(set) var waits: [Date] = []

    init(server: MailServer? = nil, at clock: String = Applicant.evening, smtp: String = "  spread: 0s\n")
        throws
    {
        ada = try Applicant(at: clock, server: server, smtp: smtp)
        self.clock = ScriptedClock(clock)
    }

    /// Runs the loop until nothing more is to happen.
    func run(_ events: ScriptedWatch.Event...) throws {
        let platform = Platform(
            environment: Program.environment(home: ada.home), clock: { [clock] in clock.now })
        let stopSignal = try #require(StopSignal())
        let watch = ScriptedWatch(stopSignal: stopSignal, clock: clock, events: events)
        DeliveryLoop(
            running: try RunningApplication(platform: platform, face: .terminal, stopSignal: stopSignal),
            watch: watch,
            stopSignal: stopSignal,
            moments: { [clock] in clock.moments },
            log: { self.lines.append(Self.text($0)) },
            notify: { self.notices += [Wording.text($0)?.spelled].compactMap(\.self) }
        ).run()
        waits = watch.waits
    }

    /// As a command of the applicant's would find it, at the moment of the loop.
    func settle() {
        ada.clock = clock.text
    }

    private static func text(_ event: RunEvent) -> String {
        let line = event.line
        let fields = line.fields.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        return "\(line.event)\(fields)"
    }
}
