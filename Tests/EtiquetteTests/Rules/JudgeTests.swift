import Fixtures
import Foundation
import Testing

@testable import Etiquette

@Suite("All rules together: the most restrictive verdict wins")
struct JudgeTests {
    private let judge = Judge(settings: EtiquetteSettings())

    /// What the judge says when one thing about ordinary circumstances is different.
    private func verdict(
        _ kind: FollowUp.Kind, at now: String, channel: Channel = .email,
        but change: (inout Circumstances) -> Void = { _ in }
    ) -> Verdict {
        var circumstances = Fixtures.circumstances(kind, channel: channel)
        change(&circumstances)
        return judge.verdict(in: circumstances, at: at(now))
    }

    @Test(
        "an ordinary message goes when it is due",
        arguments: [
            (.thankYou, "2026-11-21T15:00:00Z"), (.decisionStatus, "2026-12-04T15:00:00Z"),
            (.feedbackRequest, "2026-11-23T15:00:00Z"),
        ] as [(FollowUp.Kind, String)])
    func ordinary(kind: FollowUp.Kind, now: String) {
        #expect(verdict(kind, at: now) == .send)
    }

    @Test(
        "and waits for its due time, with the reason of its kind",
        arguments: [
            (.thankYou, .early, "2026-11-21T15:00:00Z"),
            (.decisionStatus, .quietTime, "2026-12-04T15:00:00Z"),
            (.feedbackRequest, .early, "2026-11-23T15:00:00Z"),
        ] as [(FollowUp.Kind, Reason.Code, String)])
    func beforeDue(kind: FollowUp.Kind, code: Reason.Code, due: String) {
        let wait = Verdict.wait(until: at(due), Reason(code, moment: at(due)))
        #expect(verdict(kind, at: "2026-11-20T15:00:00Z") == wait)
        #expect(verdict(kind, at: "2026-11-21T03:00:00Z") == wait)
    }

    @Test(
        "a hold beats a wait, however long",
        arguments: [
            (.thankYou, .planned, "2026-11-20T14:00:00Z"),
            (.decisionStatus, .replied, "2026-11-30T03:00:00Z"),
            (.thankYou, .late, "2026-11-24T03:00:00Z"), (.feedbackRequest, .late, "2026-12-05T12:00:00Z"),
        ] as [(FollowUp.Kind, Reason.Code, String)])
    func holdBeatsWait(kind: FollowUp.Kind, code: Reason.Code, now: String) {
        let verdict = verdict(kind, at: now) {
            $0.heard = [.init(time: at("2026-11-29T10:00:00Z"), outcome: .replied)]
            $0.nextAttempt = at("2027-06-01T00:00:00Z")
        }
        #expect(holds(verdict, code))
    }

    @Test("what can't be waived beats what can", arguments: FollowUp.Kind.allCases)
    func unwaivableFirst(kind: FollowUp.Kind) {
        let now = "2027-06-01T12:00:00Z"
        #expect(holds(verdict(kind, at: now), .late))
        #expect(holds(verdict(kind, at: now) { $0.done = at("2026-12-01T00:00:00Z") }, .duplicate))
        #expect(holds(verdict(kind, at: now) { $0.standing = .withdrawn }, .ended))
    }

    @Test("a waived hold is passed over, and only that one")
    func waived() {
        let now = "2027-02-01T12:00:00Z"
        func held(_ waived: Set<Reason.Code>) -> Verdict {
            verdict(.decisionStatus, at: now) {
                $0.heard = [.init(time: at("2026-11-29T10:00:00Z"), outcome: .replied)]
                $0.isUnthanked = true
                $0.waived = waived
            }
        }
        #expect(holds(held([]), .replied))
        #expect(holds(held([.replied]), .notThanked))
        #expect(holds(held([.replied, .notThanked]), .late))
        #expect(holds(held([.late, .notThanked]), .replied))
        #expect(held([.replied, .notThanked, .late]) == .send)
    }

    @Test("a duplicate and an ended recruitment can't be waived", arguments: FollowUp.Kind.allCases)
    func notWaivable(kind: FollowUp.Kind) {
        let now = "2026-12-04T15:00:00Z"
        let everything = Set(Reason.Code.allCases)
        let duplicate = verdict(kind, at: now) {
            $0.done = at("2026-12-01T00:00:00Z")
            $0.waived = everything
        }
        let ended = verdict(kind, at: now) {
            $0.standing = .offered
            $0.waived = everything
        }
        #expect(holds(duplicate, .duplicate))
        #expect(holds(ended, .ended))
    }

    @Test("no waiver shortens a wait: hours, due time and the day between stand")
    func waitsAreNotWaived() {
        let everything = Set(Reason.Code.allCases)
        for now in ["2026-11-20T14:00:00Z", "2026-11-21T14:59:59Z", "2026-11-22T03:00:00Z"] {
            let verdict = verdict(.thankYou, at: now) { $0.waived = everything }
            guard case .wait = verdict else {
                Issue.record("\(verdict) at \(now)")
                continue
            }
        }
    }

