import Application
import Foundation
import Ledger
import Logging
import Page
import PageServer
import ServiceLifecycle

/// The page as `run` serves it: whatever becomes of it, messages go on being delivered.
struct PageBesideDelivery: Service {
    let logger: Logger
    let page: @Sendable () throws -> PageService

    func run() async {
        do {
            try await page().run()
        } catch is CancellationError {
            // Delivery has failed, and says why.
        } catch {
            logger.warning("page", metadata: ["failed": "\(CommandFailure(error)?.sentence ?? "\(error)")"])
        }
    }
}

extension PageService {
    /// The page of an application. It makes an application of its own for itself, in its own thread.
    ///
    /// - Parameters:
    ///   - lock: the right to serve; where it is nil, the right is waited for.
    ///   - quietEnd: so many seconds without a visit end it; nil for never.
    init(
        in application: Application, lock: FileLock?, quietEnd: TimeInterval?,
        listening: @escaping @Sendable (Int) -> Void = { _ in }
    ) throws {
        let platform = application.platform
        self.init(
            folder: try application.pageFolder, lock: lock, platform: platform, quietEnd: quietEnd,
            pages: { Pages(application: try Application(platform: platform, face: .terminal)) },
            listening: listening)
    }
}

extension Application {
    /// Where processes of this user find the page of this ledger.
    var pageFolder: PageFolder {
        get throws { try PageFolder(stateFolder: try stateFolder, dataFolder: home.dataFolder) }
    }
}
