import ArgumentParser
import Foundation

/// Where time, randomness, the environment and the terminal enter; nothing else in the house reads them.
struct Edge: Sendable {
    let environment: [String: String]

    init() {
        environment = ProcessInfo.processInfo.environment
        // What is made here is nobody else's business, the journal of the database included.
        umask(0o077)
    }

    var now: Date { Date() }

    var user: uid_t { geteuid() }

    /// 16 bytes that no other ledger has.
    func freshID() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// The zone of this machine, offered by `init`.
    var machineZone: TimeZone { TimeZone.current }

    var isTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

    /// Colour only on a terminal, and never with NO_COLOR (no-color.org).
    var hasColour: Bool {
        isatty(STDOUT_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }

    /// One line that the user types; nil at the end of input.
    func answer(to question: String) -> String? {
        Output.write(question)
        return readLine()
    }
}

/// Results go to standard output, problems to standard error.
enum Output {
    static func write(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }

    static func write(_ bytes: [UInt8]) {
        FileHandle.standardOutput.write(Data(bytes))
    }

    static func line(_ text: String = "") {
        write(text + "\n")
    }

    static func problem(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }
}
