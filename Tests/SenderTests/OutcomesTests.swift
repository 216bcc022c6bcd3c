import Etiquette
import Fixtures
import Foundation
import Ledger
import Mail
import Sender
import Testing

/// Each row of the table of outcomes.
@Suite struct OutcomesTests {
    private let post: Post
    /// The thank-yous to Jane, Sam and Ines, in this order.
    private let notes: [Message.ID]

    init() throws {
        post = try Post()
        notes = Array(try post.interview([Post.jane, Post.sam, Post.ines]).messages.prefix(3))
    }

    @Test func acceptedIsSentWithItsContactAndTheServersWords() throws {
        let report = try post.send(by: ScriptedTransport())
        #expect(report.sent == notes)
        #expect(try post.states(notes) == [.sent, .sent, .sent])
        let contacts = try post.contacts()
        #expect(contacts.map(\.message) == notes)
        #expect(contacts.allSatisfy { $0.detail == "250 2.0.0 Ok: queued as 4XyZ" && $0.time == post.now })
        let attempt = try #require(try post.attempts(notes[0]).first)
        #expect(attempt.outcome == .sent && attempt.code == 250 && attempt.ended != nil)
        #expect(try post.desk.check().isEmpty)
    }

    @Test(arguments: [Answer.noSuchUser, Answer.spam])
    func refusedShowsTheServersWordsAndTheOthersGo(reply: ServerReply) throws {
        let report = try post.send(by: ScriptedTransport(.refused(reply)))
        #expect(report.refused == [notes[0]] && report.sent == Array(notes.dropFirst()) && report.stop == nil)
        let message = try post.message(notes[0])
        #expect(message.state == .refused && message.reason?.code == .refused)
        #expect(message.reason?.detail == "\(reply.code) \(reply.enhancedStatus ?? "") \(reply.text)")
        let attempts = try post.attempts(notes[0])
        #expect(attempts.map(\.outcome) == [.refused] && attempts.map(\.code) == [reply.code])
        #expect(try post.contacts().count == 2)
    }

    @Test(arguments: [
        Delivery.deferred(scope: .message, Answer.greylisted, Answer.answered),
        .deferred(scope: .message, Answer.tryLater, Answer.answered),
        .deferred(scope: .message, nil, Answer.lost),
    ])
    func deferredWaitsAMinuteAndTheOthersGo(outcome: Delivery) throws {
        let report = try post.send(by: ScriptedTransport(outcome))
        #expect(report.deferred == [notes[0]] && report.sent == Array(notes.dropFirst()))
        let message = try post.message(notes[0])
        #expect(message.state == .queued && message.nextAttempt == post.now + 60)
        #expect(message.due == at("2026-11-18T15:00:00Z"))
        #expect(try post.attempts(notes[0]).map(\.outcome) == [.deferred])
    }

    @Test(arguments: [
        Delivery.deferred(scope: .server, nil, Answer.noConnection),
        .deferred(scope: .server, Answer.busy, Answer.answered),
    ])
    func aServerThatIsDownDefersAll(outcome: Delivery) throws {
        let transport = ScriptedTransport(outcome)
        let report = try post.send(by: transport)
        #expect(transport.envelopes.count == 1)
        #expect(report.deferred == notes)
        guard case .server? = report.stop else {
            Issue.record("\(String(describing: report.stop)) instead of the server")
            return
        }
        #expect(try post.states(notes) == [.queued, .queued, .queued])
        #expect(try notes.allSatisfy { try post.message($0).nextAttempt == post.now + 60 })
        // What was not tried itself has no attempt.
        #expect(try notes.map { try post.attempts($0).count } == [1, 0, 0])
    }

    @Test(arguments: StopCause.allCases)
    func whatTheUserMustMendStopsTheRunAndAllStayQueued(cause: StopCause) throws {
        let transport = ScriptedTransport(.stopped(cause, Answer.badLogin))
        let report = try post.send(by: transport)
        #expect(transport.envelopes.count == 1)
        guard case .mend(cause, Answer.badLogin)? = report.stop else {
            Issue.record("\(String(describing: report.stop)) instead of \(cause)")
            return
        }
        #expect(report.deferred.isEmpty && report.sent.isEmpty)
        #expect(try post.states(notes) == [.queued, .queued, .queued])
        #expect(try notes.allSatisfy { try post.message($0).nextAttempt == nil })
        #expect(try post.attempts(notes[0]).map(\.outcome) == [.stopped])
        #expect(try post.send(by: ScriptedTransport()).sent == notes)
    }

