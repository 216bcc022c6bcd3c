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
        var (screen, keyboard): (Int32, Int32) = (-1, -1)
        guard openpty(&screen, &keyboard, nil, nil, nil) == 0 else {
            throw ChildProcess.SpawnFailed(what: "openpty")
        }
        defer { close(screen) }
        for end in [screen, keyboard] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let all = Program.environment(home: home).merging(environment) { $1 }
        let child = try ChildProcess.spawn(
            Program.command(arguments, clock: clock), environment: all,
            descriptors: [keyboard, keyboard, keyboard], session: true)
        close(keyboard)
        var seen: [UInt8] = []
        var (rest, shown) = (steps[...], 0)
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(screen, &buffer, buffer.count)
            if count <= 0, errno != EINTR || count == 0 { break }
            seen += buffer.prefix(max(0, count))
            while let step = rest.first {
                let text = String(decoding: seen[shown...], as: UTF8.self)
                guard let range = text.range(of: step.await) else { break }
                shown += text[..<range.upperBound].utf8.count
                rest = rest.dropFirst()
                _ = Array(step.type.utf8).withUnsafeBytes { write(screen, $0.baseAddress, $0.count) }
            }
        }
        let out = String(decoding: seen, as: UTF8.self).replacing("\r\n", with: "\n")
        return Run(out: out, err: "", status: ChildProcess.status(of: child))
    }
}
