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
        abstract: "Keep running, and send messages when they are due.",
        discussion: """
            It sleeps until the next message is due, and follows what other commands change
            in the meantime. Where the computer slept so long that it is too late for a
            message, that is held, and you are asked. It logs a line for each event on
            standard error, and shows a notice on your desktop where something needs you.

            If your account refuses the login, nothing is tried for hours, since accounts
            get locked; put it right, then start this again, or change config.yaml.

            While it is up it serves the page that 'afterword open' shows in your browser,
            on this computer alone, and keeps calendar.ics in your data folder current, for
            a calendar program to subscribe to.

            To have it started when you log in: afterword service install
            It ends at Ctrl-C, within 30 seconds.

            EXAMPLE
              afterword run
            """)

    @OptionGroup var quiet: QuietOption

    func run(in application: Application) throws -> Exit {
        guard let stopSignal = StopSignal() else { throw NoDescriptors() }
        try Application.requireThreads(ProcessInfo.processInfo.activeProcessorCount + Self.threads)
        let platform = application.platform
        let level = quiet.quiet ? Logger.Level.warning : .info
        let logger = Logger(label: "afterword") { _ in
            LineLog(logLevel: level, clock: { platform.now }, write: Output.logLine)
        }
        let delivery = DeliveryService(platform: platform, stopSignal: stopSignal, logger: logger)
        let page = PageBesideDelivery(logger: logger) {
            try PageService(in: Application(platform: platform, face: .terminal), lock: nil, quietEnd: nil) {
                logger.info("page", metadata: ["port": "\($0)"])
            }
        }
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
