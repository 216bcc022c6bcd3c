import Fixtures
import Foundation

extension Applicant {
    /// Runs the program under another one that ends as it does, such as `prlimit` or `unshare`.
    func run(_ arguments: [String], under wrapper: [String]) throws -> Run {
        let name = UUID().uuidString
        let (out, err) = try (scratch.file("\(name).out", ""), scratch.file("\(name).err", ""))
        let files = [open("/dev/null", O_RDONLY), open(out, O_WRONLY), open(err, O_WRONLY)]
        defer { files.forEach { close($0) } }
        let child = try ChildProcess.spawn(
            wrapper + Program.command(arguments, clock: clock), environment: Program.environment(home: home),
            descriptors: files)
        let status = ChildProcess.status(of: child)
        return Run(
            out: try String(contentsOfFile: out, encoding: .utf8),
            err: try String(contentsOfFile: err, encoding: .utf8), status: status)
    }

    /// A wrapper that changes what is mounted, for the program alone. Only root may.
    static func mounting(_ script: String, _ arguments: String...) -> [String] {
        [
            "/usr/bin/unshare", "--mount", "/bin/sh", "-ec",
            script + "\nshift \(arguments.count)\nexec \"$@\"", "sh",
        ]
            + arguments
    }

    /// Root in a container may lack the right to mount.
    static let mayMount: Bool = {
        guard
            let child = try? ChildProcess.spawn(
                ["/usr/bin/unshare", "--mount", "/bin/mount", "-t", "tmpfs", "none", "/mnt"],
                environment: [:],
                descriptors: [])
        else { return false }
        return ChildProcess.status(of: child) == 0
    }()

    /// Puts another file in the place of the database, and answers what was there.
    @discardableResult
    func put(_ bytes: Data) throws -> Data {
        let before = ledger
        try bytes.write(to: URL(filePath: database))
        guard chmod(database, 0o600) == 0 else { throw ChildProcess.SpawnFailed(what: "chmod") }
        return before
    }
}
