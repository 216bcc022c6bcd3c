import Fixtures
import Foundation

extension Applicant {
    /// Runs the program at a terminal, with everything typed that a person would; answers all that stood on it.
    ///
    /// - Parameter typed: lines; `\u{4}` at the beginning of a line is the end of input.
    func runAtTerminal(
        _ arguments: [String], typed: String = "", environment: [String: String] = [:]
    ) throws -> Run {
        var (screen, keyboard): (Int32, Int32) = (-1, -1)
        guard openpty(&screen, &keyboard, nil, nil, nil) == 0 else {
            throw ChildProcess.SpawnFailed(what: "openpty")
        }
        defer { close(screen) }
        // Other programs that a test starts meanwhile must not keep the terminal open.
        for end in [screen, keyboard] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let all = Program.environment(home: home).merging(environment) { $1 }
        let child = try ChildProcess.spawn(
            Program.command(arguments, clock: clock), environment: all,
            descriptors: [keyboard, keyboard, keyboard], session: true)
        close(keyboard)
        _ = Array(typed.utf8).withUnsafeBytes { write(screen, $0.baseAddress, $0.count) }
        let seen = Self.everything(from: screen)
        return Run(out: seen.replacing("\r\n", with: "\n"), err: "", status: ChildProcess.status(of: child))
    }

    /// What stands on a terminal until the last program has left it, which reads as EIO.
    private static func everything(from screen: Int32) -> String {
        var seen: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(screen, &buffer, buffer.count)
            if count > 0 { seen += buffer.prefix(count) } else if count == 0 || errno != EINTR { break }
        }
        return String(decoding: seen, as: UTF8.self)
    }
}
