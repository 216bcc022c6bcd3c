import Fixtures
import Foundation
import Testing

@testable import Etiquette

@Suite("professional: no mail at night, on a day of rest, or before the server asked for it")
struct OpenNowTests {
    private let rule = OpenNow(openingHours: OpeningHours(settings: EtiquetteSettings()))

    @Test(
        "outside the hours, or on a day not allowed for the kind, waits for the next opening",
        arguments: [
            (.thankYou, "2026-11-21T07:59:59Z", "2026-11-21T08:00:00Z"),
            (.thankYou, "2026-11-21T08:00:00Z", nil),
            (.thankYou, "2026-11-21T18:59:59Z", nil),
            (.thankYou, "2026-11-21T19:00:00Z", "2026-11-22T08:00:00Z"),
            (.decisionStatus, "2026-12-04T15:00:00Z", nil),
            (.decisionStatus, "2026-12-05T15:00:00Z", "2026-12-07T08:00:00Z"),
            (.feedbackRequest, "2026-11-22T15:00:00Z", "2026-11-23T08:00:00Z"),
        ] as [(FollowUp.Kind, String, String?)])
    func closed(kind: FollowUp.Kind, now: String, opening: String?) {
        let verdict = rule.verdict(in: Fixtures.circumstances(kind), at: at(now))
        let wait = opening.map { Verdict.wait(until: at($0), Reason(.closedHours, moment: at($0))) }
        #expect(verdict == wait ?? .send)
    }

    @Test(
        "the hours are those of the interview's zone",
        arguments: [
            ("America/New_York", "2026-11-20T12:59:59Z", "2026-11-20T13:00:00Z"),
            ("Pacific/Kiritimati", "2026-11-20T12:00:00Z", "2026-11-20T18:00:00Z"),
            ("Australia/Lord_Howe", "2026-11-20T20:00:00Z", "2026-11-20T21:00:00Z"),
        ])
    func zones(zone: String, now: String, opening: String) throws {
        var circumstances = Fixtures.circumstances(.thankYou)
        circumstances.zone = try .iana(zone)
        let wait = Verdict.wait(until: at(opening), Reason(.closedHours, moment: at(opening)))
        #expect(rule.verdict(in: circumstances, at: at(now)) == wait)
    }

    @Test("where a server deferred, its time is awaited; the later of both waits wins")
    func deferred() {
        var circumstances = Fixtures.circumstances(.thankYou)
        let next = at("2026-11-21T16:00:00Z")
        circumstances.nextAttempt = next
        let wait = Verdict.wait(until: next, Reason(.deferred, moment: next))
        #expect(rule.verdict(in: circumstances, at: at("2026-11-21T15:59:59Z")) == wait)
        #expect(rule.verdict(in: circumstances, at: next) == .send)
        #expect(rule.verdict(in: circumstances, at: at("2026-11-21T06:00:00Z")) == wait)
    }

    @Test("a card goes into the post box at any hour")
    func card() {
        let card = Fixtures.circumstances(.thankYou, channel: .post)
        #expect(rule.verdict(in: card, at: at("2026-11-22T03:00:00Z")) == .send)
    }
}
