import Testing

@testable import Etiquette

@Suite("The life of a message")
struct MessageStateTests {
    /// Every arrow of the diagram, and no other.
    @Test(
        "leaves each state by the arrows of the diagram",
        arguments: [
            (.draft, [.queued, .held, .cancelled]),
            (.queued, [.draft, .held, .handedOver, .sent, .refused, .cancelled]),
            (.held, [.draft, .queued, .sent, .cancelled]),
            (.handedOver, [.sent, .queued, .refused, .unconfirmed]),
            (.sent, [.bounced]), (.refused, [.draft, .cancelled]), (.unconfirmed, [.sent, .held, .bounced]),
            (.bounced, [.draft, .cancelled]), (.cancelled, [.draft]),
        ] as [(MessageState, Set<MessageState>)])
    func successors(state: MessageState, successors: Set<MessageState>) {
        #expect(state.successors == successors)
    }

    @Test("what left the house, or may have, never comes back to the queue by itself")
    func neverTwice() {
        #expect(!MessageState.unconfirmed.successors.contains(.queued))
        #expect(!MessageState.unconfirmed.successors.contains(.handedOver))
        #expect(MessageState.sent.successors == [.bounced])
        let doors = MessageState.allCases.filter { $0.successors.contains(.handedOver) }
        #expect(doors == [.queued])
    }

    @Test("is pending until it is handed over or called off", arguments: MessageState.allCases)
    func pending(state: MessageState) {
        #expect(state.isPending == [.draft, .queued, .held].contains(state))
        #expect(state.mayHaveLeft == [.handedOver, .sent, .unconfirmed].contains(state))
        #expect(!(state.isPending && state.mayHaveLeft))
    }

    @Test("every state can be left, and every one but the first be reached")
    func connected() {
        let reached = MessageState.allCases.reduce(into: Set<MessageState>()) { $0.formUnion($1.successors) }
        #expect(reached == Set(MessageState.allCases))
        #expect(MessageState.allCases.filter(\.successors.isEmpty) == [])
    }
}
