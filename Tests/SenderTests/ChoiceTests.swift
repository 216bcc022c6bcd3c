import Etiquette
import Foundation
import Ledger
import Mail
import Testing

@testable import Sender

/// What a connection takes next.
@Suite struct ChoiceTests {
    private let post: Post
    private let ann: Errand
    private let bea: Errand

    init() throws {
        post = try Post()
        let errands = try post.errands(["Ann Roe <ann@example.org>=the plan", "Bea Roe <bea@example.org>=it"])
        (ann, bea) = (errands[0], errands[1])
    }

    private func state(_ ready: [Errand]) -> CounterState {
        var state = CounterState(connections: 1)
        state.ready = ready
        state.isComplete = true
        return state
    }

    /// Takes an errand and delivers it; nil where there is none.
    private func deliver(_ state: inout CounterState) -> Message.ID? {
        guard case .go(let errand) = state.choose(for: 1) else { return nil }
        state.finish(.accepted(errand, at: post.now))
        return errand.id
    }

    /// Between two emails to one person lies a day (rule `not-too-much`), wherever the second one lies.
    @Test func whoeverWasWrittenToGetsNothingMoreInThisRun() {
        for ready in [[ann, ann, bea], [ann, bea, ann], [ann, ann, bea, ann, bea]] {
            var state = state(ready)
            #expect(deliver(&state) == ann.id && deliver(&state) == bea.id)
            guard case .leave = state.choose(for: 1) else {
                Issue.record("somebody waits for a message that will not go")
                return
            }
            #expect(state.ready.isEmpty && state.take()?.isOver == true)
        }
    }
}
