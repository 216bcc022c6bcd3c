import Etiquette
import Foundation
import Ledger
import Mail
import Sender
import Synchronization
import Testing

/// A run that is told to end leaves nothing half done.
@Suite struct StopTests {
    private let post: Post
    private let notes: [Message.ID]

    init() throws {
        post = try Post()
        notes = Array(try post.interview([Post.jane, Post.sam, Post.ines]).messages.prefix(3))
    }

    /// A sender and a transport that can tell it to stop.
    private func run(_ transport: ScriptedTransport, stopping box: Box) throws -> SendReport {
        let sender = try post.sender(by: transport)
        box.sender.withLock { $0 = sender }
        defer { box.sender.withLock { $0 = nil } }
        return try sender.sendDue()
    }

    private final class Box: Sendable {
        let sender = Mutex<Sender?>(nil)
        func stop() { sender.withLock { $0 }?.stop() }
    }

    private func expectAsked(_ report: SendReport) {
        guard case .asked? = report.stop else {
            Issue.record("\(String(describing: report.stop)) instead of asked")
            return
        }
    }

    @Test func aSenderThatWasStoppedSendsNothingMore() throws {
        let transport = ScriptedTransport()
        let sender = try post.sender(by: transport)
        sender.stop()
        expectAsked(try sender.sendDue())
        #expect(transport.envelopes.isEmpty)
        #expect(try post.states(notes) == [.queued, .queued, .queued])
    }

    @Test func whatWasHandedOverGetsItsOutcomeAndNothingElseGoes() throws {
        let box = Box()
        let transport = ScriptedTransport([ScriptedTransport.Scene(during: { _ in box.stop() })])
        let report = try run(transport, stopping: box)
        expectAsked(report)
        #expect(report.sent == [notes[0]] && transport.envelopes.count == 1)
        #expect(try post.states(notes) == [.sent, .queued, .queued])
        #expect(try notes.allSatisfy { try post.message($0).nextAttempt == nil })
    }

    @Test func whoAsksForTheHandOverAfterwardsSaysNothing() throws {
        let box = Box()
        let transport = ScriptedTransport([ScriptedTransport.Scene(before: { box.stop() })])
        let report = try run(transport, stopping: box)
        expectAsked(report)
        #expect(transport.bodies.isEmpty && report.sent.isEmpty)
        #expect(try post.states(notes) == [.queued, .queued, .queued])
        #expect(try post.attempts(notes[0]).isEmpty)
    }

    /// The server does not ask for the body, or does not answer: the conversation is broken off.
    @Test func aServerThatDawdlesBeforeTheBodyIsNotWaitedFor() throws {
        let box = Box()
        let transport = ScriptedTransport([ScriptedTransport.Scene(dawdles: { box.stop() })])
        let report = try run(transport, stopping: box)
        expectAsked(report)
        #expect(report.deferred.isEmpty && transport.bodies.isEmpty)
        #expect(try post.states(notes) == [.queued, .queued, .queued])
        #expect(try notes.allSatisfy { try post.message($0).nextAttempt == nil })
        #expect(try post.attempts(notes[0]).isEmpty)
    }

    @Test(arguments: [(24.9, false), (25.0, true)])
    func anAnswerToTheBodyIsWaitedForUntilTheGraceIsOver(seconds: Double, isUnconfirmed: Bool) throws {
        let box = Box()
        let transport = ScriptedTransport([
            ScriptedTransport.Scene(hangs: { [post] in
                box.stop()
                post.now += seconds
            })
        ])
        let report = try run(transport, stopping: box)
        expectAsked(report)
        #expect(report.unconfirmed == (isUnconfirmed ? [notes[0]] : []))
        #expect(report.sent == (isUnconfirmed ? [] : [notes[0]]))
        #expect(try post.states(notes)[1...] == [.queued, .queued])
    }
}
