import Application
import Foundation
import Ledger
import NIOCore
import NIOPosix
import Page
import ServiceLifecycle
import Setup

/// The page of one ledger, served on loopback until it is told to stop: a service of swift-service-lifecycle.
package struct PageService: Service {
    private let folder: PageFolder
    private let lock: FileLock?
    private let platform: Platform
    private let reception: Reception
    private let thread: PageThread
    private let listening: @Sendable (Int) -> Void
    private let quietEnd: TimeInterval?

    /// How often it is asked whether another process still serves the page, in seconds.
    private static let turnTaking = Duration.seconds(10)
    /// How long the last answer may take to the browser.
    private static let farewell = Duration.milliseconds(300)

    /// - Parameters:
    ///   - lock: the right to serve; where it is nil, the right is waited for.
    ///   - quietEnd: so many seconds without a visit end it; nil for never.
    ///   - pages: made in a thread of their own, when somebody was let in.
    ///   - listening: told the port, before the first request comes.
    package init(
        folder: PageFolder, lock: FileLock? = nil, platform: Platform, quietEnd: TimeInterval? = nil,
        pages: @escaping @Sendable () throws -> Pages, listening: @escaping @Sendable (Int) -> Void = { _ in }
    ) {
        (self.folder, self.lock, self.platform) = (folder, lock, platform)
        (self.listening, self.quietEnd) = (listening, quietEnd)
        thread = PageThread(pages: pages)
        reception = Reception(
            folder: folder, platform: platform, thread: thread, endsWithVisit: quietEnd != nil)
    }

    /// Returns when it was told to stop, or nobody came for long.
    ///
    /// - Throws: why it could not begin.
    package func run() async throws {
        defer { thread.end() }
        guard let held = try await turn() else { return }
        defer { withExtendedLifetime(held) {} }
        // One thread is enough for one person's browser.
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        do {
            try await untilQuiet { try await serve(on: group) }
        } catch {
            try await group.shutdownGracefully()
            throw error
        }
        try await group.shutdownGracefully()
    }

    /// The user has closed the page.
    func close() { reception.close() }

    /// The right to serve; nil where it was told to stop before it had it.
    private func turn() async throws -> FileLock? {
        if let lock { return lock }
        return try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                if let lock = try folder.lock() { return lock }
                try? await Task.sleep(for: Self.turnTaking)
            }
            return nil
        }
    }

    /// Where it was served last, or where the system likes if somebody else has that port now.
    private func serve(on group: MultiThreadedEventLoopGroup) async throws {
        guard let port = folder.port else { return try await listener(0, group).run() }
        do {
            try await listener(port, group).run()
        } catch let error as IOError where [EADDRINUSE, EACCES, EADDRNOTAVAIL].contains(error.errnoCode) {
            try await listener(0, group).run()
        }
    }

    private func listener(_ port: Int, _ group: MultiThreadedEventLoopGroup) throws -> PageListener {
        try PageListener(port: port, group: group, reception: reception) { port in
            reception.open(port: port)
            // Without a note of it another port is found next time, and bookmarks lead nowhere; that is all.
            try? folder.keep(port: port)
            listening(port)
        }
    }

    private func untilQuiet(_ serving: @escaping @Sendable () async throws -> Void) async throws {
        guard let quietEnd else { return try await serving() }
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await serving() }
            tasks.addTask {
                while case let left = reception.quietSince.timeIntervalSince(platform.now) + quietEnd,
                    left > 0
                {
                    try await Task.sleep(for: .seconds(left))
                }
            }
            tasks.addTask {
                for await _ in reception.untilClosed {}
                // The browser gets to read that it is closed.
                try await Task.sleep(for: Self.farewell)
            }
            // Whoever ends first ends the others.
            defer { tasks.cancelAll() }
            try await tasks.next()
        }
    }
}
