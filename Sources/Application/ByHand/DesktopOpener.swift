import Foundation
import Setup

/// Opens a link or a file with whatever program the user's desktop has for it, by `xdg-open` (xdg-utils).
package struct DesktopOpener {
    private let environment: [String: String]

    package init(environment: [String: String]) { self.environment = environment }

    package enum NotOpened: Error, Equatable, Sendable {
        /// There is no such command.
        case missing
        /// With its status: 1 to 3 before anything was tried, 4 the action failed (xdg-open(1)).
        case failed(status: Int32)

        /// Nothing was shown; else a program may have come up, and failed then.
        package var isCertain: Bool {
            switch self {
            case .missing, .failed(status: 1...3): true
            case .failed: false
            }
        }
    }

    /// As data it is never part of a command. Without a desktop some programs stay in the foreground: what has not failed
    /// within five seconds is open.
    private static let command = """
        command -v xdg-open >/dev/null || exit 127
        xdg-open "$AFTERWORD_OPENS" </dev/null >/dev/null 2>&1 &
        child=$!; tenths=0
        while [ $tenths -lt 50 ] && grep -qs '^State:[[:space:]]*[^Z[:space:]]' "/proc/$child/status"; do
            sleep 0.1; tenths=$((tenths + 1))
        done
        [ $tenths -lt 50 ] || exit 0
        wait $child
        """

    /// - Throws: `NotOpened`.
    package func open(_ target: String) throws(NotOpened) {
        let given = environment.merging(["AFTERWORD_OPENS": target]) { $1 }
        do throws(SecretProblem) {
            _ = try ShellCommand(command: Self.command, environment: given).output(within: .seconds(20))
        } catch {
            guard case .failed(let status) = error else { throw .failed(status: 4) }
            throw status == 127 ? .missing : .failed(status: status)
        }
    }
}
