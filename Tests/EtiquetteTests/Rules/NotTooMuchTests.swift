import Fixtures
import Foundation
import Testing

@testable import Etiquette

@Suite("not-too-much: one of each per recruitment, a day between two emails, and then no more")
struct NotTooMuchTests {
    private let now = at("2026-12-04T15:00:00Z")

    @Test(
        "a question or request that was made is not made again",
        arguments: [FollowUp.Kind.decisionStatus, .feedbackRequest])
    func duplicate(kind: FollowUp.Kind) {
        var circumstances = Fixtures.circumstances(kind)
        #expect(NotTooMuch().verdict(in: circumstances, at: now) == .send)
        circumstances.done = at("2026-12-01T09:00:00Z")
        let hold = Verdict.hold(Reason(.duplicate, moment: at("2026-12-01T09:00:00Z")))
        #expect(NotTooMuch().verdict(in: circumstances, at: now) == hold)
    }

    @Test(
        "24 hours lie between two emails to one person, whatever the kind",
        arguments: FollowUp.Kind.allCases,
        [
            ("2026-12-04T15:00:00Z", true), ("2026-12-03T15:00:01Z", true), ("2026-12-03T15:00:00Z", false),
            ("2026-11-21T15:00:00Z", false),
        ])
    func dayBetween(kind: FollowUp.Kind, last: (time: String, waits: Bool)) {
        var circumstances = Fixtures.circumstances(kind)
        circumstances.lastEmail = at(last.time)
        let next = at(last.time) + 86_400
        let verdict = NotTooMuch().verdict(in: circumstances, at: now)
        #expect(verdict == (last.waits ? .wait(until: next, Reason(.dayBetween, moment: next)) : .send))
    }

    @Test("the 24 hours elapse, they are no calendar day")
    func changeOfClocks() {
        var circumstances = Fixtures.circumstances(.thankYou)
        circumstances.lastEmail = at("2026-10-24T14:00:00Z")  // 15:00 in London, 14:00 a day later
        #expect(NotTooMuch().verdict(in: circumstances, at: at("2026-10-25T14:00:00Z")) == .send)
    }

    @Test(
        "what the user has said by themselves since the interview holds what would say it again",
        arguments: [
            (.thankYou, .email, "2026-11-20T15:00:01Z", true),
            (.thankYou, .post, "2026-11-20T16:00:00Z", true),
            (.thankYou, .inPerson, "2026-11-20T16:00:00Z", true),
            (.thankYou, .email, "2026-11-20T15:00:00Z", false),
            (.decisionStatus, .email, "2026-12-01T10:00:00Z", true),
            (.decisionStatus, .email, "2026-11-20T14:00:00Z", false),
            // A card or a word in the corridor asks nobody.
            (.decisionStatus, .post, "2026-12-01T10:00:00Z", false),
            (.decisionStatus, .inPerson, "2026-12-01T10:00:00Z", false),
            (.feedbackRequest, .email, "2026-12-01T10:00:00Z", false),
        ] as [(FollowUp.Kind, Channel, String, Bool)])
    func ownWord(kind: FollowUp.Kind, channel: Channel, time: String, isHeld: Bool) {
        var circumstances = Fixtures.circumstances(kind)
        circumstances.ownWords = [.init(time: at(time), channel: channel)]
        let hold = Verdict.hold(Reason(.wroteYourself, moment: at(time), detail: channel.rawValue))
        #expect(NotTooMuch().verdict(in: circumstances, at: now) == (isHeld ? hold : .send))
    }

    @Test("a card does not wait for an email")
    func card() {
        var card = Fixtures.circumstances(.thankYou, channel: .post)
        card.lastEmail = now
        #expect(NotTooMuch().verdict(in: card, at: now) == .send)
    }
}
