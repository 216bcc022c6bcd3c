import Foundation
import Setup

/// Shows the user a line on the desktop, where there is one (`notify-send` and a session bus), and gives it to the
/// command that the configuration names.
package struct Notifier {
    private let environment: [String: String]
    /// Run by `/bin/sh -c`, with the line on its standard input; nil where none is configured.
    private let ownCommand: () -> String?

    /// How long the user's own command may take.
    private let patience: Duration

    package init(
        environment: [String: String], patience: Duration = .seconds(10),
        ownCommand: @escaping () -> String? = { nil }
    ) {
        (self.environment, self.patience, self.ownCommand) = (environment, patience, ownCommand)
    }

    /// What a program needs to find the desktop, and nothing more.
    private static let handedOn = [
        "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "DISPLAY", "WAYLAND_DISPLAY", "PATH", "HOME", "LANG",
    ]

    private static let command = """
        command -v notify-send >/dev/null || exit 0
        exec notify-send --app-name=Afterword --icon=mail-send -- "$TITLE" "$TEXT" 2>/dev/null
        """

    /// Waits 15 seconds at most. Nobody is harmed where it does not work: the log, `queue` and `advise` say the same.
    package func show(_ title: String, _ text: String) {
        showOnDesktop(title, text)
        guard let ownCommand = ownCommand() else { return }
        // One line, whatever is in it; as data it is never part of a command.
        let line = "\(title): \(text)".map { $0.isNewline ? " " : $0 }.prefix(1000)
        _ = try? ShellCommand(
            command: ownCommand, environment: environment, input: Array(String(line).utf8) + [0x0A]
        )
        .output(within: patience)
    }

    private func showOnDesktop(_ title: String, _ text: String) {
        guard SessionBus.isThere(in: environment) else { return }
        var given = environment.filter { Self.handedOn.contains($0.key) }
        given["TITLE"] = title
        given["TEXT"] = text
        _ = try? ShellCommand(command: Self.command, environment: given).output(within: .seconds(5))
    }
}
