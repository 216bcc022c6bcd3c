import Foundation
import Synchronization

/// Does something for each of many things at the same time, a thread each: what waits for a server's silence then
/// waits once.
package enum AtOnce {
    /// The results, in the order of the things.
    package static func map<Thing: Sendable, Result: Sendable>(
        _ things: [Thing], _ body: @escaping @Sendable (Thing) -> Result
    ) -> [Result] {
        let results = Results<Result>()
        let group = DispatchGroup()
        for (index, thing) in things.enumerated() {
            group.enter()
            Thread.detachNewThread {
                results.add(index, body(thing))
                group.leave()
            }
        }
        group.wait()
        return results.inOrder
    }

    private final class Results<Result: Sendable>: Sendable {
        private let known = Mutex<[Int: Result]>([:])

        func add(_ index: Int, _ result: Result) {
            known.withLock { $0[index] = result }
        }

        var inOrder: [Result] {
            known.withLock { known in known.sorted { $0.key < $1.key }.map(\.value) }
        }
    }
}
