import ArgumentParser
import FaultySMTP
import Foundation

/// The server of the tests as a program: prints its port and serves until it is ended.
@main
struct FaultySMTPCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "faulty-smtp",
        abstract: "An SMTP server on 127.0.0.1, without TLS, that fails as it is told.",
        discussion: "The first line of output is its port. It serves until it is ended.")

    @Option(help: "How many transactions of a hundred fail, each in one way of the outcome table.")
    var percent = 0

    @Option(help: "The same faults for the same seed and the same order of transactions.")
    var seed: UInt64 = 1

    @Option(help: "Milliseconds before every reply.")
    var delay = 0

    @Option(help: "A file that gets a line for each message kept: recipient, tab, Message-ID.")
    var kept: String?

    @Flag(help: "Offer AUTH PLAIN, and take whatever is said.")
    var login = false

    func validate() throws {
        guard (0...100).contains(percent), (0...60_000).contains(delay) else {
            throw ValidationError("--percent is 0 to 100, --delay 0 to 60000.")
        }
    }

    func run() throws {
        signal(SIGPIPE, SIG_IGN)
        let server = try FaultyServer(
            FaultChooser(percent: percent, seed: seed),
            FaultyServer.Manners(offersLogin: login, delay: delay, keptFile: kept))
        // Not `print`, which would keep it back where the output is a pipe.
        FileHandle.standardOutput.write(Data("\(server.port)\n".utf8))
        withExtendedLifetime(server) {
            while true { pause() }
        }
    }
}
