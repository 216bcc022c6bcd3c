import Application
import CLinux
import Foundation
import Mail

/// Where time, randomness, the environment and the terminal enter; nothing else reads them.
extension Platform {
    /// Of a process that has a past and a future of its own.
    init(environment: [String: String], clock: @escaping @Sendable () -> Date) {
        self.init(
            environment: environment, clock: clock,
            random: {
                var generator = SystemRandomNumberGenerator()
                return generator.next()
            })
    }

    /// Of this program, whose process it changes for good: a test that made one would change the tests' own, and every
    /// process that they start.
    init() {
        self.init(environment: ProcessInfo.processInfo.environment, clock: { Date() })
        // What is made here is nobody else's business, the journal of the database included.
        umask(0o077)
        keepFreedMemory()
        keepMemoryPrivate()
    }

    /// No core dump: the password would be in it. Where the system forbids even this, a hard limit stands already.
    private func keepMemoryPrivate() {
        _ = afterword_keep_memory_private()
    }

    /// glibc gives memory back to the kernel after each message and asks for it again before the next, which costs
    /// more than the message does. 64 MB may stay.
    private func keepFreedMemory() {
        mallopt(M_TRIM_THRESHOLD, 64 << 20)
        mallopt(M_TOP_PAD, 1 << 20)
    }

    /// What is asked about a mail domain: the system's name servers, or the one that AFTERWORD_NAME_SERVER names
    /// (`127.0.0.1:5353`), so that a test asks nobody else.
    var domainRecords: DomainRecords {
        let parts = (environment["AFTERWORD_NAME_SERVER"] ?? "").split(separator: ":")
        guard parts.count == 2, let port = Int(parts[1]) else { return DomainRecords() }
        return DomainRecords(server: (String(parts[0]), port))
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
