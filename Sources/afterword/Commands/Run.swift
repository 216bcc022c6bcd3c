import Application
import ArgumentParser
import Foundation
import Logging
import ServiceLifecycle
import Synchronization

/// Stays, and delivers as messages fall due.
struct Run: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Stay, and deliver as messages fall due.",
        discussion: """
            It sleeps until the next message is due, and follows what other commands change
            in the meantime. What the computer slept through is held past its time, and you
            are asked. It logs a line for each event on standard error, and shows a notice
            on your desktop where something needs you.

            If your account refuses the login, it is left in peace for hours, since
            accounts get locked; mend it, then start this again, or change config.yaml.

            While it is up it keeps calendar.ics in your data folder current, for a calendar
            program to subscribe to.

            To have it started with your session: afterword service install
            It ends at Ctrl-C, within 30 seconds.

            EXAMPLE
              afterword run
            """)

    func run(in application: Application) throws -> Exit {
        guard let stopSignal = StopSignal() else { throw NoDescriptors() }
        try Application.requireThreads(ProcessInfo.processInfo.activeProcessorCount + Self.threads)
        let platform = application.platform
        let logger = Logger(label: "afterword") { _ in
            LineLog(clock: { platform.now }, write: Output.problem)
        }
        let service = DeliveryService(platform: platform, stopSignal: stopSignal, logger: logger)
        try Self.waiting { try await Self.group(of: service, logger).run() }
        return .done
    }

    /// Besides one for each processor, which Swift takes for itself: signals are waited for and told in two, deliveries
    /// done in one, and one talks to the server.
    private static let threads = 4

    /// More kinds of work are further services.
    private static func group(of service: DeliveryService, _ logger: Logger) -> ServiceGroup {
        var quiet = logger
        // Its own comings and goings are told by the service.
        quiet.logLevel = .critical
        return ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(service: service, successTerminationBehavior: .gracefullyShutdownGroup)
                ],
                // The terminal that goes away is a reason to stop like the others.
                gracefulShutdownSignals: [.sigterm, .sigint, .sighup], logger: quiet))
    }

    /// Runs something asynchronous to its end. This thread has nothing else to do, and every other command is spared
    /// an asynchronous beginning.
    private static func waiting(for body: @escaping @Sendable () async throws -> Void) throws {
        let outcome = Outcome()
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            do { try await body() } catch { outcome.problem.withLock { $0 = error } }
            done.signal()
        }
        done.wait()
        if let problem = outcome.problem.withLock({ $0 }) { throw problem }
    }

    /// Why it ended early, if it did.
    private final class Outcome: Sendable {
        let problem = Mutex<(any Error)?>(nil)
    }
}
