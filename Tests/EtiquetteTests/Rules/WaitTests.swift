import Fixtures
import Foundation
import Testing

@testable import Etiquette

@Suite("wait: quiet time until the two weeks are over")
struct WaitTests {
    private let rule = Wait(settings: EtiquetteSettings())
    private let question = Fixtures.circumstances(.decisionStatus)

    @Test("keeps quiet until the due time", arguments: ["2026-11-20T15:00:00Z", "2026-12-04T14:59:59Z"])
    func quiet(now: String) {
        let due = at("2026-12-04T15:00:00Z")
        #expect(rule.verdict(in: question, at: at(now)) == .wait(until: due, Reason(.quietTime, moment: due)))
    }

    @Test("then asks, for thirty calendar days", arguments: ["2026-12-04T15:00:00Z", "2027-01-03T15:00:00Z"])
    func asks(now: String) {
        #expect(rule.verdict(in: question, at: at(now)) == .send)
    }

    @Test("one second later it is too late")
    func late() {
        let end = at("2027-01-03T15:00:00Z")
        #expect(rule.verdict(in: question, at: end + 1) == .hold(Reason(.late, moment: end)))
    }

    @Test(
        "the thirty days are counted in the zone of the interview, across its changes of the clocks",
        arguments: [
            ("Europe/London", "2026-10-05T14:00:00Z", "2026-11-04T15:00:00Z"),
            ("America/New_York", "2026-10-05T14:00:00Z", "2026-11-04T15:00:00Z"),
            ("Australia/Lord_Howe", "2026-09-21T04:30:00Z", "2026-10-21T04:00:00Z"),
            ("Pacific/Apia", "2011-12-12T20:00:00Z", "2012-01-10T20:00:00Z"),
            ("Pacific/Kiritimati", "2026-10-05T14:00:00Z", "2026-11-04T14:00:00Z"),
        ])
    func zones(zone: String, due: String, end: String) throws {
        var circumstances = question
        circumstances.zone = try .iana(zone)
        circumstances.due = at(due)
        #expect(rule.verdict(in: circumstances, at: at(end)) == .send)
        #expect(rule.verdict(in: circumstances, at: at(end) + 1) == .hold(Reason(.late, moment: at(end))))
    }

    @Test("says nothing of other kinds", arguments: [FollowUp.Kind.thankYou, .feedbackRequest])
    func otherKinds(kind: FollowUp.Kind) {
        #expect(rule.verdict(in: Fixtures.circumstances(kind), at: at("2026-11-20T15:00:00Z")) == .send)
    }
}
