import Etiquette
import Foundation
import Mail

/// One connection to the server, with its thread: message after message, until there is none left for it.
struct Connection: Sendable {
    /// The connections of a run are counted from 1.
    let number: Int
    let dispatcher: Dispatcher
    let connect: @Sendable () throws -> any Transport
    let clock: @Sendable () -> Date

    /// Works in a thread of its own; `done` is called when it is over.
    ///
    /// - Throws: `SenderProblem.noThread` or `.noMemory` where there is none to be had; then nothing was begun.
    func begin(_ done: @escaping @Sendable () -> Void) throws(SenderProblem) {
        try Headroom.require(Headroom.connection)
        do throws(Worker.NotStarted) {
            try Worker.start {
                work()
                done()
            }
        } catch {
            throw .noThread(errno: error.errno)
        }
    }

    private func work() {
        do {
            let transport = try connect()
            defer { transport.close() }
            while let outboundMessage = dispatcher.next(for: number) {
                dispatcher.finish(deliver(outboundMessage, over: transport))
            }
        } catch {
            dispatcher.end(.failed(error))
        }
    }

    private func deliver(_ outboundMessage: OutboundMessage, over transport: any Transport) -> DeliveryOutcome
    {
        let began = clock()
        var handed: HandOverGrant?
        var wasAsked = false
        transport.onProgress = { [dispatcher, clock] in
            dispatcher.isWorthWaiting(handedOver: handed != nil, at: clock())
        }
        defer { transport.onProgress = nil }
        let delivery = transport.deliver(outboundMessage.envelope) {
            wasAsked = true
            // Made here, if nowhere yet: the run has enough to do.
            _ = try? outboundMessage.dispatch(at: clock())
            let given = try dispatcher.handOver(outboundMessage)
            handed = given
            return given.bytes
        }
        return DeliveryOutcome(
            outboundMessage: outboundMessage, delivery: delivery, started: handed?.moment ?? began,
            ended: clock(), wasAsked: wasAsked, wasHandedOver: handed != nil)
    }
}
