import Etiquette
import Foundation
import Ledger
import Mail
import Testing

@testable import Sender

/// What a connection takes next.
@Suite struct ChoiceTests {
    private let post: Post
    private let ann: OutboundMessage
    private let bea: OutboundMessage

    init() throws {
        post = try Post()
        let outboundMessages = try post.outboundMessages([
            "Ann Roe <ann@example.org>=the plan", "Bea Roe <bea@example.org>=it",
        ])
        (ann, bea) = (outboundMessages[0], outboundMessages[1])
    }

    private func state(_ ready: [OutboundMessage]) -> DispatcherState {
        var state = DispatcherState(connections: 1)
        state.ready = ready
        state.isComplete = true
        return state
    }

    /// Takes a message and delivers it; nil where there is none.
    private func deliver(_ state: inout DispatcherState) -> Message.ID? {
        guard case .go(let outboundMessage) = state.choose(for: 1) else { return nil }
        state.finish(.accepted(outboundMessage, at: post.now))
        return outboundMessage.id
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
