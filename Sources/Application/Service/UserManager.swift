import Foundation
import Setup

/// systemd's manager of the user's own services, by its command `systemctl --user`.
package struct UserManager {
    private let environment: [String: String]

    /// - Parameter environment: of the session.
    package init(environment: [String: String]) { self.environment = environment }

    /// What it knows of a unit.
    package struct Report: Equatable {
        /// As `systemctl is-enabled` says it; empty where the unit is not known.
        package let enabled: String
        /// As `systemctl is-active` says it.
        package let active: String
    }

    /// The commands that take a unit up, as a user would type them.
    package static let begin = [
        "systemctl --user daemon-reload", "systemctl --user enable \(SystemdUnit.name)",
        "systemctl --user restart \(SystemdUnit.name)",
    ]
    /// The commands that end a unit, before its file goes.
    package static let end = ["systemctl --user disable --now \(SystemdUnit.name)"]
    /// The command that makes it run without a session, and after a restart of the machine before one.
    package static let linger = "loginctl enable-linger"

    /// Runs commands as long as each goes well; answers whether all did. What they complain of they say themselves, but for
    /// the first, which fails where there is no manager to talk to: whoever asked says that in words of their own.
    package func run(_ commands: [String]) -> Bool {
        guard let first = commands.first else { return true }
        return output(([first + " 2>/dev/null"] + commands.dropFirst()).joined(separator: " && ")) != nil
    }

    /// Nil where there is no manager to ask.
    package func report() -> Report? {
        let answer = output(
            "systemctl --user show \(SystemdUnit.name) --property=UnitFileState,ActiveState 2>/dev/null")
        guard let answer else { return nil }
        var values: [Substring: Substring] = [:]
        for line in answer.split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { values[parts[0]] = parts[1] }
        }
        guard let active = values["ActiveState"] else { return nil }
        return Report(enabled: String(values["UnitFileState"] ?? ""), active: String(active))
    }

    /// The last lines of its log, oldest first; none where there is no journal.
    package func lastLines(_ count: Int) -> [String] {
        let command =
            "journalctl --user --unit=\(SystemdUnit.name) --lines=\(count) --output=cat --no-pager --quiet"
        return (output(command + " 2>/dev/null") ?? "").split(separator: "\n").map(String.init)
    }

    /// Whether the user's services go on without a session; nil where nobody knows.
    package func lingers() -> Bool? {
        switch output("loginctl show-user \"$(id -un)\" --property=Linger --value 2>/dev/null") {
        case "yes\n": true
        case "no\n": false
        default: nil
        }
    }

    private func output(_ command: String) -> String? {
        let bytes = try? ShellCommand(command: command, environment: environment).output(
            within: .seconds(60))
        return bytes.map { String(decoding: $0, as: UTF8.self) }
    }
}
