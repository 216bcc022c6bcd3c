import Foundation
import Testing
import Wording

@testable import Application
@testable import afterword

@Suite("run asks once how a planned interview went, and only when it is over") struct HowItWentTests {
    @Test func asksOnce() throws {
        let ada = try Applicant(at: Applicant.weekBefore)
        try ada.take(InvitationSample(), "--yes")
        let clock = ScriptedClock("2026-11-20 13:30:00")
        let platform = Platform(environment: Program.environment(home: ada.home), clock: { clock.now })
        let stopSignal = try #require(StopSignal())
        let watch = ScriptedWatch(stopSignal: stopSignal, clock: clock, events: [.time, .time, .time])
        var said: [(event: String, at: Date)] = []
        var notices: [String] = []
        DeliveryLoop(
            running: try RunningApplication(platform: platform, face: .terminal, stopSignal: stopSignal),
            watch: watch,
            stopSignal: stopSignal, moments: { clock.moments },
            log: { said.append(("\($0.line.event)", clock.now)) },
            notify: { notices += [Wording.text($0)?.spelled].compactMap(\.self) }
        ).run()
        #expect(notices == ["How did your interview at City Library go? See: afterword advise"])
        let asked = said.filter { $0.event == "interview over: how did it go?" }
        #expect(asked.map(\.at) == [ScriptedClock.moment("2026-11-20 15:30:00")])
    }
}
