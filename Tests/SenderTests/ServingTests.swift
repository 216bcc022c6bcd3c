import Etiquette
import Foundation
import GRDB
import Ledger
import Mail
import Testing

@testable import Sender

/// What the connections ask of the run at one moment is done in parts, and each part stands by itself.
@Suite struct ServingTests {
    private let post: Post
    private let outboundMessages: [OutboundMessage]

    init() throws {
        post = try Post()
        outboundMessages = try post.outboundMessages([Post.jane, Post.sam])
    }

    private func request(_ outboundMessage: OutboundMessage) -> HandOverRequest {
        HandOverRequest(outboundMessage: outboundMessage, promise: HandOverPromise())
    }

    @Test func aPartThatFailsLeavesNobodyWaitingAndLosesNoOutcome() throws {
        let dispatcher = Dispatcher(connections: 2)
        let run = try post.run(dispatcher)
        let (first, second) = (request(outboundMessages[0]), request(outboundMessages[1]))
        run.serve(Work(writes: PendingWrites(requests: [first])))
        _ = try first.promise.wait()
        let outcome = DeliveryOutcome.accepted(outboundMessages[0], at: post.now)
        run.serve(
            Work(writes: PendingWrites(requests: [second], outcomes: [outcome]), wantsConnection: true))
        try #require(try post.states(outboundMessages.map(\.id)) == [.sent, .handedOver])
        #expect(try second.promise.wait().moment == post.now)
        guard case .failed(let error)? = dispatcher.ending, error is NoPassword else {
            Issue.record("\(String(describing: dispatcher.ending)) instead of the failure")
            return
        }
    }

    /// Not even the transaction begins.
    @Test func whereTheLedgerStaysLockedNobodyWaitsInVainAndNoOutcomeIsLost() throws {
        let dispatcher = Dispatcher(connections: 2)
        let run = try post.run(dispatcher, on: Ledger(path: post.database.path, patience: 0.01) { [] })
        let (first, second) = (request(outboundMessages[0]), request(outboundMessages[1]))
        run.serve(Work(writes: PendingWrites(requests: [first])))
        _ = try first.promise.wait()
        let outcome = DeliveryOutcome.accepted(outboundMessages[0], at: post.now)
        try DatabaseQueue(path: post.database.path).inTransaction(.immediate) { _ in
            run.serve(Work(writes: PendingWrites(requests: [second], outcomes: [outcome])))
            return .rollback
        }
        #expect(throws: (any Error).self) { try second.promise.wait() }
        guard case .failed? = dispatcher.ending else {
            Issue.record("\(String(describing: dispatcher.ending)) instead of the failure")
            return
        }
        // At the end it is tried once more.
        #expect(throws: LedgerProblem.self) { try run.recordTheRest() }
        #expect(try post.states(outboundMessages.map(\.id)) == [.sent, .queued])
    }
}
