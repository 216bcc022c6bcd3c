import Fixtures
import Foundation

extension Applicant {
    /// Runs the program at a terminal, with everything typed that a person would; answers all that stood on it.
    ///
    /// - Parameter typed: lines; `\u{4}` at the beginning of a line is the end of input.
    func runAtTerminal(
        _ arguments: [String], typed: String = "", environment: [String: String] = [:]
    ) throws -> Run {
        let terminal = try PseudoTerminal(
            Program.command(arguments, clock: clock),
            environment: Program.environment(home: home).merging(environment) { $1 })
        defer { close(terminal.screen) }
        terminal.type(typed)
        let seen = Self.everything(from: terminal.screen)
        return Run(
            out: seen.replacing("\r\n", with: "\n"), err: "", status: ChildProcess.status(of: terminal.child))
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