    @Test func oneDoubtIsAnAccident() throws {
        let report = try post.send(by: ScriptedTransport(.unconfirmed(Answer.lost, nil)))
        #expect(
            report.unconfirmed == [notes[0]] && report.sent == Array(notes.dropFirst()) && report.stop == nil)
        let message = try post.message(notes[0])
        #expect(message.state == .unconfirmed && message.reason?.detail == "Recv failure")
        #expect(try post.contacts().map(\.message) == Array(notes.dropFirst()))
    }

    @Test func twoDoubtsInARowStopTheRun() throws {
        let transport = ScriptedTransport(.unconfirmed(Answer.lost, nil), .unconfirmed(Answer.lost, nil))
        let report = try post.send(by: transport)
        #expect(transport.bodies.count == 2)
        #expect(report.unconfirmed == Array(notes.prefix(2)) && report.deferred == [notes[2]])
        #expect(report.stop != nil)
        #expect(try post.states(notes) == [.unconfirmed, .unconfirmed, .queued])
    }

    @Test func doubtsWithAnAnswerBetweenThemDoNotStopTheRun() throws {
        let report = try post.send(
            by: ScriptedTransport(
                .unconfirmed(Answer.lost, nil), .accepted(Answer.accepted), .unconfirmed(Answer.lost, nil)))
        #expect(report.unconfirmed == [notes[0], notes[2]] && report.stop == nil)
    }

    @Test func theUnconfirmedIsNeverSentAgainByItself() throws {
        try post.send(by: ScriptedTransport(.unconfirmed(Answer.lost, nil)))
        for time in ["2026-11-18T16:00:00Z", "2026-11-19T15:00:00Z", "2027-01-04T10:00:00Z"] {
            post.now = at(time)
            let transport = ScriptedTransport()
            try post.send(by: transport)
            #expect(!transport.envelopes.contains { $0.recipient.text == "jane.okafor@example.org" })
            #expect(try post.message(notes[0]).state == .unconfirmed)
        }
    }

    /// What the user does while the connection is made is not undone by its failure.
    @Test(
        arguments: [
            Delivery.deferred(scope: .server, nil, Answer.noConnection), .refused(Answer.noSuchUser),
            .deferred(scope: .message, Answer.greylisted, Answer.answered),
            .stopped(.loginRefused, Answer.badLogin),
        ], [MessageState.held, .cancelled, .draft])
    func aFailureMovesNothingThatTheUserHasMoved(outcome: Delivery, state: MessageState) throws {
        let transport = ScriptedTransport([
            ScriptedTransport.Scene(
                before: { [post, notes] in
                    switch state {
                    case .held: _ = try post.desk.hold(notes, at: post.now)
                    case .cancelled: _ = try post.desk.cancel(notes, at: post.now)
                    default: for id in notes { _ = try post.desk.edit(id, subject: "Another", body: nil) }
                    }
                }, asks: false, outcome: outcome)
        ])
        let report = try post.send(by: transport)
        #expect(try post.states(notes) == [state, state, state])
        #expect(report.deferred.isEmpty && report.refused.isEmpty)
        if state != .draft { #expect(try notes.allSatisfy { try post.message($0).reason?.code == .byUser }) }
    }

    /// A fault in the bytes is found before the first of them is said.
    @Test func whatWasHandedOverAndNotSaidGoesBack() throws {
        let transport = ScriptedTransport([
            ScriptedTransport.Scene(outcome: .notHandedOver(WireForm.Fault.empty))
        ])
        #expect(throws: WireForm.Fault.empty) { try post.send(by: transport) }
        #expect(try post.states(notes) == [.queued, .queued, .queued])
        #expect(try post.contacts().isEmpty)
    }
}
