import Etiquette
import Fixtures
import Foundation
import Ledger
import Mail
import Synchronization
import Testing

@testable import Sender

/// What waits at the dispatcher is taken all at once, and shared.
@Suite struct DispatcherTests {
    private let post: Post

    init() throws { post = try Post() }

    /// Messages to so many people.
    private func outboundMessages(_ count: Int) throws -> [OutboundMessage] {
        try post.outboundMessages(
            ["Ann", "Bea", "Cal", "Dan"].prefix(count).map {
                "\($0) Roe <\($0.lowercased())@example.org>=the plan"
            })
    }

    private func state(_ outboundMessages: [OutboundMessage], connections: Int) -> DispatcherState {
        var state = DispatcherState(connections: connections)
        state.ready = outboundMessages
        state.isComplete = true
        return state
    }

    private func take(_ state: inout DispatcherState) -> Work? { state.take() }

    private enum Shared: Equatable {
        case requests(Int), others, nobody
    }

    private func share(_ state: inout DispatcherState, with requests: Int, isTimeUp: Bool = false) -> Shared {
        switch state.share(with: requests, isTimeUp: isTimeUp) {
        case .writes(let writes): .requests(writes.requests.count)
        case .others: .others
        case .nobody: .nobody
        }
    }

    /// Opens a connection that takes the next message as far as its hand-over.
    private func ask(_ state: inout DispatcherState, over connection: Int = 1) throws -> HandOverRequest {
        guard case .go(let outboundMessage) = state.choose(for: connection) else { throw NoErrand() }
        state.wasAsked(for: outboundMessage)
        let request = HandOverRequest(outboundMessage: outboundMessage, promise: HandOverPromise())
        state.writes.requests.append(request)
        return request
    }

    private struct NoErrand: Error {}

    private func accepted(_ outboundMessage: OutboundMessage) -> DeliveryOutcome {
        .accepted(outboundMessage, at: post.now)
    }

    @Test func requestsThatWaitAtTheSameMomentAreTakenTogetherWithTheOutcomes() throws {
        var state = state(try outboundMessages(4), connections: 3)
        var opened = 0
        while take(&state)?.wantsConnection == true, opened < 1 { opened += 1 }
        let first = try ask(&state)
        #expect(take(&state)?.writes.requests.count == 1)
        state.finish(accepted(first.outboundMessage))
        _ = try ask(&state)
        _ = try ask(&state)
        let work = try #require(take(&state))
        #expect(work.writes.requests.count == 2 && work.writes.outcomes.count == 1 && !work.isOver)
    }

    /// A crash leaves a doubt about as little as possible.
    @Test func anOutcomeIsTakenAtOnceAndSharesItsCommitWithTheRequestAfterIt() throws {
        var state = state(try outboundMessages(2), connections: 1)
        #expect(take(&state)?.wantsConnection == true)
        let first = try ask(&state)
        _ = take(&state)
        state.finish(accepted(first.outboundMessage))
        #expect(take(&state)?.writes.outcomes.count == 1)
        #expect(share(&state, with: 0) == .others)
        let second = try ask(&state)
        #expect(share(&state, with: 0) == .requests(1))
        #expect(share(&state, with: 1) == .nobody)
        state.finish(accepted(second.outboundMessage))
        // Nothing else will come.
        let work = try #require(take(&state))
        #expect(work.writes.outcomes.count == 1 && work.isOver)
    }

    /// Two connections, the first of which is on its way to its second hand-over.
    private func shared() throws -> DispatcherState {
        var state = state(try outboundMessages(4), connections: 2)
        #expect(take(&state)?.wantsConnection == true)
        let first = try ask(&state)
        // The second connection is opened now that the first is known to be let in.
        #expect(take(&state)?.wantsConnection == true)
        state.finish(accepted(first.outboundMessage))
        _ = try ask(&state)
        return state
    }

    @Test func aTransactionWaitsForTheOtherConnectionsOnlySoLong() throws {
        var state = try shared()
        #expect(take(&state)?.writes.requests.count == 1)
        #expect(share(&state, with: 1) == .others)
        #expect(share(&state, with: 1, isTimeUp: true) == .nobody)
        #expect(share(&state, with: 2) == .nobody)
    }

    @Test func aTransactionThatIsOpenIsWokenOnceByWhatComes() throws {
        var state = try shared()
        _ = take(&state)
        #expect(share(&state, with: 1) == .others)
        let isWokenByNothing = state.ring()
        _ = try ask(&state)
        let (isWoken, isWokenTwice) = (state.ring(), state.ring())
        #expect(!isWokenByNothing && isWoken && !isWokenTwice)
        #expect(share(&state, with: 1) == .requests(1))
    }

    @Test func aTransactionWaitsForNobodyOnceTheRunIsToEnd() throws {
        var state = try shared()
        _ = take(&state)
        state.end(.stop(.asked), at: post.now)
        #expect(share(&state, with: 1) == .nobody)
    }

    /// One that is on its way to its first message takes one, too.
    @Test func noMoreConnectionsAreOpenedThanMessagesNeed() throws {
        var state = state(try outboundMessages(3), connections: 8)
        _ = take(&state)
        _ = try ask(&state)
        var opened = 0
        while take(&state)?.wantsConnection == true { opened += 1 }
        #expect(opened == 2)
    }

    @Test func withoutProofOneConnectionIsLetInAtATime() throws {
        var state = state(try outboundMessages(3), connections: 3)
        guard case .go(let first) = state.choose(for: 1), case .wait = state.choose(for: 1) else {
            Issue.record("two are let in before the server has asked for a body")
            return
        }
        state.wasAsked(for: first)
        guard case .go = state.choose(for: 1) else {
            Issue.record("nobody is let in afterwards")
            return
        }
    }

