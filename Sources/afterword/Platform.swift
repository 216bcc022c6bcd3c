import ArgumentParser
import CLinux
import Foundation
import Setup

/// Where time, randomness, the environment and the terminal enter; nothing else in the house reads them.
struct Platform: Sendable {
    let environment: [String: String]
    private let clock: @Sendable () -> Date

    /// Of a process that has a past and a future of its own.
    init(environment: [String: String], clock: @escaping @Sendable () -> Date) {
        self.environment = environment
        self.clock = clock
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

    var now: Date { clock() }

    /// Waits, with nothing else to do.
    func pause(until moment: Date) {
        Thread.sleep(forTimeInterval: max(0, moment.timeIntervalSince(now)))
    }

    /// The present, on the clocks that tell whether the machine slept or somebody set one of them.
    var moments: Moments {
        func seconds(_ clock: clockid_t) -> TimeInterval {
            var time = timespec()
            clock_gettime(clock, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        return Moments(wall: now, awake: seconds(CLOCK_MONOTONIC), sinceStart: seconds(CLOCK_BOOTTIME))
    }

    /// The file of this program, for others to start; nil where the system does not tell.
    var program: String? { Bundle.main.executablePath }

    var user: uid_t { geteuid() }

    /// 16 bytes that no other ledger has.
    func freshID() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// A number out of the range, for delays that are not to end at once everywhere.
    @Sendable func chance(in range: ClosedRange<Double>) -> Double { .random(in: range) }

    /// What the system calls this machine (machine-id(5): 32 hexadecimal digits); nil where it has no name yet.
    var machineID: String? {
        let found = try? BoundedFile(path: "/etc/machine-id", limit: 64)
        let text = String(decoding: found?.bytes ?? [], as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        return text.count == 32 && text.allSatisfy(\.isHexDigit) ? text : nil
    }

    /// When a file was born, as the file system has it, to the nanosecond; nil where that does not tell (statx(2)).
    @Sendable func birth(of path: String) -> String? {
        var nanoseconds = UInt32(0)
        let seconds = afterword_birth_time(path, &nanoseconds)
        return seconds < 0 ? nil : "\(seconds).\(nanoseconds)"
    }

    /// What Linux calls its own run since this machine was switched on (random(4)); nil elsewhere.
    var bootID: String? {
        let found = try? BoundedFile(path: "/proc/sys/kernel/random/boot_id", limit: 64)
        let text = String(decoding: found?.bytes ?? [], as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        return text.isEmpty ? nil : text
    }

    /// The folder of the user's account, where the environment does not name it.
    var accountFolder: String? {
        guard let account = getpwuid(geteuid()), let folder = account.pointee.pw_dir else { return nil }
        return String(cString: folder)
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
        write(Array(text.utf8), to: STDOUT_FILENO)
    }

    static func write(_ bytes: [UInt8]) {
        write(bytes, to: STDOUT_FILENO)
    }

    static func line(_ text: String = "") {
        write(text + "\n")
    }

    static func problem(_ text: String) {
        write(Array((text + "\n").utf8), to: STDERR_FILENO)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EPIPE {
                // The reader has seen enough, as `head` does.
                return
            } else if errno != EINTR {
                // A list that was cut off must not pass for a whole one.
                guard descriptor == STDOUT_FILENO else { return }
                problem("afterword: the output can't be written (\(String(cString: strerror(errno)))).")
                exit(Exit.cannotWrite.rawValue)
            }
        }
    }
}
