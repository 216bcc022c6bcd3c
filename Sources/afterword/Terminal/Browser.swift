import Foundation
import Setup

/// The user's own browser, by the desktop's `xdg-open`.
struct Browser {
    private let environment: [String: String]

    init(environment: [String: String]) { self.environment = environment }

    /// In the background: some ways to open a file end with the browser alone. What they complain of is not for the user.
    private static let command = "command -v xdg-open >/dev/null && { xdg-open \"$FILE\" >/dev/null 2>&1 & }"

    /// Shows a file; false where there is no desktop to show it on.
    func open(_ file: String) -> Bool {
        guard ["DISPLAY", "WAYLAND_DISPLAY"].contains(where: { environment[$0]?.isEmpty == false }) else {
            return false
        }
        let given = environment.merging(["FILE": file]) { $1 }
        return (try? ShellCommand(command: Self.command, environment: given).output(within: .seconds(5)))
            != nil
    }
}