    // MARK: - A connection that is not let in

    private func notLetIn(_ outboundMessage: OutboundMessage) -> DeliveryOutcome {
        DeliveryOutcome(
            outboundMessage: outboundMessage,
            delivery: .deferred(scope: .server, Answer.busy, Answer.answered),
            started: post.now, ended: post.now, wasAsked: false, wasHandedOver: false)
    }

    private enum Next: Equatable {
        case go(Message.ID)
        case wait, leave
    }

    private func next(_ state: inout DispatcherState, for connection: Int) -> Next {
        switch state.choose(for: connection) {
        case .go(let outboundMessage): .go(outboundMessage.id)
        case .wait: .wait
        case .leave: .leave
        }
    }

    /// Two connections, of which the first has delivered its message and the second hangs with its own.
    private func hanging() throws -> (state: DispatcherState, outboundMessages: [OutboundMessage]) {
        let outboundMessages = try outboundMessages(2)
        var state = state(outboundMessages, connections: 2)
        #expect(take(&state)?.wantsConnection == true)
        let first = try ask(&state)
        #expect(take(&state)?.wantsConnection == true)
        #expect(next(&state, for: 2) == .go(outboundMessages[1].id))
        state.finish(accepted(first.outboundMessage))
        return (state, outboundMessages)
    }

    @Test func theErrandOfAConnectionThatIsNotLetInGoesOverTheOneThatWorks() throws {
        let outboundMessages = try outboundMessages(4)
        var state = state(outboundMessages, connections: 3)
        _ = take(&state)
        let first = try ask(&state)
        _ = take(&state)
        #expect(next(&state, for: 2) == .go(outboundMessages[1].id))
        state.finish(notLetIn(outboundMessages[1]))
        #expect(next(&state, for: 2) == .leave && state.ending == nil)
        // No further one is opened beside it.
        #expect(take(&state)?.wantsConnection != true)
        state.finish(accepted(first.outboundMessage))
        #expect(next(&state, for: 1) == .go(outboundMessages[1].id))
    }

    /// Some servers greet one connection at a time: as long as it stays, the other would wait in vain.
    @Test func theOneThatWorksLeavesWhereNothingIsReadyAndAFreshOneTakesWhatComesBack() throws {
        var (state, outboundMessages) = try hanging()
        #expect(next(&state, for: 1) == .leave)
        #expect(take(&state)?.isOver != true)
        state.finish(notLetIn(outboundMessages[1]))
        #expect(next(&state, for: 2) == .leave && state.ending == nil)
        let work = try #require(take(&state))
        #expect(work.wantsConnection && !work.isOver)
        #expect(next(&state, for: 3) == .go(outboundMessages[1].id))
        state.wasAsked(for: outboundMessages[1])
        state.finish(accepted(outboundMessages[1]))
        #expect(next(&state, for: 3) == .leave && state.ending == nil)
        #expect(take(&state)?.isOver == true)
    }

    /// The first may have gone with a doubt, or with a message that the user has stopped at that moment: nothing is
    /// proven any more, and somebody has to take what comes back all the same.
    @Test(arguments: [
        Delivery.unconfirmed(Answer.lost, nil),
        .notHandedOver(HandOver.Withdrawn(verdict: .send)),
        .deferred(scope: .message, nil, Answer.lost),
    ])
    func whatComesBackIsTakenAlthoughTheOneThatWorkedHasFailedMeanwhile(delivery: Delivery) throws {
        let outboundMessages = try outboundMessages(2)
        var state = state(outboundMessages, connections: 2)
        _ = take(&state)
        let first = try ask(&state)
        #expect(take(&state)?.wantsConnection == true)
        #expect(next(&state, for: 2) == .go(outboundMessages[1].id))
        state.finish(
            DeliveryOutcome(
                outboundMessage: first.outboundMessage, delivery: delivery, started: post.now,
                ended: post.now, wasAsked: true,
                wasHandedOver: false))
        #expect(next(&state, for: 1) == .leave)
        state.finish(notLetIn(outboundMessages[1]))
        #expect(next(&state, for: 2) == .leave && state.ending == nil)
        #expect(take(&state)?.wantsConnection == true)
        #expect(next(&state, for: 3) == .go(outboundMessages[1].id))
    }

    @Test func aFreshOneThatIsNotLetInEitherMeansThatTheServerIsDown() throws {
        var (state, outboundMessages) = try hanging()
        #expect(next(&state, for: 1) == .leave)
        state.finish(notLetIn(outboundMessages[1]))
        #expect(next(&state, for: 2) == .leave)
        _ = take(&state)
        #expect(next(&state, for: 3) == .go(outboundMessages[1].id))
        state.finish(notLetIn(outboundMessages[1]))
        guard case .stop(.server)? = state.ending else {
            Issue.record("the run goes on")
            return
        }
    }

    @Test func withoutOneThatWorksTheServerIsDownAtOnce() throws {
        let outboundMessages = try outboundMessages(2)
        var state = state(outboundMessages, connections: 2)
        _ = take(&state)
        #expect(next(&state, for: 1) == .go(outboundMessages[0].id))
        state.finish(notLetIn(outboundMessages[0]))
        #expect(state.ending != nil && next(&state, for: 1) == .leave)
    }

    /// It was let in once: what it is told now is about the server.
    @Test func oneThatWorkedAndIsTurnedOutMeansThatTheServerIsDown() throws {
        var state = state(try outboundMessages(3), connections: 1)
        _ = take(&state)
        let first = try ask(&state)
        state.finish(accepted(first.outboundMessage))
        guard case .go(let second) = state.choose(for: 1) else { throw NoErrand() }
        state.finish(notLetIn(second))
        #expect(state.ending != nil)
    }
}
