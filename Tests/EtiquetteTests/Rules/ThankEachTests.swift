import Fixtures
import Foundation
import Testing

@testable import Etiquette

@Suite("thank-each: each panel member once for each interview")
struct ThankEachTests {
    private let now = at("2026-12-04T15:00:00Z")
    private let rule = ThankEach(settings: EtiquetteSettings())

    @Test("who was thanked, by program or by hand, is not thanked again")
    func duplicate() {
        var thankYou = Fixtures.circumstances(.thankYou)
        #expect(rule.verdict(in: thankYou, at: now) == .send)
        thankYou.done = at("2026-11-21T10:00:00Z")
        let verdict = rule.verdict(in: thankYou, at: now)
        #expect(verdict == .hold(Reason(.duplicate, moment: at("2026-11-21T10:00:00Z"))))
        #expect(Reason(.duplicate).canBeWaived == false)
    }

    @Test("a card is no second thank-you either")
    func card() {
        var card = Fixtures.circumstances(.thankYou, channel: .post)
        card.done = at("2026-11-21T10:00:00Z")
        #expect(holds(rule.verdict(in: card, at: now), .duplicate))
    }

    @Test("one does not ask where one has not thanked")
    func notThanked() {
        var question = Fixtures.circumstances(.decisionStatus)
        #expect(rule.verdict(in: question, at: now) == .send)
        question.isUnthanked = true
        #expect(rule.verdict(in: question, at: now) == .hold(Reason(.notThanked)))
    }

    @Test(
        "a thank-you that is queued, and that nobody sent in time, is none; one that may still go is waited for by nobody",
        arguments: [
            ("2026-11-21T14:00:00Z", true), ("2026-12-02T14:59:59Z", true), ("2026-12-02T15:00:00Z", false),
            ("2026-12-05T14:00:00Z", false),
        ])
    func queuedThankYou(due: String, isHeld: Bool) {
        var question = Fixtures.circumstances(.decisionStatus)
        question.queuedThankYou = at(due)
        #expect(holds(rule.verdict(in: question, at: now), .notThanked) == isHeld)
    }

    @Test(
        "nor where it is in doubt whether one has",
        arguments: [("2026-12-04T14:59:59Z", false), ("2026-12-04T15:00:00Z", true)])
    func inDoubt(now: String, isHeld: Bool) {
        var question = Fixtures.circumstances(.decisionStatus)
        question.isThanksInDoubt = true
        let hold = Verdict.hold(Reason(.notThanked, detail: "unconfirmed"))
        #expect(rule.verdict(in: question, at: at(now)) == (isHeld ? hold : .send))
        question.isUnthanked = true
        #expect(rule.verdict(in: question, at: at(now)) == (isHeld ? .hold(Reason(.notThanked)) : .send))
    }

    @Test(
        "neither a thank-you nor a feedback request waits for thanks",
        arguments: [FollowUp.Kind.thankYou, .feedbackRequest])
    func unthankedElsewhere(kind: FollowUp.Kind) {
        var circumstances = Fixtures.circumstances(kind)
        circumstances.isUnthanked = true
        #expect(rule.verdict(in: circumstances, at: now) == .send)
    }

    @Test(
        "interviews that end within 48 hours of each other share one thank-you",
        arguments: [
            ("2026-11-20T15:00:00Z", "2026-11-20T15:00:00Z", true),
            ("2026-11-20T15:00:00Z", "2026-11-22T15:00:00Z", true),
            ("2026-11-20T15:00:00Z", "2026-11-22T15:00:01Z", false),
            ("2026-11-20T15:00:00Z", "2026-11-20T11:00:00Z", true),
            ("2026-11-20T15:00:00Z", "2026-11-18T14:59:59Z", false),
            ("2026-10-24T14:00:00Z", "2026-10-26T14:00:00Z", true),
        ])
    func shares(one: String, other: String, shares: Bool) {
        #expect(ThankEach.shares(at(one), at(other)) == shares)
        #expect(ThankEach.shares(at(other), at(one)) == shares)
    }
}
