import Foundation
import Setup
import Testing

@testable import Application
@testable import afterword

/// `service` against a `systemctl` that writes down what it is asked.
@Suite struct ServiceTests {
    private let ada: Applicant
    private let unit: String

    init() throws {
        ada = try Applicant(at: nil)
        unit = ada.home + "/.config/systemd/user/afterword.service"
        try ada.scratch.folder("bin")
    }

    /// - Parameter script: what `systemctl` does after it has written down how it was called.
    private func systemctl(_ script: String) throws {
        for program in ["systemctl", "loginctl", "journalctl"] {
            try ada.scratch.file(
                "bin/" + program, "#!/bin/sh\necho \"\(program) $*\" >>'\(ada.home)/asked'\n" + script,
                mode: 0o700)
        }
    }

    private var asked: [String] {
        let text = (try? String(contentsOfFile: ada.home + "/asked", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map(String.init)
    }

    @discardableResult
    private func service(_ arguments: String...) throws -> Run {
        try ada.run(
            ["service"] + arguments, environment: ["PATH": ada.scratch.path + "/bin:/usr/bin:/bin"])
    }

    @Test func itIsInstalledStartedAndRemoved() throws {
        try systemctl("[ $1 != show-user ] || echo no\n")
        let installed = try service("install")
        #expect(installed.status == 0, "\(installed)")
        #expect(installed.out.hasPrefix("Written: \(unit)\n"))
        #expect(installed.out.contains("loginctl enable-linger"))
        #expect(
            asked.prefix(3) == [
                "systemctl --user daemon-reload", "systemctl --user enable afterword.service",
                "systemctl --user restart afterword.service",
            ])
        let text = try String(contentsOfFile: unit, encoding: .utf8)
        #expect(text.contains("\nExecStart=\(Program.path) run\n"))
        #expect(text.contains("\nEnvironment=AFTERWORD_HOME=\(ada.home)\n"))
        #expect(try service("install").status == 0, "a second time is no harm")
        #expect(try service("uninstall").out == "Removed: \(unit)\n")
        #expect(!FileManager.default.fileExists(atPath: unit))
        #expect(
            asked.suffix(2) == [
                "systemctl --user disable --now afterword.service", "systemctl --user daemon-reload",
            ])
        #expect(try service("uninstall").out == "No service is installed.\n")
    }

