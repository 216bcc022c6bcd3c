import Foundation

/// A thread of its own for a piece of work. Foundation's `Thread` says nothing where the system has none to give, and
/// Dispatch tries again for ever: whoever waits for the work then waits in vain.
package enum Worker {
    /// The system gives no thread: a limit of the user or of the service is reached (pthread_create(3), EAGAIN), or memory
    /// is.
    package struct NotStarted: Error, Equatable {
        /// The error of the system by its number.
        package let errno: Int32

        /// With the system's own number.
        package init(errno: Int32) { self.errno = errno }
    }

    /// Works in a thread that nobody waits for.
    ///
    /// - Parameter heap: the bytes that it will come to hold, where these are many: see `makeHeap`.
    package static func start(
        heap: Int = 0, _ work: @escaping @Sendable () -> Void
    ) throws(NotStarted) {
        let task = Unmanaged.passRetained(
            Task {
                if heap > 0 { makeHeap(of: heap) }
                work()
            })
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        #if os(Linux)
        var thread = pthread_t()
        #else
        var thread: pthread_t?
        #endif
        let code = pthread_create(&thread, &attributes, body, task.toOpaque())
        guard code == 0 else {
            task.release()
            throw NotStarted(errno: code)
        }
    }

    /// glibc lets the heap of a thread grow page by page, with a call to the kernel for each (mprotect(2)) during which no
    /// other thread gets memory either. What was taken in large pieces, and given back, it keeps in one.
    private static func makeHeap(of bytes: Int) {
        let piece = 64 << 10
        let pieces = (0..<bytes / piece).map { _ in malloc(piece) }
        for piece in pieces { free(piece) }
    }

    /// Asks whether so many threads may be there at a time, by having them for a moment: Swift's own and those of Dispatch,
    /// of which nobody can be told that there are none.
    ///
    /// - Throws: `NotStarted` where they may not.
    package static func require(_ count: Int) throws(NotStarted) {
        let end = DispatchSemaphore(value: 0)
        let all = DispatchGroup()
        var problem: NotStarted?
        for _ in 0..<count where problem == nil {
            all.enter()
            do throws(NotStarted) {
                try start {
                    end.wait()
                    all.leave()
                }
            } catch {
                all.leave()
                problem = error
            }
        }
        for _ in 0..<count { end.signal() }
        all.wait()
        if let problem { throw problem }
    }

    #if os(Linux)
    private static let body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { task in
        if let task { run(task) }
        return nil
    }
    #else
    private static let body: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = { task in
        run(task)
        return nil
    }
    #endif

    private static func run(_ task: UnsafeMutableRawPointer) {
        Unmanaged<Task>.fromOpaque(task).takeRetainedValue().work()
    }

    private final class Task: Sendable {
        let work: @Sendable () -> Void

        init(_ work: @escaping @Sendable () -> Void) { self.work = work }
    }
}
