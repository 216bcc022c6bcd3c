import FaultySMTP
import Fixtures
import Foundation
import Synchronization

/// One run of the program that is killed at a moment, with everything that it started, if it lives that long.
struct KilledRun {
    /// When the end comes.
    enum Moment: Sendable {
        /// So many microseconds after the start.
        case after(Int)
        /// So many microseconds behind the `count`-th time that the server comes to a step.
        case at(Step, isAnswered: Bool, count: Int, microseconds: Int)
        /// By itself.
        case never
    }

    /// What it printed, on either output.
    let output: String
    /// Nil where it was killed.
    let status: Int32?
    /// It said nothing for too long, and was killed for that.
    let hung: Bool

    /// - Parameter limit: how many milliseconds it may say nothing and not end.
    init(
        _ ada: Applicant, _ arguments: [String], clock: String, server: FaultyServer, moment: Moment,
        limit: Int32 = 60_000
    ) throws {
        var ends: [Int32] = [-1, -1]
        // Not a pipe, which another test's program could inherit before it is close-on-exec.
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, type, 0, &ends) == 0 else {
            throw ChildProcess.SpawnFailed(what: "socketpair")
        }
        defer { close(ends[0]) }
        let victim = Victim()
        Self.arm(server, moment, victim)
        defer { server.watch(nil) }
        let leader: pid_t
        do {
            let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
            defer { for descriptor in [nothing, ends[1]] { close(descriptor) } }
            // In a session of its own, so that all of it can be killed at once.
            leader = try ChildProcess.spawn(
                Program.atClock(clock) + [Program.path] + arguments,
                environment: Program.environment(home: ada.home), descriptors: [nothing, ends[1], ends[1]],
                session: true)
        }
        victim.hasStarted(leader)
        if case .after(let microseconds) = moment {
            usleep(UInt32(microseconds))
            victim.kill()
        }
        (output, hung) = Self.everything(from: ends[0], limit: limit)
        if hung { victim.kill() }
        victim.isOver()
        let result = ChildProcess.status(of: leader)
        status = result == 128 + SIGKILL ? nil : result
        if status == nil { Self.cleanUp(behind: leader) }
    }

    private static func arm(_ server: FaultyServer, _ moment: Moment, _ victim: Victim) {
        guard case .at(let step, let isAnswered, let count, let microseconds) = moment else { return }
        let seen = Atomic(0)
        server.watch { here, answered in
            guard here == step, answered == isAnswered else { return }
            guard seen.add(1, ordering: .relaxed).newValue == count else { return }
            usleep(UInt32(microseconds))
            victim.kill()
        }
    }

    /// All that is printed until the last process has closed its end.
    private static func everything(from socket: Int32, limit: Int32) -> (String, hung: Bool) {
        var seen: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            var state = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
            guard poll(&state, 1, limit) == 1 else { return (String(decoding: seen, as: UTF8.self), true) }
            let count = read(socket, &buffer, buffer.count)
            guard count > 0 else { return (String(decoding: seen, as: UTF8.self), false) }
            seen += buffer.prefix(count)
        }
    }

    /// What the wrapper of the clock could not remove any more.
    private static func cleanUp(behind wrapper: pid_t) {
        for name in ["faketime_shm_", "sem.faketime_sem_"] { unlink("/dev/shm/\(name)\(wrapper)") }
    }
}