    @Test func whereSystemdCanNotBeAskedTheCommandsAreSaid() throws {
        try systemctl("exit 1\n")
        let run = try service("install")
        #expect(run.status == 1)
        for command in UserManager.begin { #expect(run.out.contains("\n  " + command)) }
        #expect(FileManager.default.fileExists(atPath: unit))
        #expect(try service("status").out.contains("can't be reached from here"))
        #expect(try service("uninstall").status == 1)
        #expect(!FileManager.default.fileExists(atPath: unit))
    }

    @Test func printingWritesNothing() throws {
        try systemctl("")
        let run = try service("install", "--print")
        #expect(run.status == 0)
        #expect(run.out.hasPrefix(SystemdUnit.mark))
        #expect(asked == [])
        #expect(!FileManager.default.fileExists(atPath: unit))
    }

    @Test func aUnitOfSomebodyElseIsRefused() throws {
        try systemctl("echo ActiveState=active; echo UnitFileState=enabled\n")
        try ada.scratch.folder("home/.config/systemd/user")
        try "[Service]\n".write(toFile: unit, atomically: true, encoding: .utf8)
        for command in ["install", "uninstall"] {
            let run = try service(command)
            #expect(run.status == 73)
            #expect(run.err.contains("was not written by afterword"))
        }
        #expect(asked == [])
        #expect(try String(contentsOfFile: unit, encoding: .utf8) == "[Service]\n")
        #expect(try service("status").out.contains("but 'afterword service install' did not write it"))
    }

    @Test func withoutAConfigurationNothingIsInstalled() throws {
        try systemctl("")
        try FileManager.default.removeItem(atPath: ada.home + "/config.yaml")
        #expect(try service("install").status == 78)
        #expect(asked == [])
    }

    struct Standing: CustomTestStringConvertible {
        let active: String
        let enabled: String
        let status: Int32
        let says: [String]
        var testDescription: String { active }
    }

    @Test(arguments: [
        Standing(
            active: "active", enabled: "enabled", status: 0,
            says: ["The service is installed.", "It starts whenever you log in.", "It is running."]),
        Standing(
            active: "failed", enabled: "enabled", status: 1,
            says: ["It has failed. Put right what the log says"]),
        Standing(
            active: "inactive", enabled: "disabled", status: 1, says: ["does not start", "not running"]),
        Standing(
            active: "activating", enabled: "enabled", status: 1, says: ["will be started again shortly"]),
    ])
    func statusSaysHowItStands(_ standing: Standing) throws {
        try systemctl("exit 0\n")
        try service("install")
        try systemctl(
            """
            case $0 in
            *journalctl) echo '2026-11-21T15:00:00Z notice sent message=3' ;;
            *systemctl) echo ActiveState=\(standing.active); echo UnitFileState=\(standing.enabled) ;;
            esac

            """)
        let run = try service("status")
        #expect(run.status == standing.status)
        for words in standing.says { #expect(run.out.contains(words)) }
        #expect(run.out.hasSuffix("Its last lines:\n  2026-11-21T15:00:00Z notice sent message=3\n"))
        let document = try service("status", "--json").json()
        #expect(document["installed"] == .bool(true) && document["active"].string == standing.active)
        #expect(document["log"] == ["2026-11-21T15:00:00Z notice sent message=3"])
    }

    /// Installed before the mailbox was set up, the service could not put copies there, and would say nothing of it.
    @Test func aMaildirThatTheServiceMayNotWriteToIsToldUntilItIsInstalledAnew() throws {
        try systemctl("echo ActiveState=active; echo UnitFileState=enabled\n")
        try service("install")
        _ = try Letterbox(ada.home + "/Maildir")
        let configuration = try String(contentsOfFile: ada.home + "/config.yaml", encoding: .utf8)
        try ada.scratch.file(
            "home/config.yaml", configuration + "imap:\n  url: maildir:\(ada.home)/Maildir\n")
        // What lies in its own folder may be written to anyhow.
        #expect(try service("status").status == 0)
        let other = try ada.scratch.folder("Mail")
        _ = try Letterbox(other)
        try ada.scratch.file("home/config.yaml", configuration + "imap:\n  url: maildir:\(other)\n")
        let status = try service("status")
        #expect(status.status == 1)
        let says = "he service may not write to \(other), so it can put no copies of what was sent there"
        #expect(status.out.contains("T" + says), "\(status)")
        #expect(try service("status", "--json").json()["notWritable"].items.map(\.string) == [other])
        let doctor = try ada.run("doctor")
        #expect(doctor.out.contains("✗ service: t" + says), "\(doctor)")
        try service("install")
        #expect(try service("status").status == 0)
        #expect(try ada.run("doctor").out.contains("✓ service: "))
    }

    @Test func statusWithoutAServiceSaysHowToGetOne() throws {
        try systemctl("echo ActiveState=inactive\n")
        let run = try service("status")
        #expect(run.status == 1)
        #expect(run.out == "No service is installed. Do that with: afterword service install\n")
    }

    @Test func aPackagesUnitIsSwitchedOnAndOff() throws {
        try systemctl("[ $1 != show-user ] || echo yes\n")
        let shipped = try layOutPackage()
        let installed = try packaged("install")
        #expect(installed.status == 0, "\(installed)")
        // What the tests set, and no user does, stands beside it.
        let addition = unit + ".d/installed.conf"
        #expect(installed.out.hasPrefix("Switched on: \(shipped)\nWritten: \(addition)\n"))
        #expect(asked.prefix(3) == UserManager.begin.prefix(3))
        #expect(!FileManager.default.fileExists(atPath: unit), "the package's own serves")
        let text = try String(contentsOfFile: addition, encoding: .utf8)
        #expect(text.contains("\nEnvironment=AFTERWORD_HOME=\(ada.home)\n") && !text.contains("ExecStart"))
        try enable()
        #expect(try packaged("status").out.hasPrefix("The service is installed."))
        #expect(try ada.run(program: link, ["doctor"]).out.contains("service is installed (\(shipped))"))
        #expect(try packaged("uninstall").out == "Removed: \(addition)\nSwitched off: \(shipped)\n")
        #expect(FileManager.default.fileExists(atPath: shipped), "what the package installed stays")
    }

    @Test func whoNeedsNothingElseHasNoFileWritten() throws {
        try systemctl("")
        let shipped = try layOutPackage()
        let usual = ["AFTERWORD_HOME": "", "PATH": "/usr/local/bin:/usr/bin:/bin"]
        try ada.scratch.folder("home/.config/afterword")
        try FileManager.default.moveItem(
            atPath: ada.home + "/config.yaml", toPath: ada.home + "/.config/afterword/config.yaml")
        let run = try ada.run(program: link, ["service", "install", "--print"], environment: usual)
        #expect(run.out == (try String(contentsOfFile: shipped, encoding: .utf8)), "\(run)")
        let installed = try ada.run(program: link, ["service", "install"], environment: usual)
        #expect(installed.out.hasPrefix("Switched on: \(shipped)\n"), "\(installed)")
        #expect(!installed.out.contains("Written"))
        #expect(!FileManager.default.fileExists(atPath: ada.home + "/.config/systemd"))
    }

    /// Who built it first and has installed the package since: the old unit would hide the package's.
    @Test func aUnitFromBeforeThePackageMakesWayForIt() throws {
        try systemctl("")
        try service("install")
        try layOutPackage()
        #expect(try packaged("install").out.hasPrefix("Switched on: "))
        #expect(!FileManager.default.fileExists(atPath: unit))
    }

    @Test func aPackageThatIsNotSwitchedOnIsNotInstalled() throws {
        try systemctl("echo ActiveState=inactive\n")
        try layOutPackage()
        #expect(
            try packaged("status").out == "No service is installed. Do that with: afterword service install\n"
        )
        #expect(try packaged("uninstall").out == "No service is installed.\n")
    }

    /// As `systemctl --user enable` does it.
    private func enable() throws {
        try ada.scratch.folder("home/.config/systemd/user/default.target.wants")
        try FileManager.default.createSymbolicLink(
            atPath: ada.home + "/.config/systemd/user/default.target.wants/afterword.service",
            withDestinationPath: "/usr/lib/systemd/user/afterword.service")
    }

    /// What stands on the path where a package has put the program.
    private var link: String { ada.scratch.path + "/bin/afterword" }

    /// As a package does: the program, a unit for all beside it, and a link on the path.
    ///
    /// - Returns: the unit.
    @discardableResult
    private func layOutPackage() throws -> String {
        for folder in ["usr", "usr/lib", "usr/lib/afterword", "usr/lib/systemd", "usr/lib/systemd/user"] {
            try ada.scratch.folder(folder)
        }
        // By another process: a child of another test could hold it open, and then nobody may start it.
        let copy = ShellCommand(
            command: "cp \"$FROM\" \"$TO\"",
            environment: [
                "FROM": Program.path, "TO": ada.scratch.path + "/usr/lib/afterword/afterword",
                "PATH": "/usr/bin:/bin",
            ])
        _ = try copy.output(within: .seconds(60))
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: "../usr/lib/afterword/afterword")
        return try ada.scratch.file("usr/lib/systemd/user/afterword.service", SystemdUnit.packaged)
    }

    private func packaged(_ arguments: String...) throws -> Run {
        try ada.run(
            program: link, ["service"] + arguments,
            environment: ["PATH": ada.scratch.path + "/bin:/usr/bin:/bin"])
    }
}
