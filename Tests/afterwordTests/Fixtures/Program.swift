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
    static func command(_ arguments: [String], clock: String?, program: String = path) -> [String] {
        ["/usr/bin/timeout", "-k", "5", "60"] + (clock.map(atClock) ?? []) + [program] + arguments
    }

    /// What to put before a command so that its clock is another.
    ///
    /// The wrapper names what it shares with the program by its own process id and fails where that is there already.
    /// What a wrapper that was killed left behind would so fail a later one that happens to get its id: it is removed
    /// first, by a shell that becomes the wrapper.
    static func atClock(_ clock: String) -> [String] {
        let fresh = """
            for left in /dev/shm/faketime_shm_$$ /dev/shm/sem.faketime_sem_$$; do [ ! -e $left ] || rm -f $left; done
            exec /usr/bin/faketime "$@"
            """
        // Time-outs run on the monotonic clock, which must go on.
        return ["/bin/sh", "-c", fresh, "faketime", "--exclude-monotonic", "-f", clock]
    }

    /// The environment of a run: nothing of the tester's own.
    static func environment(home: String) -> [String: String] {
        [
            "AFTERWORD_HOME": home, "HOME": home, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm",
            "TZ": "UTC", "NO_FAKE_STAT": "1",
            // Nobody is there: nothing of a test leaves this machine.
            "AFTERWORD_NAME_SERVER": "127.0.0.1:9",
        ]
    }
}
