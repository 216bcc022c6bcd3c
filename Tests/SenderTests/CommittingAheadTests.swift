import Dispatch
import Etiquette
import Fixtures
import Foundation
import GRDB
import Ledger
import Mail
import Synchronization
import Testing

@testable import Sender

/// A hand-over that is written down before it is asked for is on disk only if it is asked for.
@Suite struct CommittingAheadTests {
    private let post: Post
    private let errands: [Errand]
    private var ids: [Message.ID] { errands.map(\.id) }

    init() throws {
        post = try Post()
        errands = try post.errands([Post.jane, Post.sam])
    }

    /// A clock that says when it is looked at, once it is to: then the hand-over ahead has begun.
    private final class Glance: Sendable {
        private let isAwaited = Mutex(false)
        let happens = DispatchSemaphore(value: 0)

        func await() { isAwaited.withLock { $0 = true } }

        func happened() {
            let isAwaited = isAwaited.withLock { isAwaited in
                defer { isAwaited = false }
                return isAwaited
            }
            if isAwaited { happens.signal() }
        }
    }

    private func run(_ counter: Counter, _ glance: Glance = Glance()) throws -> Run {
        let run = try post.run(counter) { glance.happened() }
        run.lastCommit = 600
        run.longestSharing = 600
        return run
    }

    /// One connection has been handed its first message. The run goes ahead with the second one, and meanwhile the
    /// connection does something.
    private func goAhead(
        sharing seconds: TimeInterval = 600, before: () throws -> Void = {},
        _ deed: @escaping @Sendable (Connecting) -> Void
    ) throws -> (run: Run, connecting: Connecting) {
        let counter = Counter(connections: 1)
        let glance = Glance()
        let run = try run(counter, glance)
        counter.put(errands, isLast: true)
        try #require(counter.take().wantsConnection)
        let connecting = Connecting(counter, post.now)
        Thread.detachNewThread {
            connecting.ask()
            glance.happens.wait()
            deed(connecting)
            connecting.isOver.signal()
        }
        run.serve(counter.take())
        try #require(try post.states(ids) == [.handedOver, .queued])
        try before()
        (run.isBrisk, run.lastCommit, run.longestSharing) = (true, 600, seconds)
        glance.await()
        run.serve(Work())
        return (run, connecting)
    }

    /// A connection that does one thing at a time.
    private final class Connecting: Sendable {
        let counter: Counter
        let isOver = DispatchSemaphore(value: 0)
        private let now: Date
        private struct State: Sendable {
            var errands: [Errand] = []
            var answers: [Result<Handed, any Error>] = []
        }
        private let state = Mutex(State())

        init(_ counter: Counter, _ now: Date) { (self.counter, self.now) = (counter, now) }

        var answers: [Result<Handed, any Error>] { state.withLock(\.answers) }

        func take() {
            guard let errand = counter.next(for: 1) else { return }
            state.withLock { $0.errands.append(errand) }
        }

        func ask() {
            take()
            guard let errand = state.withLock(\.errands.last) else { return }
            let answer = Result { try counter.handOver(errand) }
            state.withLock { $0.answers.append(answer) }
        }

        func finish(_ delivery: Delivery, wasAsked: Bool = true) {
            guard let errand = state.withLock(\.errands.last) else { return }
            counter.finish(
                Outcome(
                    errand: errand, delivery: delivery, started: now, ended: now, wasAsked: wasAsked,
                    wasHandedOver: wasAsked))
        }
    }

    private func dispatched(_ id: Message.ID) throws -> [UInt8]? {
        try post.ledger.read { try $0.dispatched(id) }
    }

    @Test func whatIsAskedForInTimeIsOnDiskTogetherWithTheOutcomeBefore() throws {
        let (run, connecting) = try goAhead {
            $0.finish(.accepted(Answer.accepted))
            $0.ask()
        }
        connecting.isOver.wait()
        #expect(try post.states(ids) == [.sent, .handedOver])
        #expect(run.report.sent == [ids[0]])
        let handed = try #require(try connecting.answers.last?.get())
        #expect(try dispatched(ids[1]) == handed.bytes && handed.moment == post.now)
    }

