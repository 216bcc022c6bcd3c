import Application

/// What `afterword service` says.
package enum ServiceText {
    package static let started: Sentence =
        "It is running, and will start whenever you log in. See: \(.showService)"
    package static let lingerHint: Sentence =
        "It ends when you log out. To have it deliver then too, and after a restart before you log in: \(.letServiceLinger)"
    package static let byHand: Sentence =
        "It could not be started from here. In your own session, do:\(.beginService)"
    package static let absent = "No service is installed."
    package static let stillRunning: Sentence =
        "systemd could not be reached from here. If it still runs, stop it: \(.stopService)"

    package static func written(_ path: String) -> String { "Written: \(Wording.shown(path))" }
    package static func removed(_ path: String) -> String { "Removed: \(Wording.shown(path))" }
    package static func fromPackage(_ path: String) -> String { "Switched on: \(Wording.shown(path))" }
    package static func switchedOff(_ path: String) -> String { "Switched off: \(Wording.shown(path))" }

    /// How it stands, a sentence each.
    package static func status(
        _ standing: UserService.Standing, _ report: UserManager.Report?, _ closed: [String], _ lines: [String]
    ) -> [Sentence] {
        let file: Sentence =
            switch standing {
            case .absent: "\(absent) Do that with: \(.installService)"
            case .own, .packaged: "The service is installed."
            case .foreign: "There is a unit \(SystemdUnit.name), but '\(.installService)' did not write it."
            }
        guard standing != .absent else { return [file] }
        let closed: [Sentence] =
            closed.isEmpty ? [] : [ServiceMayNotWrite(folders: closed).sentence.capitalised]
        guard let report else {
            return [file] + closed + ["systemd's user manager can't be reached from here."]
        }
        let log: [Sentence] =
            lines.isEmpty ? [] : ["Its last lines:"] + lines.map { "  \(Wording.shown($0))" }
        return [file] + closed + [enabled(report.enabled), active(report.active)] + log
    }

    private static func enabled(_ state: String) -> Sentence {
        state == "enabled"
            ? "It starts whenever you log in."
            : "It does not start when you log in; switch it on: \(.enableService)"
    }

    private static func active(_ state: String) -> Sentence {
        switch state {
        case "active": "It is running."
        case "activating": "It ended and will be started again shortly; the log says why it ended."
        case "failed":
            "It has failed. Put right what the log says, then: \(.restartService)"
        default: "It is not running. Start it: \(.startService)"
        }
    }
}

extension ServiceMayNotWrite: Worded {
    package var sentence: Sentence {
        "the service may not write to \(Wording.list(folders.map { Wording.shown($0) })), so it can put no copies of "
            + "what was sent there; have it written again: \(.installService)"
    }
}

extension UnknownProgram: Worded {
    package var sentence: Sentence {
        "the system does not say where this program lies, so no service can name it."
    }
}

extension UnitFile.Foreign: Worded {
    package var sentence: Sentence {
        "\(Wording.shown(path)) was not written by afterword, so it is left as it is; move it away first."
    }
}

extension UnitFile.NotWritten: Worded {
    package var sentence: Sentence {
        "\(Wording.shown(path)) can't be changed (\(Wording.shown(detail, limit: 200)))."
    }
}

extension RunSite.NotWritable: Worded {
    package var sentence: Sentence {
        "\(Wording.quoted(text)) holds a character that can't stand in a service file; choose another folder, or another "
            + "value of the variable."
    }
}
