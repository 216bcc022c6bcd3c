import Fixtures
import Foundation
import Testing

@testable import Etiquette

@Suite("thank-each: each panel member once for each interview")
struct ThankEachTests {
    private let now = at("2026-12-04T15:00:00Z")

    @Test("who was thanked, by program or by hand, is not thanked again")
    func duplicate() {
        var thankYou = Fixtures.circumstances(.thankYou)
        #expect(ThankEach().verdict(in: thankYou, at: now) == .send)
        thankYou.done = at("2026-11-21T10:00:00Z")
        let verdict = ThankEach().verdict(in: thankYou, at: now)
        #expect(verdict == .hold(Reason(.duplicate, moment: at("2026-11-21T10:00:00Z"))))
        #expect(Reason(.duplicate).canBeWaived == false)
    }

    @Test("a card is no second thank-you either")
    func card() {
        var card = Fixtures.circumstances(.thankYou, channel: .post)
        card.done = at("2026-11-21T10:00:00Z")
        #expect(holds(ThankEach().verdict(in: card, at: now), .duplicate))
    }

    @Test("one does not ask where one has not thanked")
    func notThanked() {
        var question = Fixtures.circumstances(.decisionStatus)
        #expect(ThankEach().verdict(in: question, at: now) == .send)
        question.isUnthanked = true
        #expect(ThankEach().verdict(in: question, at: now) == .hold(Reason(.notThanked)))
    }

    @Test(
        "neither a thank-you nor a feedback request waits for thanks",
        arguments: [FollowUp.Kind.thankYou, .feedbackRequest])
    func unthankedElsewhere(kind: FollowUp.Kind) {
        var circumstances = Fixtures.circumstances(kind)
        circumstances.isUnthanked = true
        #expect(ThankEach().verdict(in: circumstances, at: now) == .send)
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
