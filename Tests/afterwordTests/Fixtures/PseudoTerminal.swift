import Fixtures
import Foundation

/// A terminal that a program is started at, which nobody looks at but the test.
struct PseudoTerminal {
    /// What the program shows comes out here, and what is written here was typed.
    let screen: Int32
    let child: pid_t

    /// - Parameter size: of its window; zeros where the terminal says nothing of it.
    init(_ command: [String], environment: [String: String], size: winsize = winsize()) throws {
        var (screen, keyboard): (Int32, Int32) = (-1, -1)
        var window = size
        guard openpty(&screen, &keyboard, nil, nil, &window) == 0 else {
            throw ChildProcess.SpawnFailed(what: "openpty")
        }
        // Other programs that a test starts meanwhile must not keep the terminal open.
        for end in [screen, keyboard] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        self.screen = screen
        defer { close(keyboard) }
        child = try ChildProcess.spawn(
            command, environment: environment, descriptors: [keyboard, keyboard, keyboard], session: true)
    }

    func type(_ keys: String) {
        _ = Array(keys.utf8).withUnsafeBytes { write(screen, $0.baseAddress, $0.count) }
    }
}
