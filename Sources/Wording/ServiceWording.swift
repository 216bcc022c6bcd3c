import Application

/// What `afterword service` says.
package enum ServiceText {
    package static let started =
        "It is at work now, and begins with your session from now on. See: afterword service status"
    package static let lingerHint =
        "It ends when you log out. To have it deliver then too, and after a restart before you log in: \(UserManager.linger)"
    package static let byHand =
        "It could not be started from here. In your own session, do:\n"
        + UserManager.begin.map { "  " + $0 }.joined(separator: "\n")
    package static let absent = "No service is installed."
    package static let stillRunning =
        "systemd could not be told from here. If it still runs, stop it: systemctl --user stop \(SystemdUnit.name)"

    package static func written(_ path: String) -> String { "Written: \(Wording.shown(path))" }
    package static func removed(_ path: String) -> String { "Removed: \(Wording.shown(path))" }
    package static func fromPackage(_ path: String) -> String { "Switched on: \(Wording.shown(path))" }
    package static func switchedOff(_ path: String) -> String { "Switched off: \(Wording.shown(path))" }

    /// How it stands, a sentence each.
    package static func status(
        _ standing: UserService.Standing, _ report: UserManager.Report?, _ closed: [String], _ lines: [String]
    ) -> [String] {
        let file =
            switch standing {
            case .absent: absent + " Do that with: afterword service install"
            case .own, .packaged: "The service is installed."
            case .foreign: "There is a unit \(SystemdUnit.name), but not one of 'afterword service install'."
            }
        guard standing != .absent else { return [file] }
        let closed =
            closed.isEmpty ? [] : [Wording.capitalised(MayNotWrite(folders: closed).sentence)]
        guard let report else {
            return [file] + closed + ["systemd's user manager can't be asked from here."]
        }
        let log = lines.isEmpty ? [] : ["Its last lines:"] + lines.map { "  " + Wording.shown($0) }
        return [file] + closed + [enabled(report.enabled), active(report.active)] + log
    }

    private static func enabled(_ state: String) -> String {
        state == "enabled"
            ? "It begins with your session."
            : "It does not begin with your session; switch it on: systemctl --user enable \(SystemdUnit.name)"
    }

    private static func active(_ state: String) -> String {
        switch state {
        case "active": "It is at work."
        case "activating": "It ended and will be started again shortly; the log says why it ended."
        case "failed":
            "It has failed. Mend what the log says, then: systemctl --user restart \(SystemdUnit.name)"
        default: "It is not at work. Start it: systemctl --user start \(SystemdUnit.name)"
        }
    }

    /// The mailbox was configured, or moved, after the service was installed.
    package struct MayNotWrite: Worded {
        package let folders: [String]

        package init(folders: [String]) {
            self.folders = folders
        }

        package var sentence: String {
            "the service may not write to \(Wording.list(folders.map { Wording.shown($0) })), so it can put no copies of "
                + "what was sent there; have it written anew: afterword service install"
        }
    }

    /// The system does not say where this program lies.
    package struct NoProgram: Worded {
        package init() {}

        package var sentence: String {
            "the system does not say where this program lies, so no service can name it."
        }
    }
}

extension UnitFile.Foreign: Worded {
    package var sentence: String {
        "\(Wording.shown(path)) was not written by afterword, so it is left as it is; move it away first."
    }
}

extension UnitFile.NotWritten: Worded {
    package var sentence: String {
        "\(Wording.shown(path)) can't be changed (\(Wording.shown(detail, limit: 200)))."
    }
}

extension RunSite.NotWritable: Worded {
    package var sentence: String {
        "\(Wording.quoted(text)) holds a character that can't stand in a service file; choose another folder, or another "
            + "value of the variable."
    }
}
