import Dispatch
import Etiquette
import Foundation
import GRDB
import Mail
import Synchronization
import Testing

@testable import Ledger
@testable import Sender

/// A run that is never idle leaves the ledger to others a few times a second, for as long as they take to look again: a
/// `cancel` counts up to the hand-over (design: the life of a message).
@Suite struct PauseForOthersTests {
    private let post: Post
    private let outboundMessages: [OutboundMessage]

    init() throws {
        post = try Post()
        outboundMessages = try post.outboundMessages([Post.jane, Post.sam])
    }

    /// At the worst moment: every transaction turns the other one away before it ends, and the next one begins at once,
    /// unless the run takes a breath. A machine that is busy elsewhere may let a breath pass before it wakes the other,
    /// or halt a run that takes none for as long as one: neither often enough to matter here.
    @Test func whoWaitsForTheLedgerGetsInBetweenTwoTransactions() throws {
        let (enough, most) = (10, 150)
        let other = Other(writesTo: outboundMessages[1].id, in: post.database)
        defer { other.leave() }
        let run = try post.run(Dispatcher(connections: 1)) { other.turnAway() }
        let tried = DeliveryOutcome(
            outboundMessage: outboundMessages[0],
            delivery: .deferred(scope: .message, Answer.greylisted, Answer.answered),
            started: post.now, ended: post.now, wasAsked: false, wasHandedOver: false)
        for _ in 1...most where other.polls < enough {
            // So long ago that it is time.
            run.groupCommit.lastPause = DispatchTime(uptimeNanoseconds: 1)
            try run.commit(PendingWrites(outcomes: [tried]))
            other.mayLook()
        }
        #expect(other.problem == nil)
        #expect(other.polls >= enough)
    }
}

/// Another command, which comes in the middle of a transaction and waits for the ledger as every one does; when it has
/// written, the next one comes.
private final class Other: Sendable {
    private let message: Message.ID
    private let database: URL

    private struct State: Sendable {
        var polls = 0
        var isWaiting = false
        var hasLeft = false
        var problem: (any Error)?
    }
    private let state = Mutex(State())
    private let comes = DispatchSemaphore(value: 0)
    private let wasTurnedAway = DispatchSemaphore(value: 0)
    private let looks = DispatchSemaphore(value: 0)
    private let isOver = DispatchSemaphore(value: 0)

    init(writesTo message: Message.ID, in database: URL) {
        (self.message, self.database) = (message, database)
        Thread.detachNewThread { [self] in
            do { try write() } catch { state.withLock { $0.problem = error } }
            // Nobody is to wait for it any more.
            wasTurnedAway.signal()
            isOver.signal()
        }
    }

    /// How often it has got in.
    var polls: Int { state.withLock(\.polls) }

    /// Within a transaction: it is there, and has seen that it has to wait.
    func turnAway() {
        let (isNew, isGone) = state.withLock { state in
            defer { state.isWaiting = true }
            return (!state.isWaiting, state.problem != nil)
        }
        if isNew { comes.signal() }
        if !isGone { wasTurnedAway.wait() }
    }

    /// The transaction is over.
    func mayLook() { looks.signal() }

    func leave() {
        state.withLock { $0.hasLeft = true }
        comes.signal()
        looks.signal()
        isOver.wait()
    }

    /// Why it stopped coming, if it did.
    var problem: (any Error)? { state.withLock(\.problem) }

    private func write() throws {
        var configuration = Ledger.configuration(600)
        guard case .callback(let goesOn) = configuration.busyMode else { throw WaitsOtherwise() }
        configuration.busyMode = .callback { [self] count in
            if state.withLock(\.isWaiting) {
                wasTurnedAway.signal()
                looks.wait()
            }
            return !state.withLock(\.hasLeft) && goesOn(count)
        }
        let queue = try DatabaseQueue(path: database.path, configuration: configuration)
        while true {
            comes.wait()
            guard !state.withLock(\.hasLeft) else { return }
            do {
                try queue.inTransaction(.immediate) { database in
                    state.withLock { state in
                        state.polls += 1
                        state.isWaiting = false
                    }
                    try LedgerTransaction(database: database).waive(
                        "late", for: message, at: Date(timeIntervalSince1970: 0))
                    return .commit
                }
            } catch DatabaseError.SQLITE_BUSY where state.withLock(\.hasLeft) {
                return
            }
        }
    }

    private struct WaitsOtherwise: Error {}
}
