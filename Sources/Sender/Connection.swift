import Dispatch
import Etiquette
import Foundation
import Mail

/// One connection to the server, with its thread: errand after errand, until there is none left for it.
struct Connection: Sendable {
    /// The connections of a run are counted from 1.
    let number: Int
    let counter: Counter
    let connect: @Sendable () throws -> any Transport
    let clock: @Sendable () -> Date

    /// Works in a thread of its own; `done` is called when it is over.
    func begin(_ done: @escaping @Sendable () -> Void) {
        Thread.detachNewThread {
            work()
            done()
        }
    }

    private func work() {
        do {
            let transport = try connect()
            defer { transport.close() }
            var answered: DispatchTime?
            while let errand = counter.next(for: number) {
                counter.finish(deliver(errand, over: transport, &answered))
            }
        } catch {
            counter.end(.failed(error))
        }
    }

    /// - Parameter answered: when this connection was last answered, which it is here.
    private func deliver(
        _ errand: Errand, over transport: any Transport, _ answered: inout DispatchTime?
    ) -> Outcome {
        let began = clock()
        var handed: Handed?
        var wasAsked = false
        transport.onProgress = { [counter, clock] in
            counter.isWorthWaiting(handedOver: handed != nil, at: clock())
        }
        defer { transport.onProgress = nil }
        let delivery = transport.deliver(errand.envelope) {
            wasAsked = true
            let dispatch = Result { () throws(Dispatch.Unreadable) in
                try Dispatch(errand.outgoing, at: clock())
            }
            let request = Request(
                errand: errand, dispatch: dispatch, ticket: Ticket(), talk: answered?.secondsSince)
            let given = try counter.handOver(request)
            answered = DispatchTime.now()
            handed = given
            return given.bytes
        }
        return Outcome(
            errand: errand, delivery: delivery, started: handed?.moment ?? began, ended: clock(),
            wasAsked: wasAsked, wasHandedOver: handed != nil)
    }
}

extension DispatchTime {
    fileprivate var secondsSince: TimeInterval {
        TimeInterval(DispatchTime.now().uptimeNanoseconds - uptimeNanoseconds) / 1e9
    }
}
