import Etiquette
import Fixtures
import Foundation
import Ledger
import Mail
import Synchronization
import Testing

@testable import Sender

/// What lies on the counter is taken all at once, and shared.
@Suite struct CounterTests {
    private let post: Post

    init() throws { post = try Post() }

    /// Errands to so many people.
    private func errands(_ count: Int) throws -> [Errand] {
        try post.errands(
            ["Ann", "Bea", "Cal", "Dan"].prefix(count).map {
                "\($0) Roe <\($0.lowercased())@example.org>=the plan"
            })
    }

    private func state(_ errands: [Errand], connections: Int) -> CounterState {
        var state = CounterState(connections: connections)
        state.ready = errands
        state.isComplete = true
        return state
    }

    private func take(_ state: inout CounterState) -> Work? { state.take() }

    private enum Shared: Equatable {
        case requests(Int), others, nobody
    }

    private func share(_ state: inout CounterState, with requests: Int, isTimeUp: Bool = false) -> Shared {
        switch state.share(with: requests, isTimeUp: isTimeUp) {
        case .papers(let papers): .requests(papers.requests.count)
        case .others: .others
        case .nobody: .nobody
        }
    }

    /// Opens a connection that takes the next errand as far as its hand-over.
    private func ask(_ state: inout CounterState, over connection: Int = 1) throws -> Request {
        guard case .go(let errand) = state.choose(for: connection) else { throw NoErrand() }
        state.wasAsked(for: errand)
        let request = Request(errand: errand, ticket: Ticket())
        state.papers.requests.append(request)
        return request
    }

    private struct NoErrand: Error {}

    private func accepted(_ errand: Errand) -> Outcome { .accepted(errand, at: post.now) }

    @Test func requestsThatWaitAtTheSameMomentAreTakenTogetherWithTheOutcomes() throws {
        var state = state(try errands(4), connections: 3)
        var opened = 0
        while take(&state)?.wantsConnection == true, opened < 1 { opened += 1 }
        let first = try ask(&state)
        #expect(take(&state)?.papers.requests.count == 1)
        state.finish(accepted(first.errand))
        _ = try ask(&state)
        _ = try ask(&state)
        let work = try #require(take(&state))
        #expect(work.papers.requests.count == 2 && work.papers.outcomes.count == 1 && !work.isOver)
    }

    /// A crash leaves a doubt about as little as possible.
    @Test func anOutcomeIsTakenAtOnceAndSharesItsCommitWithTheRequestAfterIt() throws {
        var state = state(try errands(2), connections: 1)
        #expect(take(&state)?.wantsConnection == true)
        let first = try ask(&state)
        _ = take(&state)
        state.finish(accepted(first.errand))
        #expect(take(&state)?.papers.outcomes.count == 1)
        #expect(share(&state, with: 0) == .others)
        let second = try ask(&state)
        #expect(share(&state, with: 0) == .requests(1))
        #expect(share(&state, with: 1) == .nobody)
        state.finish(accepted(second.errand))
        // Nothing else will come.
        let work = try #require(take(&state))
        #expect(work.papers.outcomes.count == 1 && work.isOver)
    }

    /// Two connections, the first of which is on its way to its second hand-over.
    private func shared() throws -> CounterState {
        var state = state(try errands(4), connections: 2)
        #expect(take(&state)?.wantsConnection == true)
        let first = try ask(&state)
        // The second connection is opened now that the first is known to be let in.
        #expect(take(&state)?.wantsConnection == true)
        state.finish(accepted(first.errand))
        _ = try ask(&state)
        return state
    }

    @Test func aTransactionWaitsForTheOtherConnectionsOnlySoLong() throws {
        var state = try shared()
        #expect(take(&state)?.papers.requests.count == 1)
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
        state.end(.asked, at: post.now)
        #expect(share(&state, with: 1) == .nobody)
    }

    /// One that is on its way to its first errand takes one, too.
    @Test func noMoreConnectionsAreOpenedThanMessagesNeed() throws {
        var state = state(try errands(3), connections: 8)
        _ = take(&state)
        _ = try ask(&state)
        var opened = 0
        while take(&state)?.wantsConnection == true { opened += 1 }
        #expect(opened == 2)
    }

