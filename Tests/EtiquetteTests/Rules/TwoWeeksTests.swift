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

    @Test(
        "where nobody reads the mailbox, an approval of long ago at a screen does not say that nothing was heard",
        arguments: [
            ("2026-11-20T16:00:00Z", Circumstances.Mailbox.nobodyReads, true),
            ("2026-12-03T14:59:59Z", .nobodyReads, true), ("2026-12-03T15:00:00Z", .nobodyReads, false),
            ("2026-12-04T14:00:00Z", .nobodyReads, false), (nil, .nobodyReads, false),
            ("2026-11-20T16:00:00Z", .unasked, false),
            ("2026-11-20T16:00:00Z", .read(at("2026-12-04T15:00:00Z")), false),
        ] as [(String?, Circumstances.Mailbox, Bool)])
    func oldApproval(approved: String?, mailbox: Circumstances.Mailbox, isAsked: Bool) {
        for kind in FollowUp.Kind.allCases {
            var circumstances = Fixtures.circumstances(kind)
            (circumstances.due, circumstances.mailbox) = (now, mailbox)
            circumstances.approvedAtScreen = approved.map { at($0) }
            let verdict = TwoWeeks().verdict(in: circumstances, at: now)
            let hold = circumstances.approvedAtScreen.map { Verdict.hold(Reason(.anyNews, moment: $0)) }
            #expect(verdict == (isAsked && kind == .decisionStatus ? hold : .send))
            // Before it is due nothing is asked.
            #expect(TwoWeeks().verdict(in: circumstances, at: now - 1) != hold || hold == nil)
        }
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

    private func verdict(
        _ mailbox: Circumstances.Mailbox, kind: FollowUp.Kind = .decisionStatus,
        heard: [Circumstances.Word] = []
    ) -> Verdict {
        var circumstances = Fixtures.circumstances(kind)
        circumstances.mailbox = mailbox
        circumstances.heard = heard
        return TwoWeeks().verdict(in: circumstances, at: now)
    }

    @Test(
        "asks only when the mailbox was read in the last five minutes",
        arguments: [
            (0.0, true), (299, true), (300, true), (301, false), (86_400, false), (-1, false), (-600, false),
        ]
            as [(TimeInterval, Bool)])
    func freshness(ago: TimeInterval, goes: Bool) {
        let wait = Verdict.wait(until: now, Reason(.mailboxUnread, moment: now))
        #expect(verdict(.read(now - ago)) == (goes ? .send : wait))
    }

    @Test("waits where it was not read yet, or could not be, and says why and until when")
    func unread() {
        #expect(verdict(.unread) == .wait(until: now, Reason(.mailboxUnread, moment: now)))
        let until = now + 300
        #expect(
            verdict(.unreadable(until: until, why: "the login was refused"))
                == .wait(until: until, Reason(.mailboxUnread, moment: until, detail: "the login was refused"))
        )
        // Never until a moment that has passed.
        #expect(
            verdict(.unreadable(until: now - 300, why: "x"))
                == .wait(until: now, Reason(.mailboxUnread, moment: now, detail: "x")))
    }

    @Test("asks where the user is the ears")
    func unasked() {
        #expect(verdict(.unasked) == .send)
    }

    @Test(
        "no other kind asks for the mailbox", arguments: [FollowUp.Kind.thankYou, .feedbackRequest],
        [Circumstances.Mailbox.unread, .unreadable(until: at("2026-12-24T12:00:00Z"), why: "x")])
    func onlyTheQuestion(kind: FollowUp.Kind, mailbox: Circumstances.Mailbox) {
        #expect(verdict(mailbox, kind: kind) == .send)
    }

    @Test("an answer that is known holds, whatever became of the mailbox")
    func holdFirst() {
        let heard = [word(.replied, "2026-11-25T10:00:00Z")]
        #expect(holds(verdict(.unreadable(until: now + 300, why: "x"), heard: heard), .replied))
    }
}
