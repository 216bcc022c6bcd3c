import Application
import ArgumentParser
import Etiquette
import Foundation
import Reports
import Setup
import Wording

/// `afterword run`, started with the user's session.
struct ServiceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "service",
        abstract: "Have your messages sent for you: start 'afterword run' whenever you log in.",
        discussion: """
            EXAMPLES
              afterword service install
              afterword service install --print   only show the file
              afterword service status
              afterword service uninstall
            """,
        subcommands: [ServiceInstall.self, ServiceStatus.self, ServiceUninstall.self])
}

/// Has the unit started with the session, and starts it.
struct ServiceInstall: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "install",
        abstract: "Have systemd start 'afterword run' whenever you log in, and start it now.",
        discussion: """
            Where Afterword came as a package, its own unit is switched on, and a file is
            written beside it only if your folders or your PATH are not the usual ones.
            Otherwise a unit is written for you.

            The unit may read your files, but write only to Afterword's own folders, and to
            your Maildir if copies of what was sent are put there. It gets
            your PATH as it is now, so that a password command is found there as it is here.
            If that command must write elsewhere, allow it: systemctl --user edit afterword,
            and there: [Service] and ReadWritePaths=FOLDER.
            """)

    @Flag(help: "Show what systemd would read, and do nothing.")
    var print = false

    func run(in application: Application) throws -> Exit {
        guard print else {
            _ = try application.configuration
            return Self.tell(try application.installService())
        }
        let service = try application.service
        if let path = service.packaged { Output.write(try String(contentsOfFile: path, encoding: .utf8)) }
        for (_, text) in service.files(for: SystemdUnit(site: try application.runSite)) { Output.write(text) }
        return .done
    }

    /// What was done, and what is left to do.
    static func tell(_ installed: InstalledService) -> Exit {
        if let path = installed.packaged { Output.line(ServiceText.fromPackage(path)) }
        for path in installed.written { Output.line(ServiceText.written(path)) }
        guard installed.isStarted else {
            Output.line(ServiceText.byHand.spelled)
            return .needsUser
        }
        Output.line(ServiceText.started.spelled)
        if installed.lingers != true { Output.line(ServiceText.lingerHint.spelled) }
        return .done
    }
}

extension Application {
    /// On a terminal offers the service, where nobody sends and systemd is there to start it.
    ///
    /// - Returns: whether it was taken.
    @discardableResult
    func offerService() throws -> Bool {
        guard platform.isTerminal, UserManager.isThere(in: platform.environment),
            try service.standing == .absent
        else { return false }
        let question = try configuration.isByHand ? Wording.offerNotices : Wording.offerService
        guard let typed = try platform.answer(to: question), YesOrNo.isYes(typed, orNothing: true) else {
            return false
        }
        _ = ServiceInstall.tell(try installService())
        return true
    }

    /// Says who sends what is due, and on a terminal offers the service where nobody does.
    func tellWhoSends(asks: Bool) throws {
        let arrangement = try sendingArrangement
        if asks, [.nobody, .byHand(isTold: false)].contains(arrangement), try offerService() { return }
        Output.line(Wording.whoSends(arrangement, zone: try configuration.me.timeZone).spelled)
    }
}

struct ServiceStatus: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Say whether the service is installed, switched on and running.")

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
        let standing = try application.service.standing
        let closed =
            switch standing {
            case .own(let texts), .packaged(let texts):
                SystemdUnit.closed((try? application.copiesFolders) ?? [], in: texts)
            case .absent, .foreign: [String]()
            }
        let manager = UserManager(environment: application.platform.environment)
        let report = manager.report()
        let lines = standing == .absent ? [] : manager.lastLines(5)
        if output.json {
            try JSON.print(
                Document(
                    installed: standing != .absent, enabled: report?.enabled, active: report?.active,
                    notWritable: closed, log: lines))
        } else {
            for line in ServiceText.status(standing, report, closed, lines) { Output.line(line.spelled) }
        }
        return report?.active == "active" && closed.isEmpty ? .done : .needsUser
    }
}

/// Stops the service and removes what was written for it.
struct ServiceUninstall: ApplicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "uninstall",
        abstract: "Stop the service for good; nothing else is touched.")

    func run(in application: Application) throws -> Exit {
        let service = try application.service
        let standing = service.standing
        guard standing != .foreign else { throw UnitFile.Foreign(path: service.unit.path) }
        let manager = UserManager(environment: application.platform.environment)
        let hasEnded = standing == .absent || manager.run(UserManager.end)
        let removed = try service.clear()
        for path in removed { Output.line(ServiceText.removed(path)) }
        guard standing != .absent else {
            Output.line(ServiceText.absent)
            return .done
        }
        guard hasEnded, removed.isEmpty || manager.run([UserManager.begin[0]]) else {
            Output.line(ServiceText.stillRunning.spelled)
            return .needsUser
        }
        if case .packaged = standing { Output.line(ServiceText.switchedOff(service.path)) }
        return .done
    }
}
