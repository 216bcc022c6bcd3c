import Desk
import Dispatch
import Etiquette
import Fixtures
import Foundation
import Ledger
import Mail
import Sender
import Testing

/// What a crash, a wrong clock or a failing commit may do: doubtful, never doubled.
@Suite struct RecoveryTests {
    private let post: Post
    private let notes: [Message.ID]
    private struct PowerCut: Error {}

    init() throws {
        post = try Post()
        notes = Array(try post.interview([Post.jane, Post.sam, Post.ines]).messages.prefix(3))
    }

    @Test func whatACrashLeftHandedOverIsUnconfirmedAtTheNextStart() throws {
        try post.ledger.write {
            try $0.handOver(notes[0], dispatched: [0x42], subject: "Thank you", at: post.now)
        }
        post.now += 600
        let transport = ScriptedTransport()
        let report = try post.send(by: transport)
        #expect(report.unconfirmed == [notes[0]] && report.sent == Array(notes.dropFirst()))
        #expect(!transport.envelopes.contains { $0.recipient.text == "jane.okafor@example.org" })
        #expect(try post.message(notes[0]).state == .unconfirmed)
        let attempt = try #require(try post.attempts(notes[0]).first)
        #expect(
            attempt.started == post.now - 600 && attempt.ended == post.now && attempt.outcome == .unconfirmed)
        #expect(try post.attempts(notes[0]).count == 1)
    }

    @Test func whatACrashLeftHandedOverCanBeSettledWithoutSending() throws {
        try post.ledger.write {
            try $0.handOver(notes[0], dispatched: [0x42], subject: "Thank you", at: post.now)
        }
        let lock = try SenderLock(folder: post.folder.path)
        #expect(try InterruptedSending.settle(in: post.ledger, with: lock, at: post.now) == [notes[0]])
        #expect(try InterruptedSending.settle(in: post.ledger, with: lock, at: post.now).isEmpty)
        #expect(try post.desk.resolve(notes[0], delivered: true, at: post.now).state == .sent)
    }

    @Test(arguments: [(301.0, true), (300, false), (0, false)])
    func aClockWellBehindWhatWasTriedLastSendsNothing(behind: TimeInterval, isRefused: Bool) throws {
        let newest = post.now + behind
        let own = try post.interview([Post.hana + "=the tram"], organisation: "Another Council").messages[0]
        try post.ledger.write { transaction in
            try transaction.stopped(
                own, Attempt(started: newest, ended: newest, outcome: .stopped, code: nil, reply: nil))
        }
        _ = try post.desk.cancel([own], at: post.now)
        let transport = ScriptedTransport()
        if isRefused {
            #expect(throws: SenderProblem.clockBehind(newest: newest, now: post.now)) {
                try post.send(by: transport)
            }
            #expect(transport.envelopes.isEmpty)
            #expect(try post.states(notes) == [.queued, .queued, .queued])
        } else {
            #expect(try post.send(by: transport).sent == notes)
        }
    }

    @Test func anAcceptanceSharesTheCommitOfTheNextHandOver() throws {
        let other = try post.otherProcess()
        var seen: [[MessageState]] = []
        let look = { (_: [UInt8]) in
            seen.append(try other.read { transaction in try notes.map { try transaction.message($0).state } })
        }
        try post.send(by: ScriptedTransport((0..<3).map { _ in ScriptedTransport.Scene(during: look) }))
        #expect(
            seen == [
                [.handedOver, .queued, .queued], [.sent, .handedOver, .queued], [.sent, .sent, .handedOver],
            ])
        #expect(try post.states(notes) == [.sent, .sent, .sent])
    }

    @Test func anAcceptanceIsNotLostWhenTheNextHandOverIsWithdrawn() throws {
        let transport = ScriptedTransport([
            ScriptedTransport.Scene(),
            ScriptedTransport.Scene(before: { _ = try post.desk.cancel([notes[1]], at: post.now) }),
        ])
        let report = try post.send(by: transport)
        #expect(report.sent == [notes[0], notes[2]])
        #expect(try post.states(notes) == [.sent, .cancelled, .sent])
        #expect(try post.contacts().map(\.message) == [notes[0], notes[2]])
    }

    @Test func anAcceptanceIsNotLostWhenTheLastHandOverIsWithdrawn() throws {
        let transport = ScriptedTransport([
            ScriptedTransport.Scene(), ScriptedTransport.Scene(),
            ScriptedTransport.Scene(before: { _ = try post.desk.cancel([notes[2]], at: post.now) }),
        ])
        #expect(try post.send(by: transport).sent == [notes[0], notes[1]])
        #expect(try post.states(notes) == [.sent, .sent, .cancelled])
    }

    @Test func anAcceptanceIsNotLostWhenTheNextHandOverThrows() throws {
        let transport = ScriptedTransport([
            ScriptedTransport.Scene(), ScriptedTransport.Scene(before: { throw PowerCut() }),
        ])
        #expect(throws: PowerCut.self) { try post.send(by: transport) }
        #expect(try post.states(notes) == [.sent, .queued, .queued])
        #expect(try post.contacts().count == 1)
        #expect(transport.closings == 1)
    }

    @Test(arguments: [
        Delivery.deferred(scope: .server, nil, Answer.noConnection), .stopped(.loginRefused, Answer.badLogin),
        .refused(Answer.noSuchUser), .refused(Answer.spam), .unconfirmed(Answer.lost, nil),
    ])
    func anAcceptanceIsNotLostWhateverBecomesOfTheNext(outcome: Delivery) throws {
        let report = try post.send(by: ScriptedTransport(.accepted(Answer.accepted), outcome))
        #expect(report.sent.contains(notes[0]))
        #expect(try post.message(notes[0]).state == .sent)
        #expect(try post.contacts().contains { $0.message == notes[0] })
        #expect(try post.desk.check().isEmpty)
    }

    @Test func anAcceptanceIsRecordedWhileTheServerDawdlesOverTheNext() throws {
        let other = try post.otherProcess()
        var seen: MessageState?
        let transport = ScriptedTransport([
            ScriptedTransport.Scene(),
            ScriptedTransport.Scene(before: {
                let latest = DispatchTime.now() + 30
                repeat {
                    seen = try other.read { try $0.message(notes[0]).state }
                } while seen != .sent && DispatchTime.now() < latest
            }),
        ])
        try post.send(by: transport)
        #expect(seen == .sent)
        #expect(try post.contacts().count == 3)
    }

    @Test func theContactHasTheTimeAtWhichTheBodyLeft() throws {
        let transport = ScriptedTransport([
            ScriptedTransport.Scene(before: { post.now += 30 }, during: { _ in post.now += 90 })
        ])
        try post.send(by: transport)
        let left = at("2026-11-18T15:00:30Z")
        #expect(try post.contacts().first { $0.message == notes[0] }?.time == left)
        let attempt = try #require(try post.attempts(notes[0]).first)
        #expect(attempt.started == left && attempt.ended == left + 90)
    }
}