    @Test func withoutProofOneConnectionIsLetInAtATime() throws {
        var state = state(try errands(3), connections: 3)
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

    private func notLetIn(_ errand: Errand) -> Outcome {
        Outcome(
            errand: errand, delivery: .deferred(scope: .server, Answer.busy, Answer.answered),
            started: post.now, ended: post.now, wasAsked: false, wasHandedOver: false)
    }

    private enum Next: Equatable {
        case go(Message.ID)
        case wait, leave
    }

    private func next(_ state: inout CounterState, for connection: Int) -> Next {
        switch state.choose(for: connection) {
        case .go(let errand): .go(errand.id)
        case .wait: .wait
        case .leave: .leave
        }
    }

    /// Two connections, of which the first has delivered its errand and the second hangs with its own.
    private func hanging() throws -> (state: CounterState, errands: [Errand]) {
        let errands = try errands(2)
        var state = state(errands, connections: 2)
        #expect(take(&state)?.wantsConnection == true)
        let first = try ask(&state)
        #expect(take(&state)?.wantsConnection == true)
        #expect(next(&state, for: 2) == .go(errands[1].id))
        state.finish(accepted(first.errand))
        return (state, errands)
    }

    @Test func theErrandOfAConnectionThatIsNotLetInGoesOverTheOneThatWorks() throws {
        let errands = try errands(4)
        var state = state(errands, connections: 3)
        _ = take(&state)
        let first = try ask(&state)
        _ = take(&state)
        #expect(next(&state, for: 2) == .go(errands[1].id))
        state.finish(notLetIn(errands[1]))
        #expect(next(&state, for: 2) == .leave && state.ending == nil)
        // No further one is opened beside it.
        #expect(take(&state)?.wantsConnection != true)
        state.finish(accepted(first.errand))
        #expect(next(&state, for: 1) == .go(errands[1].id))
    }

    /// Some servers greet one connection at a time: as long as it stays, the other would wait in vain.
    @Test func theOneThatWorksLeavesWhereNothingIsReadyAndAFreshOneTakesWhatComesBack() throws {
        var (state, errands) = try hanging()
        #expect(next(&state, for: 1) == .leave)
        #expect(take(&state)?.isOver != true)
        state.finish(notLetIn(errands[1]))
        #expect(next(&state, for: 2) == .leave && state.ending == nil)
        let work = try #require(take(&state))
        #expect(work.wantsConnection && !work.isOver)
        #expect(next(&state, for: 3) == .go(errands[1].id))
        state.wasAsked(for: errands[1])
        state.finish(accepted(errands[1]))
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
        let errands = try errands(2)
        var state = state(errands, connections: 2)
        _ = take(&state)
        let first = try ask(&state)
        #expect(take(&state)?.wantsConnection == true)
        #expect(next(&state, for: 2) == .go(errands[1].id))
        state.finish(
            Outcome(
                errand: first.errand, delivery: delivery, started: post.now, ended: post.now, wasAsked: true,
                wasHandedOver: false))
        #expect(next(&state, for: 1) == .leave)
        state.finish(notLetIn(errands[1]))
        #expect(next(&state, for: 2) == .leave && state.ending == nil)
        #expect(take(&state)?.wantsConnection == true)
        #expect(next(&state, for: 3) == .go(errands[1].id))
    }

    @Test func aFreshOneThatIsNotLetInEitherMeansThatTheServerIsDown() throws {
        var (state, errands) = try hanging()
        #expect(next(&state, for: 1) == .leave)
        state.finish(notLetIn(errands[1]))
        #expect(next(&state, for: 2) == .leave)
        _ = take(&state)
        #expect(next(&state, for: 3) == .go(errands[1].id))
        state.finish(notLetIn(errands[1]))
        guard case .server? = state.ending else {
            Issue.record("the run goes on")
            return
        }
    }

    @Test func withoutOneThatWorksTheServerIsDownAtOnce() throws {
        let errands = try errands(2)
        var state = state(errands, connections: 2)
        _ = take(&state)
        #expect(next(&state, for: 1) == .go(errands[0].id))
        state.finish(notLetIn(errands[0]))
        #expect(state.ending != nil && next(&state, for: 1) == .leave)
    }

    /// It was let in once: what it is told now is about the server.
    @Test func oneThatWorkedAndIsTurnedOutMeansThatTheServerIsDown() throws {
        var state = state(try errands(3), connections: 1)
        _ = take(&state)
        let first = try ask(&state)
        state.finish(accepted(first.errand))
        guard case .go(let second) = state.choose(for: 1) else { throw NoErrand() }
        state.finish(notLetIn(second))
        #expect(state.ending != nil)
    }
}
