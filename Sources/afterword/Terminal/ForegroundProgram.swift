import Foundation

/// A program of the user's own, in the foreground of the terminal, which Foundation's `Process` takes from what it starts. An
/// interrupt is its business meanwhile, as system(3) has it.
struct ForegroundProgram {
    let environment: [String: String]

    /// How it can't have done its work.
    enum Failure: Error {
        case notStarted
        case ended(status: CInt)
    }

    /// Waits for its end.
    ///
    /// - Parameters:
    ///   - command: for a shell: a variable that names a program may hold options.
    ///   - argument: its last one.
    ///   - input: its standard input, if not that of this process.
    func run(_ command: String, _ argument: String? = nil, input: Int32? = nil) throws(Failure) {
        let before = [SIGINT, SIGQUIT].map { ($0, signal($0, SIG_IGN)) }
        defer { for (number, handler) in before { signal(number, handler) } }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
        let words = argument == nil ? command : "\(command) \"$1\""
        let arguments = ["/bin/sh", "-c", words, command] + [argument].compactMap(\.self)
        var process: pid_t = 0
        let code = arguments.withCStrings { arguments in
            environment.map { "\($0)=\($1)" }.withCStrings { variables in
                posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, variables)
            }
        }
        guard code == 0 else { throw .notStarted }
        var status: CInt = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard status == 0 else { throw .ended(status: status) }
    }
}
