import FaultySMTP
import Foundation
import Testing

/// Killed at any moment, against a server that fails in every way: nothing twice, nothing lost, nothing unexplained.
/// `Scripts/sweep` runs it in full size.
@Suite struct KillSweepTests {
    private static func number(_ name: String, default fallback: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? fallback
    }

    private static let sweep = KillSweep(
        messages: number("AFTERWORD_SWEEP_MESSAGES", default: 45),
        kills: number("AFTERWORD_SWEEP_KILLS", default: 30),
        seed: UInt64(number("AFTERWORD_SWEEP_SEED", default: 1)),
        command: ProcessInfo.processInfo.environment["AFTERWORD_SWEEP_COMMAND"] ?? "send")

    @Test func killedAtAnyMomentItNeitherDoublesNorLoses() throws {
        let sweep = Self.sweep
        let result = try sweep.perform()
        print("Kill sweep, seed \(sweep.seed): \(result.summary)")
        #expect(result.judgement.problems == [], "\(result.summary)")
        #expect(result.badEnds == [])
        #expect(result.leaks == [], "the password stands where it must not")
        #expect(result.audit.status == 0, "\(result.audit)")
        #expect(result.judgement.rows.count == sweep.messages)
        #expect(result.kills == sweep.kills, "a sweep that does not kill shows nothing")
    }
}
