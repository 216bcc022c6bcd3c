import Fixtures
import Foundation
import Testing

@testable import Etiquette

@Suite("after-24-hours: a thank-you a day after the interview, and never too late")
struct After24HoursTests {
    private let rule = After24Hours(settings: EtiquetteSettings())
    private let thankYou = Fixtures.circumstances(.thankYou)

    @Test(
        "waits until it is due",
        arguments: ["2026-11-20T15:00:00Z", "2026-11-20T15:00:01Z", "2026-11-21T14:59:59Z"])
    func early(now: String) {
        let due = at("2026-11-21T15:00:00Z")
        #expect(rule.verdict(in: thankYou, at: at(now)) == .wait(until: due, Reason(.early, moment: due)))
    }

    @Test(
        "goes from the due time to the end of the window, that second included",
        arguments: ["2026-11-21T15:00:00Z", "2026-11-22T09:00:00Z", "2026-11-23T15:00:00Z"])
    func inWindow(now: String) {
        #expect(rule.verdict(in: thankYou, at: at(now)) == .send)
    }

    @Test(
        "one second past the window it is held: too late is worse than never",
        arguments: ["2026-11-23T15:00:01Z", "2026-12-24T15:00:00Z", "2036-01-01T00:00:00Z"])
    func late(now: String) {
        let end = at("2026-11-23T15:00:00Z")
        #expect(rule.verdict(in: thankYou, at: at(now)) == .hold(Reason(.late, moment: end)))
    }

    @Test("follows the window of the user; days of it are calendar days across a change of the clocks")
    func ownWindow() {
        var settings = EtiquetteSettings()
        settings.thankYouWithin = .days(2)
        var circumstances = thankYou
        circumstances.due = at("2026-10-24T14:00:00Z")
        let rule = After24Hours(settings: settings)
        let end = at("2026-10-26T15:00:00Z")
        #expect(rule.verdict(in: circumstances, at: end) == .send)
        #expect(rule.verdict(in: circumstances, at: end + 1) == .hold(Reason(.late, moment: end)))
    }

    @Test("a card has the same window as an email")
    func card() {
        let card = Fixtures.circumstances(.thankYou, channel: .post)
        #expect(holds(rule.verdict(in: card, at: at("2026-11-23T15:00:01Z")), .late))
        #expect(rule.verdict(in: card, at: at("2026-11-21T15:00:00Z")) == .send)
    }

    @Test("says nothing of other kinds", arguments: [FollowUp.Kind.decisionStatus, .feedbackRequest])
    func otherKinds(kind: FollowUp.Kind) {
        for now in ["2026-11-20T15:00:00Z", "2030-01-01T00:00:00Z"] {
            #expect(rule.verdict(in: Fixtures.circumstances(kind), at: at(now)) == .send)
        }
    }
}
