import Fixtures
import Foundation

extension Applicant {
    /// Runs the program at a terminal and types each line once the text before it stands on the screen, as a person would:
    /// what is typed beforehand is shown by the terminal, whatever the program hides.
    ///
    /// - Parameter steps: what to wait for, and what to type then, line end included.
    func runAtTerminal(
        _ arguments: [String], steps: [(await: String, type: String)], environment: [String: String] = [:]
    ) throws -> Run {
        let terminal = try PseudoTerminal(
            Program.command(arguments, clock: clock),
            environment: Program.environment(home: home).merging(environment) { $1 })
        defer { close(terminal.screen) }
        var seen: [UInt8] = []
        var (rest, shown) = (steps[...], 0)
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(terminal.screen, &buffer, buffer.count)
            if count <= 0, errno != EINTR || count == 0 { break }
            seen += buffer.prefix(max(0, count))
            while let step = rest.first {
                let text = String(decoding: seen[shown...], as: UTF8.self)
                guard let range = text.range(of: step.await) else { break }
                shown += text[..<range.upperBound].utf8.count
                rest = rest.dropFirst()
                terminal.type(step.type)
            }
        }
        let out = String(decoding: seen, as: UTF8.self).replacing("\r\n", with: "\n")
        return Run(out: out, err: "", status: ChildProcess.status(of: terminal.child))
    }
}
