import Etiquette
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
        let panel = ["Ann", "Bea", "Cal", "Dan"].prefix(count).map {
            "\($0) Roe <\($0.lowercased())@example.org>"
        }
        let ids = try post.interview(panel.map { $0 + "=the plan" }).messages.prefix(count)
        return try post.ledger.read { try $0.outgoing(Array(ids)) }.map { outgoing in
            let address = try #require(outgoing.message.recipient.address)
            return Errand(
                outgoing, Envelope(sender: try EmailAddress("ada@example.net"), recipient: address),
                Errand.Reading(foreignChanges: 0, ownChanges: 0))
        }
    }

    private func state(_ errands: [Errand], connections: Int) -> CounterState {
        var state = CounterState(connections: connections)
        state.ready = errands
        state.isComplete = true
        return state
    }

    private func take(_ state: inout CounterState, isTimeUp: Bool = true) -> Work? {
        if case .work(let work) = state.take(isTimeUp: isTimeUp) { work } else { nil }
    }

    /// Opens a connection that takes the next errand as far as its hand-over.
    private func ask(_ state: inout CounterState) throws -> Request {
        guard case .go(let errand) = state.choose() else { throw NoErrand() }
        state.wasAsked(for: errand)
        let request = Request(
            errand: errand, dispatch: .failure(Dispatch.Unreadable(detail: "")), ticket: Ticket())
        state.requests.append(request)
        return request
    }

    private struct NoErrand: Error {}

    private func accepted(_ errand: Errand) -> Outcome {
        Outcome(
            errand: errand, delivery: .accepted(Answer.accepted), started: post.now, ended: post.now,
            wasAsked: true, wasHandedOver: true)
    }

    @Test func requestsThatWaitAtTheSameMomentAreTakenTogetherWithTheOutcomes() throws {
        var state = state(try errands(4), connections: 3)
        var opened = 0
        while take(&state)?.wantsConnection == true, opened < 1 { opened += 1 }
        let first = try ask(&state)
        #expect(take(&state)?.requests.count == 1)
        state.finish(accepted(first.errand))
        _ = try ask(&state)
        _ = try ask(&state)
        let work = try #require(take(&state))
        #expect(work.requests.count == 2 && work.outcomes.count == 1 && !work.isOver)
    }

    @Test func anOutcomeAloneWaitsAsLongAsARequestMayCome() throws {
        var state = state(try errands(2), connections: 1)
        #expect(take(&state)?.wantsConnection == true)
        let first = try ask(&state)
        _ = take(&state)
        state.finish(accepted(first.errand))
        #expect(take(&state) == nil)
        let second = try ask(&state)
        #expect(take(&state)?.outcomes.count == 1)
        state.finish(accepted(second.errand))
        // Nothing else will come.
        let work = try #require(take(&state))
        #expect(work.outcomes.count == 1 && work.isOver)
    }

    @Test func aRequestWaitsForTheOtherConnectionsOnlySoLong() throws {
        var state = state(try errands(4), connections: 2)
        #expect(take(&state)?.wantsConnection == true)
        let first = try ask(&state)
        // The second connection is opened now that the first is known to be let in.
        #expect(take(&state)?.wantsConnection == true)
        state.finish(accepted(first.errand))
        _ = try ask(&state)
        guard case .others = state.take(isTimeUp: false) else {
            Issue.record("it does not wait for the other connection")
            return
        }
        #expect(take(&state)?.requests.count == 1)
    }

    @Test func halfOfTheConnectionsTalkWhileTheOthersAreHandedOver() throws {
        var state = state(try errands(4), connections: 3)
        _ = take(&state)
        let first = try ask(&state)
        while take(&state)?.wantsConnection == true {}
        state.finish(accepted(first.errand))
        _ = try ask(&state)
        guard case .others = state.take(isTimeUp: false, of: .half) else {
            Issue.record("one of three is not half of them")
            return
        }
        _ = try ask(&state)
        let isWoken = state.ring()
        #expect(isWoken)
        guard case .work(let work) = state.take(isTimeUp: false, of: .half) else {
            Issue.record("it waits for the third")
            return
        }
        #expect(work.requests.count == 2)
    }

    /// Each waking would be for nothing.
    @Test func aRunThatGathersIsNotWokenByEachRequest() throws {
        var state = state(try errands(4), connections: 3)
        _ = take(&state)
        let first = try ask(&state)
        while take(&state)?.wantsConnection == true {}
        state.finish(accepted(first.errand))
        _ = try ask(&state)
        guard case .others = state.take(isTimeUp: false) else {
            Issue.record("it does not wait for the other connections")
            return
        }
        _ = try ask(&state)
        let isWokenBySecond = state.ring()
        _ = try ask(&state)
        let isWokenByThird = state.ring()
        #expect(!isWokenBySecond && isWokenByThird)
    }

    @Test func withoutProofOneConnectionIsLetInAtATime() throws {
        var state = state(try errands(3), connections: 3)
        guard case .go(let first) = state.choose(), case .wait = state.choose() else {
            Issue.record("two are let in before the server has asked for a body")
            return
        }
        state.wasAsked(for: first)
        guard case .go = state.choose() else {
            Issue.record("nobody is let in afterwards")
            return
        }
    }
}
