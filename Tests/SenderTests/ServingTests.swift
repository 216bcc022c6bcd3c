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
    private let errands: [Errand]

    private struct NoPassword: Error {}

    init() throws {
        post = try Post()
        let notes = Array(try post.interview([Post.jane, Post.sam]).messages.prefix(2))
        errands = try post.ledger.read { try $0.outgoing(notes) }.map { outgoing in
            Errand(
                outgoing,
                Envelope(
                    sender: try EmailAddress("ada@example.net"),
                    recipient: try #require(outgoing.message.recipient.address)),
                Errand.Reading(foreignChanges: 0, ownChanges: 0))
        }
    }

    private func request(_ errand: Errand) -> Request { Request(errand: errand, ticket: Ticket()) }

    /// A run over a server that can't be connected to.
    private func run(_ counter: Counter, on ledger: Ledger? = nil) throws -> Run {
        let settings = Sender.Settings(
            etiquette: post.desk.settings, address: try EmailAddress("ada@example.net"), server: "")
        let sender = Sender(
            ledger: ledger ?? post.ledger, settings: settings, lock: try SenderLock(folder: post.folder.path),
            clock: { [hands = post.hands] in hands.time.withLock { $0 } }, chance: { _ in 1 },
            connecting: { throw NoPassword() })
        return Run(sender, counter)
    }

    @Test func aPartThatFailsLeavesNobodyWaitingAndLosesNoOutcome() throws {
        let counter = Counter(connections: 2)
        let run = try run(counter)
        let (first, second) = (request(errands[0]), request(errands[1]))
        run.serve(Work(papers: Papers(requests: [first])))
        _ = try first.ticket.wait()
        let outcome = Outcome(
            errand: errands[0], delivery: .accepted(Answer.accepted), started: post.now, ended: post.now,
            wasAsked: true, wasHandedOver: true)
        run.serve(
            Work(papers: Papers(requests: [second], outcomes: [outcome]), wantsConnection: true))
        try #require(try post.states(errands.map(\.id)) == [.sent, .handedOver])
        #expect(try second.ticket.wait().moment == post.now)
        guard case .failed(let error)? = counter.ending, error is NoPassword else {
            Issue.record("\(String(describing: counter.ending)) instead of the failure")
            return
        }
    }

    /// Not even the transaction begins.
    @Test func whereTheLedgerStaysLockedNobodyWaitsInVainAndNoOutcomeIsLost() throws {
        let counter = Counter(connections: 2)
        let run = try run(counter, on: Ledger(path: post.database.path, patience: 0.01) { [] })
        let (first, second) = (request(errands[0]), request(errands[1]))
        run.serve(Work(papers: Papers(requests: [first])))
        _ = try first.ticket.wait()
        let outcome = Outcome(
            errand: errands[0], delivery: .accepted(Answer.accepted), started: post.now, ended: post.now,
            wasAsked: true, wasHandedOver: true)
        try DatabaseQueue(path: post.database.path).inTransaction(.immediate) { _ in
            run.serve(Work(papers: Papers(requests: [second], outcomes: [outcome])))
            return .rollback
        }
        #expect(throws: (any Error).self) { try second.ticket.wait() }
        guard case .failed? = counter.ending else {
            Issue.record("\(String(describing: counter.ending)) instead of the failure")
            return
        }
        // At the end it is tried once more.
        #expect(throws: LedgerProblem.self) { try run.recordTheRest() }
        #expect(try post.states(errands.map(\.id)) == [.sent, .queued])
    }
}
