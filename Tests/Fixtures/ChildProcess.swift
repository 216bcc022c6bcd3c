import Foundation

/// A process that a test starts.
package enum ChildProcess {
    /// POSIX_SPAWN_SETSID of spawn.h, which Swift's Glibc does not bring.
    private static let setSession: Int16 = 0x80

    /// A process could not be started.
    package struct SpawnFailed: Error {
        package let what: String

        package init(what: String) { self.what = what }
    }

    /// Starts a command with the given files as its standard input, output and error.
    ///
    /// - Parameter session: gives it a session of its own, as a terminal does.
    package static func spawn(
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
    package static func status(of child: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
    }
}
