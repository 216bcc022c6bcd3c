import Fixtures
import Foundation
import Testing

@testable import Etiquette

@Suite("after-24-hours: nobody is thanked for an interview that has not ended")
struct PlannedTests {
    @Test(
        "holds until the interview has ended, whatever the kind",
        arguments: FollowUp.Kind.allCases,
        [("2026-11-20T14:59:59Z", true), ("2026-11-20T15:00:00Z", false), ("2026-11-20T15:00:01Z", false)])
    func planned(kind: FollowUp.Kind, moment: (now: String, isPlanned: Bool)) {
        let verdict = Planned().verdict(in: Fixtures.circumstances(kind), at: at(moment.now))
        let hold = Verdict.hold(Reason(.planned, moment: at("2026-11-20T15:00:00Z")))
        #expect(verdict == (moment.isPlanned ? hold : .send))
    }
}
