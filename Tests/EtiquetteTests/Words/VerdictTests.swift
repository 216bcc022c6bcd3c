import Fixtures
import Foundation
import Testing

@testable import Etiquette

@Suite("Of two verdicts the more restrictive one counts")
struct VerdictTests {
    private static let soon = at("2026-11-21T15:00:00Z")
    private static let later = at("2026-12-04T15:00:00Z")
    private static let waitSoon = Verdict.wait(until: soon, Reason(.early))
    private static let waitLater = Verdict.wait(until: later, Reason(.quietTime))
    private static let late = Verdict.hold(Reason(.late))
    private static let replied = Verdict.hold(Reason(.replied))
    private static let ended = Verdict.hold(Reason(.ended))

    @Test(
        "a hold beats a wait, a longer wait a shorter one, all beat send",
        arguments: [
            (.send, .send, .send), (.send, waitSoon, waitSoon), (.send, late, late),
            (waitSoon, waitLater, waitLater),
            (waitSoon, late, late), (waitLater, ended, ended), (late, ended, ended),
        ] as [(Verdict, Verdict, Verdict)])
    func order(one: Verdict, other: Verdict, winner: Verdict) {
        #expect(one.restricted(by: other) == winner)
        #expect(other.restricted(by: one) == winner)
    }

    @Test("of equals the first is kept")
    func equals() {
        #expect(Self.late.restricted(by: Self.replied) == Self.late)
        #expect(Self.replied.restricted(by: Self.late) == Self.replied)
        let other = Verdict.wait(until: Self.soon, Reason(.deferred))
        #expect(Self.waitSoon.restricted(by: other) == Self.waitSoon)
        #expect(Self.ended.restricted(by: .hold(Reason(.duplicate))) == Self.ended)
    }

    @Test(
        "only a duplicate, an ended recruitment, an interview that is off and a forgetting can't be waived",
        arguments: Reason.Code.allCases)
    func waivable(code: Reason.Code) {
        #expect(Reason(code).canBeWaived == ![.duplicate, .ended, .calledOff, .forgotten].contains(code))
    }
}
