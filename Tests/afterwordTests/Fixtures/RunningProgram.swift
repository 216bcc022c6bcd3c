import Fixtures
import Foundation
import Testing

/// The program at work, in a process of its own, while a test does something else. It ends with the test.
final class RunningProgram {
    private let process: pid_t
    private let log: Int32
    private var ended: Int32?
    /// Everything that it has said.
    private(set) var said = ""

    /// The longest that anything may take.
    static let patience = 30

    /// - Parameter arguments: of a command that stays.
    init(_ ada: Applicant, _ arguments: [String] = ["run"], environment: [String: String] = [:]) throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw ChildProcess.SpawnFailed(what: "pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
        defer {
            close(ends[1])
            close(nothing)
        }
        log = ends[0]
        // Signals pass through to the program, and so does its exit code; no test leaves it behind for long.
        let command = ["/usr/bin/timeout", "--foreground", "-k", "5", "60", Program.path] + arguments
        process = try ChildProcess.spawn(
            command, environment: Program.environment(home: ada.home).merging(environment) { $1 },
            descriptors: [nothing, ends[1], ends[1]])
    }

    deinit {
        if ended == nil {
            kill(process, SIGTERM)
            _ = ChildProcess.status(of: process)
        }
        close(log)
    }

    /// Waits until it has said something, what it said before included.
    func waitUntil(says words: String, _ location: SourceLocation = #_sourceLocation) throws {
        while !said.contains(words) {
            var waited = pollfd(fd: log, events: Int16(POLLIN), revents: 0)
            let count = poll(&waited, 1, Int32(Self.patience * 1000))
            try #require(count > 0, "it never said “\(words)”: \(said)", sourceLocation: location)
            var buffer = [UInt8](repeating: 0, count: 4096)
            let length = read(log, &buffer, buffer.count)
            try #require(length > 0, "it ended before “\(words)”: \(said)", sourceLocation: location)
            said += String(decoding: buffer[..<length], as: UTF8.self)
        }
    }

    /// The process of the program itself, the one child of the command that bounds its time.
    func itself() throws -> pid_t {
        let children = try String(
            contentsOfFile: "/proc/\(process)/task/\(process)/children", encoding: .utf8)
        return try #require(children.split(separator: " ").first.flatMap { pid_t($0) })
    }

    func signal(_ number: Int32) {
        kill(process, number)
    }

    /// Waits for its end, and answers how it ended.
    func status() -> Int32 {
        if let ended { return ended }
        let status = ChildProcess.status(of: process)
        ended = status
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let length = read(log, &buffer, buffer.count), length > 0 {
            said += String(decoding: buffer[..<length], as: UTF8.self)
        }
        return status
    }
}
