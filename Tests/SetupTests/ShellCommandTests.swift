import Foundation
import TestFiles
import Testing

@testable import Setup

@Suite struct ShellCommandTests {
    private static func read(
        _ command: String, environment: [String: String] = ["PATH": "/usr/bin:/bin"],
        limit: Duration = .seconds(20)
    ) throws(SecretProblem) -> String {
        try SecretSource.command(command).read(environment: environment, user: geteuid(), limit: limit).text
    }

    @Test(arguments: [
        ("echo hunter2", "hunter2"), ("printf hunter2", "hunter2"), ("printf 'hunter2\\r\\n'", "hunter2"),
        ("printf 'hunter2\\nuser: ada\\n'", "hunter2"), ("echo ' a b '", " a b "),
        ("echo 'pä$s\"w'", "pä$s\"w"),
        ("echo a | tr a b", "b"), ("printf %s \"$(echo nested)\"", "nested"), ("cat /dev/null; echo x", "x"),
        ("cat; echo empty-input", "empty-input"),
    ])
    func firstLineIsTheSecret(command: String, secret: String) throws {
        #expect(try Self.read(command) == secret)
    }

    @Test(
        arguments: [
            ("true", .empty), ("echo", .empty), ("printf '\\nhunter2\\n'", .empty),
            ("printf 'a\\000b'", .notText),
            ("printf '\\377'", .notText), ("printf 'a\\tb'", .notText), ("printf 'a\\033b'", .notText),
            ("echo hunter2; exit 3", .failed(status: 3)),
            ("no-such-command-at-all 2>/dev/null", .failed(status: 127)),
            ("false", .failed(status: 1)), ("echo hunter2; kill -9 $$", .killed(signal: 9)),
            ("head -c 70000 /dev/zero", .tooMuch(limit: 65_536)),
        ] as [(String, SecretProblem)])
    func badCommandIsAProblem(command: String, problem: SecretProblem) {
        #expect(throws: problem) { try Self.read(command) }
    }

    @Test func endlessOutputIsCutOff() {
        #expect(throws: SecretProblem.tooMuch(limit: 65_536)) { try Self.read("exec cat /dev/zero") }
    }

    @Test(arguments: [
        "sleep 600", "echo hunter2; sleep 600", "trap '' TERM INT HUP; sleep 600; sleep 600",
        "exec sleep 600",
    ])
    func hangingCommandIsEnded(command: String) throws {
        let start = ContinuousClock.now
        #expect(throws: SecretProblem.tooSlow(limit: .milliseconds(300))) {
            try Self.read(command, limit: .milliseconds(300))
        }
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    /// The child holds a pipe open: its end is the end of the child.
    @Test func hangingCommandIsEndedWithItsChildren() throws {
        let scratch = try Scratch()
        let pipe = scratch.path + "/pipe"
        #expect(mkfifo(pipe, 0o600) == 0)
        let descriptor = open(pipe, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        defer { close(descriptor) }
        #expect(throws: SecretProblem.tooSlow(limit: .seconds(1))) {
            try Self.read("sleep 600 > '\(pipe)' & wait", limit: .seconds(1))
        }
        var waited = pollfd(fd: descriptor, events: 0, revents: 0)
        #expect(poll(&waited, 1, 10_000) == 1)
        #expect(waited.revents & Int16(POLLHUP) != 0)
    }

    @Test func childThatKeepsThePipeOpenIsNotWaitedFor() throws {
        let start = ContinuousClock.now
        let child = try #require(pid_t(Self.read("sleep 30 2>/dev/null & echo $!")))
        #expect(ContinuousClock.now - start < .seconds(15))
        #expect(kill(child, SIGKILL) == 0)
    }

    @Test func commandGetsTheEnvironmentGivenAndNoOther() throws {
        #expect(try Self.read("printf %s \"$GREETING\"", environment: ["GREETING": "good day"]) == "good day")
        #expect(throws: SecretProblem.empty) { try Self.read("printf %s \"$HOME\"", environment: [:]) }
    }

    @Test func secretNeverPrintsItself() throws {
        let secret = try SecretSource.command("echo hunter2").read(environment: [:], user: geteuid())
        var dumped = ""
        dump(secret, to: &dumped)
        for text in ["\(secret)", String(reflecting: secret), dumped, "\([secret])"] {
            #expect(!text.contains("hunter2"))
        }
    }
}
