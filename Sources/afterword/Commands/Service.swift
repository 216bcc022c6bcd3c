import ArgumentParser
import Foundation
import Setup

/// `afterword run`, started with the user's session.
struct ServiceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "service",
        abstract: "Have 'afterword run' started with your session.",
        discussion: """
            EXAMPLES
              afterword service install
              afterword service install --print   only show the file
              afterword service status
              afterword service uninstall
            """,
        subcommands: [ServiceInstall.self, ServiceStatus.self, ServiceUninstall.self])
}

/// Writes the unit, and starts it.
struct ServiceInstall: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "install",
        abstract: "Write a systemd user unit for 'afterword run', and start it.",
        discussion: """
            The unit may read your files and write to Afterword's own folders alone, and to
            your Maildir, where copies of what was sent are put into one. It gets
            your PATH as it is now, so that a password command is found as it is found here.
            If that command must write elsewhere, say so: systemctl --user edit afterword,
            and there: [Service] and ReadWritePaths=FOLDER.
            """)

    @Flag(help: "Show the file, and do nothing.")
    var print = false

    func run(in application: Application) throws -> Exit {
        guard let program = application.platform.program else { throw ServiceText.NoProgram() }
        if !print { _ = try application.configuration }
        let site = try RunSite(
            program: program, home: application.home, environment: application.platform.environment,
            mailFolders: (try? application.copiesFolders) ?? [])
        let text = SystemdUnit(site: site).text
        guard !print else {
            Output.write(text)
            return .done
        }
        // A service that ends at once helps nobody: what is wrong is said here and now.
        _ = try application.ledger
        return try install(text, site, in: application)
    }

    private func install(_ text: String, _ site: RunSite, in application: Application) throws -> Exit {
        let file = try UnitFile(environment: application.platform.environment, home: application.home)
        try file.write(text)
        for folder in site.folders { try Home.createFolder(folder) }
        Output.line(ServiceText.written(file.path))
        let manager = UserManager(environment: application.platform.environment)
        guard manager.run(UserManager.begin) else {
            Output.line(ServiceText.byHand)
            return .needsUser
        }
        Output.line(ServiceText.started)
        if manager.lingers() != true { Output.line(ServiceText.lingerHint) }
        return .done
    }
}

/// Says how the service stands.
struct ServiceStatus: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Say whether the service is installed, switched on and at work.")

    @OptionGroup var output: JSONOption

    struct Document: Encodable {
        let installed: Bool
        @OrNull var enabled: String?
        @OrNull var active: String?
        /// Folders for copies of what was sent that it may not write to.
        let notWritable: [String]
        let log: [String]
    }

    func run(in application: Application) throws -> Exit {
        let file = try UnitFile(environment: application.platform.environment, home: application.home)
        let standing = file.standing
        let closed =
            if case .own(let text) = standing {
                SystemdUnit.closed((try? application.copiesFolders) ?? [], in: [text] + file.additions)
            } else { [String]() }
        let manager = UserManager(environment: application.platform.environment)
        let report = manager.report()
        let lines = standing == .absent ? [] : manager.lastLines(5)
        if output.json {
            try JSON.print(
                Document(
                    installed: standing != .absent, enabled: report?.enabled, active: report?.active,
                    notWritable: closed, log: lines))
        } else {
            for line in ServiceText.status(standing, report, closed, lines) { Output.line(line) }
        }
        return report?.active == "active" && closed.isEmpty ? .done : .needsUser
    }
}

/// Stops the service and removes its file.
struct ServiceUninstall: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "uninstall", abstract: "Stop the service, and remove its unit; nothing else is touched.")

    func run(in application: Application) throws -> Exit {
        let file = try UnitFile(environment: application.platform.environment, home: application.home)
        guard file.standing != .foreign else { throw UnitFile.Foreign(path: file.path) }
        let manager = UserManager(environment: application.platform.environment)
        let hasEnded = file.standing == .absent || manager.run(UserManager.end)
        guard try file.remove() else {
            Output.line(ServiceText.absent)
            return .done
        }
        Output.line(ServiceText.removed(file.path))
        guard hasEnded, manager.run([UserManager.begin[0]]) else {
            Output.line(ServiceText.stillRunning)
            return .needsUser
        }
        return .done
    }
}
