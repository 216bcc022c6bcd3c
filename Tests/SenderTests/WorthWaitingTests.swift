import Etiquette
import Foundation
import Ledger
import Mail
import Testing

@testable import Sender

/// A connection asks many times a message whether to go on, and has to hear of an ending at once.
@Suite struct WorthWaitingTests {
    private let dispatcher = Dispatcher(connections: 2)
    private let moment = Date(timeIntervalSince1970: 1_795_000_000)

    private func isWorthWaiting(handedOver: Bool, later: TimeInterval = 0) -> Bool {
        dispatcher.isWorthWaiting(handedOver: handedOver, at: moment + later)
    }

    @Test(arguments: [false, true])
    func asLongAsNothingHasEndedNobodyLooksAtTheClock(handedOver: Bool) {
        func look() -> Date {
            Issue.record("the clock was looked at")
            return moment
        }
        let goesOn = dispatcher.isWorthWaiting(handedOver: handedOver, at: look())
        #expect(goesOn)
    }

    /// The answer to a body that was given is waited for, but not for ever.
    @Test func onceTheUserHasAskedForTheEndOnlyAnAnswerIsWaitedForAndOnlySoLong() {
        dispatcher.end(.stop(.asked), at: moment)
        #expect(!isWorthWaiting(handedOver: false))
        #expect(isWorthWaiting(handedOver: true))
        #expect(isWorthWaiting(handedOver: true, later: Dispatcher.grace - 1))
        #expect(!isWorthWaiting(handedOver: true, later: Dispatcher.grace))
    }

    /// Nobody is in a hurry then.
    @Test func whereTheRunEndsByItselfAnAnswerIsWaitedFor() {
        dispatcher.end(.stop(.mend(.loginRefused, nil)))
        #expect(!isWorthWaiting(handedOver: false))
        #expect(isWorthWaiting(handedOver: true, later: 2 * Dispatcher.grace))
    }

    @Test func whoAsksForTheEndOfARunThatHasEndedIsNotKeptWaiting() {
        dispatcher.end(.stop(.mend(.loginRefused, nil)))
        dispatcher.end(.stop(.asked), at: moment)
        #expect(!isWorthWaiting(handedOver: true, later: Dispatcher.grace))
    }

    @Test func anOutcomeThatEndsTheRunEndsTheWaitOfTheOthers() throws {
        let outboundMessage = try #require(
            try Post().outboundMessages(["Ann Roe <ann@example.org>=the plan"]).first)
        dispatcher.finish(
            DeliveryOutcome(
                outboundMessage: outboundMessage, delivery: .stopped(.senderRefused, nil), started: moment,
                ended: moment,
                wasAsked: false, wasHandedOver: false))
        #expect(!isWorthWaiting(handedOver: false))
    }
}
