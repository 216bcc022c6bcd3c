import Foundation
import Synchronization

/// Those that the process may use: Foundation reads them out of several files each time that it is asked.
private enum Processors {
    static let count = ProcessInfo.processInfo.activeProcessorCount
}

extension Array where Element: Sendable {
    /// What `transform` makes of each element, in their order, worked out on as many processors as there are, and threads to
    /// be had. Of several errors that of the first element is thrown.
    package func mappedSideBySide<Value: Sendable>(
        _ transform: @escaping @Sendable (Element) throws -> Value
    ) throws -> [Value] {
        guard count > 1 else { return try map(transform) }
        let results = Mutex<[Result<Value, any Error>?]>(
            Array<Result<Value, any Error>?>(repeating: nil, count: count))
        let next = Atomic(0)
        let threads = Swift.min(count, Processors.count)
        let work: @Sendable () -> Void = {
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < count else { return }
                let result = Result { try transform(self[index]) }
                results.withLock { $0[index] = result }
            }
        }
        let others = DispatchGroup()
        for _ in 1..<threads { Worker.start(work, in: others) }
        work()
        others.wait()
        return try results.withLock { try $0.compactMap { try $0?.get() } }
    }
}

extension Sequence {
    /// Makes something of each element, and uses each, in their order, beside the making of the next. At most two are in
    /// memory at a time. The first error ends it: what was made before it is used all the same.
    package func relay<Made: Sendable>(
        _ make: (Element) throws -> Made, _ use: @escaping @Sendable (Made) throws -> Void
    ) throws {
        let using = DispatchGroup()
        let failure = Mutex<(any Error)?>(nil)
        func used() throws {
            using.wait()
            if let error = failure.withLock(\.self) { throw error }
        }
        for element in self {
            let result = Result { try make(element) }
            try used()
            let made = try result.get()
            let work: @Sendable () -> Void = {
                do { try use(made) } catch { failure.withLock { $0 = error } }
            }
            if !Worker.start(work, in: using) { work() }
        }
        try used()
    }
}

extension Worker {
    /// Works beside the caller, as a part of a group that can be waited for; false where there is no thread for it.
    @discardableResult
    package static func start(_ work: @escaping @Sendable () -> Void, in group: DispatchGroup) -> Bool {
        group.enter()
        do throws(NotStarted) {
            try start {
                work()
                group.leave()
            }
            return true
        } catch {
            group.leave()
            return false
        }
    }
}
