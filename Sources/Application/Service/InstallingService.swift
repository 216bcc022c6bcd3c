import Foundation
import Setup

/// What was done to have `afterword run` started with the session.
package struct InstalledService {
    /// The package's own unit, which was switched on; nil where there is none.
    package let packaged: String?
    package let written: [String]
    /// Systemd has started it. Where it could not be reached, only the user's own session can.
    package let isStarted: Bool
    /// It goes on while nobody is logged in; nil where that can't be told.
    package let lingers: Bool?
}

extension Application {
    /// Where and as what `run` is started here.
    package var runSite: RunSite {
        get throws {
            guard let program = platform.program else { throw UnknownProgram() }
            return try RunSite(
                program: program, home: home, environment: platform.environment,
                mailFolders: (try? copiesFolders) ?? [])
        }
    }

    /// Writes what this user needs, and starts it. A service that ends at once helps nobody: what is wrong with the ledger
    /// or the configuration is thrown here and now.
    package func installService() throws -> InstalledService {
        _ = (try configuration, try ledger)
        let (service, site) = (try service, try runSite)
        let written = try service.prepare(SystemdUnit(site: site))
        for folder in site.folders { try Home.createFolder(folder) }
        let manager = UserManager(environment: platform.environment)
        let isStarted = manager.run(UserManager.begin)
        return InstalledService(
            packaged: service.packaged, written: written, isStarted: isStarted,
            lingers: isStarted ? manager.lingers() : nil)
    }
}

/// The system does not say where this program lies, so no service can name it.
package struct UnknownProgram: Error {
    package init() {}
}

/// The mailbox was configured, or moved, after the service was installed: it may not write to these folders, and puts no
/// copies there.
package struct ServiceMayNotWrite: Error {
    package let folders: [String]

    package init(folders: [String]) { self.folders = folders }
}
