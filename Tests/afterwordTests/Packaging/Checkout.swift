import Foundation
import Setup
import TestFiles
import Testing

/// The scripts of this checkout, run as a shell runs them.
struct Checkout {
    let scratch: Scratch

    init() throws {
        scratch = try Scratch()
    }

    /// What a command said on both channels, and how it ended.
    struct Said {
        let text: String
        let status: Int

        var lines: [String] { text.split(separator: "\n").map(String.init) }
    }

    /// - Parameter environment: besides a plain PATH, a home of its own, and `program`: where the program under test lies.
    func sh(_ command: String, _ environment: [String: String] = [:]) throws -> Said {
        let script = try scratch.file("command.sh", command)
        let out = scratch.path + "/said"
        let all = [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": scratch.path, "LC_ALL": "C.UTF-8",
            "TMPDIR": scratch.path,
            "program": Program.path, "scratch": scratch.path, "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org", "GIT_COMMITTER_NAME": "Ada",
            "GIT_COMMITTER_EMAIL": "ada@example.org",
        ].merging(environment) { $1 }
        let shell = ShellCommand(
            command: "bash '\(script)' >'\(out)' 2>&1; echo $?", environment: all)
        let status = String(decoding: try shell.output(within: .seconds(60)), as: UTF8.self)
        return Said(
            text: try String(contentsOfFile: out, encoding: .utf8),
            status: try #require(Int(status.trimmingCharacters(in: .whitespacesAndNewlines))))
    }
}
