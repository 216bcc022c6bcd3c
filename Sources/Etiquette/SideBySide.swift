import Foundation
import Synchronization

extension Array where Element: Sendable {
    /// What `transform` makes of each element, in their order, worked out on as many processors as there are. Of
    /// several errors that of the first element is thrown.
    public func mappedSideBySide<Value: Sendable>(
        _ transform: @Sendable (Element) throws -> Value
    ) throws -> [Value] {
        guard count > 1 else { return try map(transform) }
        let results = Mutex<[Result<Value, any Error>?]>(
            Array<Result<Value, any Error>?>(repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let result = Result { try transform(self[index]) }
            results.withLock { $0[index] = result }
        }
        return try results.withLock { try $0.compactMap { try $0?.get() } }
    }
}
