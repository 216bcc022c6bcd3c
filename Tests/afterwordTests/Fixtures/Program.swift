import Foundation

/// The built program, run as a user runs it: a process of its own with its own environment.
enum Program {
    /// Beside the bundle of the tests, where `swift build` puts both; AFTERWORD_PROGRAM names another build.
    static let path: String = {
        if let other = ProcessInfo.processInfo.environment["AFTERWORD_PROGRAM"] { return other }
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "/"
        return (tests as NSString).deletingLastPathComponent + "/afterword"
    }()

    /// The command that runs the program with arguments, at most a minute, its clock standing still where one is given.
    ///
    /// Through the wrapper `faketime`: the library alone changes the environment as it is loaded, and Swift then no
    /// longer finds the arguments, which it looks for below the environment.
    ///
    /// - Parameter clock: UTC, as `2026-11-21 15:00:00`; the machine's own clock if nil.
    static func command(_ arguments: [String], clock: String?) -> [String] {
        ["/usr/bin/timeout", "-k", "5", "60"] + (clock.map(atClock) ?? []) + [path] + arguments
    }

    /// What to put before a command so that its clock is another.
    ///
    /// The wrapper names what it shares with the program by its own process id and fails where that is there already.
    /// What a wrapper that was killed left behind would so fail a later one that happens to get its id: it is removed
    /// first, by a shell that becomes the wrapper.
    static func atClock(_ clock: String) -> [String] {
        let fresh =
            "rm -f /dev/shm/faketime_shm_$$ /dev/shm/sem.faketime_sem_$$; exec /usr/bin/faketime \"$@\""
        // Time-outs run on the monotonic clock, which must go on.
        return ["/bin/sh", "-c", fresh, "faketime", "--exclude-monotonic", "-f", clock]
    }

    /// The environment of a run: nothing of the tester's own.
    static func environment(home: String) -> [String: String] {
        [
            "AFTERWORD_HOME": home, "HOME": home, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm",
            "TZ": "UTC", "NO_FAKE_STAT": "1",
        ]
    }

    /// POSIX_SPAWN_SETSID of spawn.h, which Swift's Glibc does not bring.
    private static let setSession: Int16 = 0x80

    /// A process could not be started.
    struct SpawnFailed: Error {
        let what: String
    }

    /// Starts a command with the given files as its standard input, output and error.
    ///
    /// - Parameter session: gives it a session of its own, as a terminal does.
    static func spawn(
        _ command: [String], environment: [String: String], descriptors: [Int32], session: Bool = false
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (target, descriptor) in descriptors.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(target))
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // As from a shell: the threads of a test block signals.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        let flags = Int16(POSIX_SPAWN_SETSIGMASK)
        posix_spawnattr_setflags(&attributes, session ? flags | setSession : flags)
        var child = pid_t()
        let arguments = command.map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { (arguments + variables).forEach { free($0) } }
        let status = posix_spawn(&child, command[0], &actions, &attributes, arguments, variables)
        guard status == 0 else {
            throw SpawnFailed(what: "\(command[0]): \(String(cString: strerror(status)))")
        }
        return child
    }

    /// How a process ended; a signal counts as 128 and its number, as in a shell.
    static func status(of child: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
    }
}
