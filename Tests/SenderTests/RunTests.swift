import Desk
import Etiquette
import Fixtures
import Foundation
import Ledger
import Mail
import Sender
import Testing

/// What one run sends, and what it leaves.
@Suite struct RunTests {
    private let post: Post

    init() throws { post = try Post() }

    @Test(arguments: [
        ("2026-11-18T14:59:59Z", 0), ("2026-11-18T15:00:00Z", 1), ("2026-11-18T19:00:00Z", 0),
        ("2026-11-19T07:59:59Z", 0), ("2026-11-19T08:00:00Z", 1), ("2026-11-20T15:00:00Z", 1),
    ])
    func aThankYouGoesFromItsDueTimeToTheEndOfItsWindowInOpenHours(time: String, count: Int) throws {
        let id = try post.interview().messages[0]
        post.now = at(time)
        let transport = ScriptedTransport()
        #expect(try post.send(by: transport).sent.count == count)
        #expect(transport.bodies.count == count)
        #expect(try post.message(id).state == (count == 1 ? .sent : .queued))
    }

    @Test func aLateThankYouIsHeldAndReported() throws {
        let id = try post.interview().messages[0]
        post.now = at("2026-11-20T15:00:01Z")
        let transport = ScriptedTransport()
        let report = try post.send(by: transport)
        #expect(transport.envelopes.isEmpty && report.held == [id])
        #expect(try post.message(id).reason?.code == .late)
        // It waits for the user, and says so every time.
        #expect(try post.send(by: transport).held == [id])
    }

    @Test func aLateQuestionIsHeld() throws {
        let recorded = try post.interview()
        try post.send(by: ScriptedTransport())
        post.now = at("2027-01-04T10:00:00Z")
        let transport = ScriptedTransport()
        #expect(try post.send(by: transport).held == [recorded.messages[1]])
        #expect(transport.envelopes.isEmpty)
    }

    @Test func nothingIsSentTwice() throws {
        let id = try post.interview().messages[0]
        #expect(try post.send(by: ScriptedTransport()).sent == [id])
        let again = ScriptedTransport()
        #expect(try post.send(by: again).sent.isEmpty)
        #expect(again.envelopes.isEmpty)
    }

    @Test func whereNothingIsDueNobodyIsCalled() throws {
        try post.interview()
        post.now = at("2026-11-18T10:00:00Z")
        let transport = ScriptedTransport()
        try post.send(by: transport)
        #expect(transport.envelopes.isEmpty && transport.closings == 0)
    }

    @Test func draftsAndCardsStayAtHome() throws {
        let recorded = try post.interview(["Bo Lind=the archive", Post.jane])
        _ = try post.desk.edit(recorded.messages[1], subject: "Another", body: nil)
        let transport = ScriptedTransport()
        #expect(try post.send(by: transport).sent.isEmpty)
        #expect(transport.envelopes.isEmpty)
        #expect(try post.states(recorded.messages) == [.queued, .draft, .queued])
    }

    @Test func aDayLiesBetweenTwoEmailsToOnePersonAlsoInOneRun() throws {
        let first = try post.interview(ended: "2026-11-17 12:00").messages[0]
        let second = try post.interview(organisation: "Another Council").messages[0]
        #expect(try post.send(by: ScriptedTransport()).sent == [first])
        post.now = at("2026-11-19T14:59:59Z")
        #expect(try post.send(by: ScriptedTransport()).sent.isEmpty)
        post.now = at("2026-11-19T15:00:00Z")
        #expect(try post.send(by: ScriptedTransport()).sent == [second])
    }

    @Test(arguments: [
        (Delivery.unconfirmed(Answer.lost, nil), false), (.refused(Answer.noSuchUser), true),
        (.deferred(scope: .message, Answer.greylisted, Answer.answered), true),
    ])
    func onlyWhatMayHaveArrivedMakesTheNextOneWait(outcome: Delivery, goes: Bool) throws {
        try post.interview(ended: "2026-11-17 12:00")
        let second = try post.interview(organisation: "Another Council").messages[0]
        #expect(try post.send(by: ScriptedTransport(outcome)).sent == (goes ? [second] : []))
    }

    /// A process that stays writes to the same person again, once the day is over.
    @Test func aSenderThatStaysForgetsNobody() throws {
        let first = try post.interview(ended: "2026-11-17 12:00").messages[0]
        let second = try post.interview(organisation: "Another Council").messages[0]
        let sender = try post.sender(by: ScriptedTransport())
        #expect(try sender.sendDue().sent == [first])
        post.now = at("2026-11-19T15:00:00Z")
        #expect(try sender.sendDue().sent == [second])
    }

    @Test func doubtsAreCountedWithinARun() throws {
        let first = try post.interview([Post.jane, Post.sam]).messages
        let transport = ScriptedTransport(
            .unconfirmed(Answer.lost, nil), .unconfirmed(Answer.lost, nil), .unconfirmed(Answer.lost, nil))
        let sender = try post.sender(by: transport)
        #expect(try sender.sendDue().unconfirmed == Array(first.prefix(2)))
        let second = try post.interview(
            [Post.ines, Post.hana + "=the annexe"], organisation: "Another Council"
        ).messages
        let report = try sender.sendDue()
        #expect(report.unconfirmed == [second[0]] && report.sent == [second[1]])
    }

    @Test func aThankYouThatWaitsForTheUserHoldsTheQuestion() throws {
        let recorded = try post.interview()
        _ = try post.desk.hold([recorded.messages[0]], at: post.now)
        post.now = at("2026-12-01T15:00:00Z")
        let transport = ScriptedTransport()
        let report = try post.send(by: transport)
        #expect(transport.envelopes.isEmpty)
        #expect(Set(report.held) == Set(recorded.messages))
        #expect(try post.message(recorded.messages[1]).reason?.code == .notThanked)
    }

    @Test func aQuestionThatNobodyAnsweredGoesAfterTwoWeeks() throws {
        let recorded = try post.interview()
        try post.send(by: ScriptedTransport())
        post.now = at("2026-12-01T14:59:59Z")
        #expect(try post.send(by: ScriptedTransport()).sent.isEmpty)
        post.now = at("2026-12-01T15:00:00Z")
        #expect(try post.send(by: ScriptedTransport()).sent == [recorded.messages[1]])
    }

    @Test func whatWasDeferredTooLongIsHeld() throws {
        let id = try post.interview().messages[0]
        while try post.message(id).state == .queued, post.now < at("2026-11-25T00:00:00Z") {
            try post.send(
                by: ScriptedTransport(.deferred(scope: .message, Answer.greylisted, Answer.answered)))
            let next = try post.message(id).nextAttempt ?? post.now
            // Tried by the hour where the hours are closed.
            post.now = max(next, post.now + 3600)
        }
        #expect(try post.message(id).reason?.code == .late)
        #expect(try post.attempts(id).allSatisfy { $0.started <= at("2026-11-20T15:00:00Z") })
    }

    @Test func deferralsDoubleTheWait() throws {
        let id = try post.interview().messages[0]
        var waits: [TimeInterval] = []
        for _ in 0..<6 {
            try post.send(
                by: ScriptedTransport(.deferred(scope: .message, Answer.greylisted, Answer.answered)))
            let next = try #require(try post.message(id).nextAttempt)
            waits.append(next.timeIntervalSince(post.now))
            post.now = next
        }
        #expect(waits == [60, 120, 240, 480, 960, 1920])
    }
}
