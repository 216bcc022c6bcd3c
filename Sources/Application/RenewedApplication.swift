import Setup

/// The live parts for a process that stays and answers: made anew where the configuration was changed, or where another
/// ledger was put in the place of the one that was open.
package final class RenewedApplication {
    private var application: Application
    private var configured: FileFacts?
    private var opened: FileFacts.Identity?

    package init(_ application: Application) {
        self.application = application
        configured = try? FileFacts(path: application.home.configuration)
        opened = (try? FileFacts(path: application.home.database))?.identity
    }

    /// As things are now.
    ///
    /// - Throws: `RunningApplication.LedgerGone` while the ledger is taken away, since another would be made in its place.
    package func current() throws -> Application {
        let stamp = try? FileFacts(path: application.home.configuration)
        let database = (try? FileFacts(path: application.home.database))?.identity
        if opened != nil || application.hasOpenLedger, database == nil {
            throw RunningApplication.LedgerGone(path: application.home.database)
        }
        if stamp != configured || opened != nil && database != opened {
            application = try Application(platform: application.platform, face: application.face)
            configured = stamp
        }
        opened = database
        return application
    }
}