    @Test func aRecipientWhoIsRefusedWasNeverHandedOver() throws {
        let (run, connecting) = try goAhead {
            $0.finish(.accepted(Answer.accepted))
            $0.take()
            $0.finish(.refused(Answer.spam), wasAsked: false)
            $0.take()
        }
        connecting.isOver.wait()
        run.serve(connecting.counter.take())
        #expect(try post.states(ids) == [.sent, .refused])
        #expect(try dispatched(ids[1]) == nil)
        #expect(run.report.sent == [ids[0]] && run.report.refused == [ids[1]])
        #expect(try post.ledger.read { try $0.attempts(of: ids[1]) }.map(\.outcome) == [.refused])
    }

    @Test(arguments: [Delivery.unconfirmed(Answer.lost, nil), .refused(Answer.spam)])
    func anythingButAnAcceptanceIsRecordedByItself(delivery: Delivery) throws {
        let (run, connecting) = try goAhead {
            $0.finish(delivery)
            $0.counter.end(.asked)
        }
        connecting.isOver.wait()
        #expect(!run.isBrisk)
        #expect(try post.states(ids)[1] == .queued && dispatched(ids[1]) == nil)
        #expect([.unconfirmed, .refused].contains(try post.states(ids)[0]))
        #expect(run.report.unconfirmed.count + run.report.refused.count == 1)
    }

    /// Other programs wait for the ledger as long as a transaction is open.
    @Test func whatIsNotAskedForInTimeWasNeverHandedOver() throws {
        let gate = DispatchSemaphore(value: 0)
        let (run, connecting) = try goAhead(sharing: 0.001) {
            gate.wait()
            $0.finish(.accepted(Answer.accepted))
            $0.ask()
        }
        #expect(try post.states(ids) == [.handedOver, .queued] && dispatched(ids[1]) == nil)
        #expect(!run.isBrisk)
        run.longestSharing = 600
        gate.signal()
        run.serve(connecting.counter.take())
        connecting.isOver.wait()
        #expect(try post.states(ids) == [.sent, .handedOver])
    }

    /// A `cancel` counts up to the moment of the hand-over (design: the life of a message).
    @Test func whatWasCancelledIsNotHandedOverAhead() throws {
        let other = try post.otherDesk()
        let counter = Counter(connections: 1)
        let run = try run(counter)
        counter.put(errands, isLast: true)
        _ = counter.take()
        let connecting = Connecting(counter, post.now)
        let gate = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            connecting.ask()
            gate.wait()
            connecting.finish(.accepted(Answer.accepted))
            connecting.ask()
            connecting.isOver.signal()
        }
        run.serve(counter.take())
        _ = try other.cancel([ids[1]], at: post.now)
        run.isBrisk = true
        try run.commitAhead()
        #expect(!run.isBrisk)
        gate.signal()
        run.serve(counter.take())
        connecting.isOver.wait()
        #expect(try post.states(ids) == [.sent, .cancelled])
        #expect(throws: HandOver.Withdrawn.self) { try connecting.answers.last?.get() }
    }

    @Test func whereTheLedgerFailsNobodyWaitsInVainAndTheOutcomeIsKept() throws {
        let refusal = "CREATE TRIGGER full BEFORE INSERT ON contact BEGIN SELECT RAISE(ABORT, 'full'); END"
        let (run, connecting) = try goAhead(before: {
            try DatabaseQueue(path: post.database.path).write { try $0.execute(sql: refusal) }
        }) {
            $0.finish(.accepted(Answer.accepted))
            $0.ask()
        }
        connecting.isOver.wait()
        #expect(throws: (any Error).self) { try connecting.answers.last?.get() }
        guard case .failed? = connecting.counter.ending else {
            Issue.record("\(String(describing: connecting.counter.ending)) instead of the failure")
            return
        }
        #expect(run.unrecorded.map(\.errand.id) == [ids[0]])
        #expect(try post.states(ids) == [.handedOver, .queued] && dispatched(ids[1]) == nil)
    }
}