    @Test("the longest wait wins, and it ends in opening hours")
    func longestWait() {
        let next = at("2026-11-21T22:00:00Z")
        let deferred = verdict(.thankYou, at: "2026-11-21T15:30:00Z") {
            $0.nextAttempt = next
            $0.lastEmail = at("2026-11-20T20:00:00Z")
        }
        #expect(deferred == .wait(until: at("2026-11-22T08:00:00Z"), Reason(.deferred, moment: next)))
        let between = verdict(.decisionStatus, at: "2026-12-04T15:00:00Z") {
            $0.lastEmail = at("2026-12-04T12:00:00Z")
        }
        let day = at("2026-12-05T12:00:00Z")
        #expect(between == .wait(until: at("2026-12-07T08:00:00Z"), Reason(.dayBetween, moment: day)))
    }

    @Test("a message may go at the moment that a wait named")
    func waitKeepsItsWord() {
        for kind in FollowUp.Kind.allCases {
            for step in 0..<7 * 24 {
                let now = at("2026-11-20T15:00:00Z") + Double(step * 3600)
                var circumstances = Fixtures.circumstances(kind)
                circumstances.lastEmail = at("2026-11-20T21:00:00Z")
                circumstances.nextAttempt = at("2026-11-21T20:00:00Z")
                if case .wait(let until, _) = judge.verdict(in: circumstances, at: now) {
                    #expect(until > now)
                    #expect(judge.verdict(in: circumstances, at: until) == .send)
                }
            }
        }
    }

    /// A thank-you due on Saturday, 15:00, whose time ends on Monday, 15:00.
    @Test(
        "what could go only when its time is over is held at once, and by whom it would wait",
        arguments: [
            ("2026-11-21T20:00:00Z", "2026-11-23T14:00:00Z", nil),
            ("2026-11-21T20:00:00Z", "2026-11-23T15:00:00Z", nil),
            ("2026-11-21T20:00:00Z", "2026-11-23T15:00:01Z", "deferred"),
            ("2026-11-23T09:00:00Z", "2026-11-23T18:00:00Z", "deferred"),
            // By the opening behind it, too: 19:30 is Tuesday, 8:00.
            ("2026-11-22T09:00:00Z", "2026-11-23T19:30:00Z", "deferred"),
        ] as [(String, String, String?)])
    func lateByThen(now: String, next: String, detail: String?) {
        let verdict = verdict(.thankYou, at: now) { $0.nextAttempt = at(next) }
        guard let detail else {
            #expect(verdict == .wait(until: at(next), Reason(.deferred, moment: at(next))))
            return
        }
        #expect(verdict == .hold(Reason(.late, moment: at("2026-11-23T15:00:00Z"), detail: detail)))
    }

    /// On Friday at 19:00 the office is closed, and opens again on Monday.
    @Test("a window that ends over a weekend says so on Friday")
    func overTheWeekend() {
        var settings = EtiquetteSettings()
        settings.weekends = .none
        var circumstances = Fixtures.circumstances(.thankYou)
        circumstances.due = at("2026-11-20T16:00:00Z")
        let judge = Judge(settings: settings)
        #expect(judge.verdict(in: circumstances, at: at("2026-11-20T18:59:00Z")) == .send)
        let end = at("2026-11-22T16:00:00Z")
        #expect(
            judge.verdict(in: circumstances, at: at("2026-11-20T19:01:00Z"))
                == .hold(Reason(.late, moment: end, detail: "closed-hours")))
        // Who releases it has decided: it goes on Monday.
        circumstances.waived = [.late]
        let monday = at("2026-11-23T08:00:00Z")
        #expect(
            judge.verdict(in: circumstances, at: at("2026-11-20T19:01:00Z"))
                == .wait(until: monday, Reason(.closedHours, moment: monday)))
        #expect(judge.verdict(in: circumstances, at: monday) == .send)
    }

    @Test("where its zone is not known nothing goes, and is not given up either")
    func unknownZone() {
        let now = at("2026-11-21T15:30:00Z")
        let next = now + 3600
        let verdict = verdict(.thankYou, at: "2026-11-21T15:30:00Z") { $0.unknownZone = "Mars/Olympus" }
        #expect(verdict == .wait(until: next, Reason(.unknownZone, moment: next, detail: "Mars/Olympus")))
        #expect(
            self.verdict(.thankYou, at: "2026-11-21T15:30:00Z", channel: .post) {
                $0.unknownZone = "Mars/Olympus"
            }
                == .send)
    }

    @Test("a card knows due time and window, but neither hours nor the day between")
    func card() {
        let card = verdict(.thankYou, at: "2026-11-22T03:00:00Z", channel: .post) {
            $0.lastEmail = at("2026-11-22T02:00:00Z")
        }
        #expect(card == .send)
        let due = at("2026-11-21T15:00:00Z")
        let early = verdict(.thankYou, at: "2026-11-20T23:00:00Z", channel: .post)
        #expect(early == .wait(until: due, Reason(.early, moment: due)))
        #expect(holds(verdict(.thankYou, at: "2026-11-24T12:00:00Z", channel: .post), .late))
    }
}
