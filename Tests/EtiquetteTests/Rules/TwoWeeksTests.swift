import Fixtures
import Foundation
import Testing

@testable import Etiquette

@Suite("two-weeks: one asks only while nothing was heard")
struct TwoWeeksTests {
    private let now = at("2026-12-04T15:00:00Z")

    private func word(_ outcome: Contact.Outcome, _ time: String) -> Circumstances.Word {
        Circumstances.Word(time: at(time), outcome: outcome)
    }

    private func verdict(_ heard: [Circumstances.Word], kind: FollowUp.Kind = .decisionStatus) -> Verdict {
        var circumstances = Fixtures.circumstances(kind)
        circumstances.heard = heard
        return TwoWeeks().verdict(in: circumstances, at: now)
    }

    @Test("asks when nothing was heard")
    func nothingHeard() {
        #expect(verdict([]) == .send)
    }

    @Test("a reply holds the question, since the first that was left unanswered by a date")
    func replied() {
        let first = "2026-11-25T10:00:00Z"
        let hold = Verdict.hold(Reason(.replied, moment: at(first)))
        #expect(verdict([word(.replied, first)]) == hold)
        #expect(verdict([word(.replied, first), word(.replied, "2026-11-26T10:00:00Z")]) == hold)
        #expect(verdict([word(.courtesy, "2026-11-24T10:00:00Z"), word(.replied, first)]) == hold)
        #expect(verdict([word(.replied, first), word(.courtesy, "2026-11-26T10:00:00Z")]) == hold)
    }

    @Test("nobody is asked who has left the house, unless somebody has answered")
    func left() {
        var circumstances = Fixtures.circumstances(.decisionStatus)
        circumstances.leavings = [at("2026-11-26T10:00:00Z"), at("2026-11-27T10:00:00Z")]
        let verdict = TwoWeeks().verdict(in: circumstances, at: now)
        #expect(verdict == .hold(Reason(.left, moment: at("2026-11-26T10:00:00Z"))))
        circumstances.possibleReplies = [at("2026-11-28T10:00:00Z")]
        #expect(
            TwoWeeks().verdict(in: circumstances, at: now)
                == .hold(Reason(.possibleReply, moment: at("2026-11-28T10:00:00Z"))))
    }

    @Test("a promised day lifts the hold, a reply after it holds again")
    func decisionBy() {
        let reply = word(.replied, "2026-11-25T10:00:00Z")
        let promise = word(.decisionBy, "2026-11-26T10:00:00Z")
        let again = word(.replied, "2026-11-27T10:00:00Z")
        #expect(verdict([reply, promise]) == .send)
        #expect(verdict([promise]) == .send)
        #expect(verdict([reply, promise, again]) == .hold(Reason(.replied, moment: again.time)))
    }

    @Test("a courtesy does not hold: its due time is moved instead")
    func courtesy() {
        #expect(verdict([word(.courtesy, "2026-11-25T10:00:00Z")]) == .send)
    }

    @Test(
        "what was heard before the last interview ended answers nothing after it",
        arguments: [
            ("2026-11-19T10:00:00Z", false), ("2026-11-20T15:00:00Z", false), ("2026-11-20T15:00:01Z", true),
        ])
    func beforeTheInterview(time: String, isHeld: Bool) {
        #expect(holds(verdict([word(.replied, time)]), .replied) == isHeld)
    }

    @Test("the last interview counts, not the one before")
    func laterInterview() {
        var circumstances = Fixtures.circumstances(.decisionStatus)
        circumstances.heard = [word(.replied, "2026-11-25T10:00:00Z")]
        circumstances.lastInterviewEnded = at("2026-11-27T12:00:00Z")
        #expect(TwoWeeks().verdict(in: circumstances, at: now) == .send)
    }

    @Test("a reply is no reason against other kinds", arguments: [FollowUp.Kind.thankYou, .feedbackRequest])
    func otherKinds(kind: FollowUp.Kind) {
        #expect(verdict([word(.replied, "2026-11-25T10:00:00Z")], kind: kind) == .send)
    }
}
