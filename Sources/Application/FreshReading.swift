import Setup
import Synchronization

/// What is made of files: read where it is first wanted, kept, and read anew once one of the files has changed, so that a
/// process that stays goes by what the user has written since.
package final class FreshReading<Value: Sendable>: Sendable {
    private let files: @Sendable () -> FileTreeStamp
    private let read: @Sendable () throws -> Value
    private let known = Mutex<(value: Value, stamp: FileTreeStamp)?>(nil)

    /// - Parameters:
    ///   - files: how the files are just now, without reading them.
    ///   - read: makes the value of them. What it throws is thrown again at every attempt.
    package init(
        _ files: @escaping @Sendable () -> FileTreeStamp, read: @escaping @Sendable () throws -> Value
    ) {
        self.files = files
        self.read = read
    }

    @Sendable package func get() throws -> Value {
        // Taken before the files are read: what is changed meanwhile is read again with the next call.
        let stamp = files()
        return try known.withLock { known in
            if let known, known.stamp == stamp { return known.value }
            let value = try read()
            known = (value, stamp)
            return value
        }
    }
}
