import Etiquette
import Foundation
import Mail

/// One connection to the server, with its thread: errand after errand, until there is none left for it.
struct Connection: Sendable {
    /// The connections of a run are counted from 1.
    let number: Int
    let counter: Dispatcher
    let connect: @Sendable () throws -> any Transport
    let clock: @Sendable () -> Date

    /// Works in a thread of its own; `done` is called when it is over.
    ///
    /// - Throws: `SenderProblem.noThread` or `.noMemory` where there is none to be had; then nothing was begun.
    func begin(_ done: @escaping @Sendable () -> Void) throws(SenderProblem) {
        try Headroom.require(Headroom.connection)
        do throws(Worker.NotStarted) {
            try start(done)
        } catch {
            throw .noThread(errno: error.errno)
        }
    }

    private func start(_ done: @escaping @Sendable () -> Void) throws(Worker.NotStarted) {
        try Worker.start {
            work()
            done()
        }
    }

    private func work() {
        do {
            let transport = try connect()
            defer { transport.close() }
            while let outboundMessage = counter.next(for: number) {
                counter.finish(deliver(outboundMessage, over: transport))
            }
        } catch {
            counter.end(.failed(error))
        }
    }

    private func deliver(_ outboundMessage: OutboundMessage, over transport: any Transport) -> DeliveryOutcome {
        let began = clock()
        var handed: HandOverGrant?
        var wasAsked = false
        transport.onProgress = { [counter, clock] in
            counter.isWorthWaiting(handedOver: handed != nil, at: clock())
        }
        defer { transport.onProgress = nil }
        let delivery = transport.deliver(outboundMessage.envelope) {
            wasAsked = true
            // Made here, if nowhere yet: the run has enough to do.
            _ = try? outboundMessage.dispatch(at: clock())
            let given = try counter.handOver(outboundMessage)
            handed = given
            return given.bytes
        }
        return DeliveryOutcome(
            outboundMessage: outboundMessage, delivery: delivery, started: handed?.moment ?? began,
            ended: clock(),
            wasAsked: wasAsked, wasHandedOver: handed != nil)
    }
}
