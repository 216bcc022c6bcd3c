import Dispatch
import Etiquette
import Foundation
import Mail
import Synchronization

/// Where the connections of a run and the run itself meet. A connection takes its messages here, asks here for the
/// hand-over, and leaves the outcome; the run, the only one that touches the ledger, takes whatever waits, all at once.
final class Dispatcher: Sendable {
    /// How long an answer to a body that was given is waited for after `stop`, in seconds.
    static let grace: TimeInterval = 25

    private let state: Mutex<DispatcherState>
    /// Whether there is an ending. Once there is one it stays: until then whoever only asks whether to go on, a dozen
    /// times a message, need not wait for the lock.
    private let hasEnding = Atomic(false)
    /// The run waits here, the idle connections there.
    private let stopSignal = DispatchSemaphore(value: 0)
    private let idlers = DispatchSemaphore(value: 0)

    /// - Parameter connections: how many there may be.
    init(connections: Int) { state = Mutex(DispatcherState(connections: connections)) }

    /// Changes the state, and wakes whoever waits for such a change.
    private func change<Value: Sendable>(_ body: (inout DispatcherState) -> Value) -> Value {
        let (value, isRung, idle) = state.withLock { state in
            let value = body(&state)
            if state.ending != nil { hasEnding.store(true, ordering: .releasing) }
            let isRung = state.ring()
            return (value, isRung, state.release())
        }
        if isRung { stopSignal.signal() }
        for _ in 0..<idle { idlers.signal() }
        return value
    }

    /// Nothing more is handed out or over; what ended the run first counts.
    func end(_ ending: Ending, at moment: Date? = nil) { change { $0.end(ending, at: moment) } }

    /// What ended the run early.
    var ending: Ending? { state.withLock(\.ending) }
}

// MARK: - For the connections

extension Dispatcher {
    /// The next message, as soon as there is one; nil where there is none left, or none for this connection.
    func next(for connection: Int) -> OutboundMessage? {
        while true {
            switch change({ $0.choose(for: connection) }) {
            case .go(let outboundMessage): return outboundMessage
            case .leave: return nil
            case .wait: idlers.wait()
            }
        }
    }

    /// Waits for the transaction that hands a message over, shared with whoever waits at the same moment.
    ///
    /// - Throws: why it is not handed over; then nothing may be said.
    func handOver(_ outboundMessage: OutboundMessage) throws -> HandOverGrant {
        let request = HandOverRequest(outboundMessage: outboundMessage, promise: HandOverPromise())
        let isOpen = change { state in
            state.wasAsked(for: outboundMessage)
            guard state.ending == nil else { return false }
            state.writes.requests.append(request)
            return true
        }
        guard isOpen else { throw Ended() }
        return try request.promise.wait()
    }

    /// Leaves what became of a message, to be recorded.
    func finish(_ outcome: DeliveryOutcome) { change { $0.finish(outcome) } }

    /// While a server dawdles; answers false where the conversation is to be broken off, since the run is over.
    func isWorthWaiting(handedOver: Bool, at now: @autoclosure () -> Date) -> Bool {
        guard hasEnding.load(ordering: .acquiring) else { return true }
        let now = now()
        return state.withLock { $0.goesOn(handedOver: handedOver, at: now) }
    }
}

// MARK: - For the run

extension Dispatcher {
    /// Takes messages in, in the order in which they are to leave.
    func put(_ outboundMessages: [OutboundMessage], isLast: Bool) {
        change { state in
            state.ready += outboundMessages
            state.isComplete = isLast
        }
    }

    /// What was refused before, and may have been about the account.
    func know(_ refusals: [(recipient: Person.ID, refusal: Refusal)]) { change { $0.know(refusals) } }

    /// The connection that was wanted last has come to nothing, since the computer has no thread or no memory for it; false
    /// where there is no other.
    func goesOnWithoutTheLast() -> Bool { change { $0.goesOnWithoutTheLast() } }

    /// Waits for something to do.
    func take() -> Work {
        while true {
            if let work = state.withLock({ $0.take() }) { return work }
            stopSignal.wait()
        }
    }

    /// Waits for what shares the transaction that is open; nil when nobody is on the way to a hand-over, when there is
    /// something else to do, or when it is time.
    ///
    /// - Parameter requests: how many the transaction has already.
    func share(with requests: Int, until end: DispatchTime) -> PendingWrites? {
        while true {
            switch state.withLock({ $0.share(with: requests, isTimeUp: DispatchTime.now() >= end) }) {
            case .writes(let writes): return writes
            case .nobody: return nil
            case .others: _ = stopSignal.wait(timeout: end)
            }
        }
    }
}

/// What is written down together.
struct PendingWrites: Sendable {
    var requests: [HandOverRequest] = []
    var outcomes: [DeliveryOutcome] = []

    var isEmpty: Bool { requests.isEmpty && outcomes.isEmpty }

    static func += (writes: inout PendingWrites, more: PendingWrites) {
        writes.requests += more.requests
        writes.outcomes += more.outcomes
    }
}

/// A message that waits to be handed over.
struct HandOverRequest: Sendable {
    let outboundMessage: OutboundMessage
    let promise: HandOverPromise
}

/// What a connection got for its request.
struct HandOverGrant: Sendable {
    let bytes: [UInt8]
    /// When it was written down.
    let moment: Date
}

/// With which a connection waits for the answer to its request.
final class HandOverPromise: Sendable {
    private let result = Mutex<Result<HandOverGrant, any Error>?>(nil)
    private let given = DispatchSemaphore(value: 0)

    func give(_ result: Result<HandOverGrant, any Error>) {
        self.result.withLock { $0 = result }
        given.signal()
    }

    func wait() throws -> HandOverGrant {
        given.wait()
        guard let result = result.withLock({ $0 }) else { throw Ended() }
        return try result.get()
    }
}

/// The run is over; nothing was said.
struct Ended: Error {}

struct DeliveryOutcome: Sendable {
    let outboundMessage: OutboundMessage
    let delivery: Delivery
    /// When it was handed over, or when the try began where it never was.
    let started: Date
    let ended: Date
    /// The server had asked for the body.
    let wasAsked: Bool
    let wasHandedOver: Bool

    /// The same, understood as said of every message.
    func stopping(because cause: StopCause) -> DeliveryOutcome {
        DeliveryOutcome(
            outboundMessage: outboundMessage, delivery: .stopped(cause, delivery.reply), started: started,
            ended: ended, wasAsked: wasAsked, wasHandedOver: wasHandedOver)
    }
}

/// Why a run ends before everything was tried.
enum Ending: Sendable {
    case stop(SendReport.Stop)
    /// The ledger, or the program, failed.
    case failed(any Error)
}
