import Application
import ArgumentParser
import Foundation
import Logging
import PageServer
import ServiceLifecycle

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

            While it is up it serves the page that 'afterword open' shows in your browser, on
            this computer alone, and keeps calendar.ics in your data folder current, for a
            calendar program to subscribe to.

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
        let delivery = DeliveryService(platform: platform, stopSignal: stopSignal, logger: logger)
        let page = PageBesideDelivery(
            page: try PageService(in: application, lock: nil, quietEnd: nil), logger: logger)
        try AsynchronousWork.wait { try await Self.group(of: delivery, page, logger).run() }
        return .done
    }

    /// Besides one for each processor, which Swift takes for itself: signals are waited for and told in two, deliveries
    /// done in one, one talks to the server, one to browsers, and one makes the pages.
    private static let threads = 6

    /// More kinds of work are further services.
    private static func group(
        of delivery: DeliveryService, _ page: PageBesideDelivery, _ logger: Logger
    ) -> ServiceGroup {
        var quiet = logger
        // Its own comings and goings are told by the service.
        quiet.logLevel = .critical
        return ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(service: delivery, successTerminationBehavior: .gracefullyShutdownGroup),
                    .init(service: page, successTerminationBehavior: .ignore),
                ],
                // The terminal that goes away is a reason to stop like the others.
                gracefulShutdownSignals: [.sigterm, .sigint, .sighup], logger: quiet))
    }
}
