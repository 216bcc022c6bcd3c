import Foundation

/// Runs a `password_command` and collects what it prints.
///
/// Limits: it runs in a process group of its own, so that it can be ended with all its children; a command that
/// asks at the terminal is therefore stopped by the terminal, and ends at the time limit. Commands that ask
/// in a window, and agents that remember, work.
package struct ShellCommand {
    let command: String
    let environment: [String: String]
    /// Standard input: less than a pipe holds (64 KB, pipe(7)), so that nobody waits for the command to read it.
    let input: [UInt8]

    /// - Parameter input: at most 64 KB.
    package init(command: String, environment: [String: String], input: [UInt8] = []) {
        self.command = command
        self.environment = environment
        self.input = input
    }

    /// Standard output, whole. Standard error goes to the terminal.
    package func output(within limit: Duration) throws(SecretProblem) -> [UInt8] {
        let deadline = ContinuousClock.now + limit
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .notStarted(errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let started: pid_t
        do throws(SecretProblem) {
            defer { close(ends[1]) }
            started = try start(output: ends[1])
        } catch {
            close(ends[0])
            throw error
        }
        var running = RunningCommand(group: started, output: ends[0])
        let bytes = try running.collect(until: deadline, limit: limit)
        try running.check()
        return bytes
    }

    private func start(output: CInt) throws(SecretProblem) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        let given = try inputEnd()
        defer { if given >= 0 { close(given) } }
        if given >= 0 {
            posix_spawn_file_actions_adddup2(&actions, given, 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        Self.setUp(&attributes)
        var process: pid_t = 0
        let code = ["/bin/sh", "-c", command].withCStrings { arguments in
            environment.map { "\($0)=\($1)" }.withCStrings { variables in
                posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, variables)
            }
        }
        guard code == 0 else { throw .notStarted(code) }
        return process
    }

    /// The reading end of a pipe that holds all of the input, and nothing after it; -1 where there is none.
    private func inputEnd() throws(SecretProblem) -> CInt {
        guard !input.isEmpty else { return -1 }
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .notStarted(errno) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        _ = write(ends[1], input, input.count)
        close(ends[1])
        return ends[0]
    }

    /// A group of its own, and signals as a fresh program expects them, whatever this one ignores or blocks.
    private static func setUp(_ attributes: inout posix_spawnattr_t) {
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        posix_spawnattr_setflags(&attributes, Int16(flags))
    }
}

/// A started command: its process group, and the reading end of its output. Whatever happens, the group is
/// ended and its leader reaped when this goes.
private struct RunningCommand: ~Copyable {
    let group: pid_t
    let output: CInt
    private var status: CInt?

    init(group: pid_t, output: CInt) {
        self.group = group
        self.output = output
        let flags = fcntl(output, F_GETFL)
        _ = fcntl(output, F_SETFL, flags | O_NONBLOCK)
    }

    deinit {
        if status == nil {
            kill(-group, SIGKILL)
            var ignored: CInt = 0
            while waitpid(group, &ignored, 0) < 0, errno == EINTR {}
        }
        close(output)
    }

    /// Reads until the command has ended. A child that it leaves behind may keep the pipe open: what counts is
    /// what was printed by then.
    mutating func collect(until deadline: ContinuousClock.Instant, limit: Duration) throws(SecretProblem)
        -> [UInt8]
    {
        var bytes: [UInt8] = []
        while true {
            let hasEnded = reap()
            let isOpen = drain(into: &bytes)
            guard bytes.count <= SecretSource.sizeLimit else { throw .tooMuch(limit: SecretSource.sizeLimit) }
            if hasEnded { return bytes }
            guard ContinuousClock.now < deadline else { throw .tooSlow(limit: limit) }
            var waited = pollfd(fd: isOpen ? output : -1, events: Int16(POLLIN), revents: 0)
            // What has closed its output is about to end.
            poll(&waited, 1, isOpen ? 10 : 1)
        }
    }

    /// The command must have ended by itself, and well.
    borrowing func check() throws(SecretProblem) {
        let status = status ?? 0
        let signal = status & 0x7F
        guard signal == 0 else { throw .killed(signal: signal) }
        let code = (status >> 8) & 0xFF
        guard code == 0 else { throw .failed(status: code) }
    }

    private mutating func reap() -> Bool {
        var result: CInt = 0
        guard status == nil, waitpid(group, &result, WNOHANG) == group else { return status != nil }
        status = result
        return true
    }

    /// Takes what is there; false at the end of the output.
    private borrowing func drain(into bytes: inout [UInt8]) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while bytes.count <= SecretSource.sizeLimit {
            let count = read(output, &buffer, buffer.count)
            if count > 0 {
                bytes.append(contentsOf: buffer[..<count])
            } else if count == 0 {
                return false
            } else if errno != EINTR {
                return true
            }
        }
        return true
    }
}
