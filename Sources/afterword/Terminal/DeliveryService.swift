import Application
import Etiquette
import Foundation
import Logging
import Sender
import ServiceLifecycle
import Wording

/// `DeliveryLoop` as a service of swift-service-lifecycle, which knows when to stop.
struct DeliveryService: Service {
    let platform: Platform
    let stopSignal: StopSignal
    let logger: Logger

    /// How long what is on its way may take to end, in seconds; the unit's own limit is longer.
    static let grace: TimeInterval = 30

    /// Returns when it was told to stop and has done so.
    ///
    /// - Throws: why it could not begin.
    func run() async throws {
        try await withGracefulShutdownHandler {
            try await withCheckedThrowingContinuation { continuation in
                // A thread of its own: it waits for hours, and Swift's own threads are few.
                do throws(Worker.NotStarted) {
                    try Worker.start { continuation.resume(with: Result { try deliver() }) }
                } catch {
                    continuation.resume(throwing: SenderProblem.noThread(errno: error.errno))
                }
            }
        } onGracefulShutdown: {
            stop()
        }
    }

    private func deliver() throws {
        let running = try RunningApplication(platform: platform, face: .terminal, stopSignal: stopSignal)
        let home = running.application.home
        let watch = SystemWatch(
            stopSignal: stopSignal, files: [home.database: .ledger, home.configuration: .configuration],
            clock: { platform.now })
        // As it is configured when there is something to say.
        let notifier = Notifier(environment: platform.environment) {
            (try? running.application.configuration)?.notifyCommand
        }
        DeliveryLoop(
            running: running, watch: watch, stopSignal: stopSignal, moments: { platform.moments }, log: log,
            notify: { notice in
                if let text = Wording.text(notice) { notifier.show("Afterword", text.spelled) }
            }
        ).run()
    }

    private func stop() {
        log(.stopping)
        stopSignal.ring()
        // Without a thread for it, whoever stops this program ends it: systemd does after the unit's own limit.
        try? Worker.start {
            Thread.sleep(forTimeInterval: Self.grace)
            // On disk it is as handed over, and the next sender says that nobody knows.
            log(.abandoned)
            _exit(Exit.done.rawValue)
        }
    }

    private func log(_ event: RunEvent) {
        let line = event.line
        logger.log(level: line.level, line.event, metadata: line.fields)
    }
}
