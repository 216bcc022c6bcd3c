import Setup

extension SecretProblem: Worded {
    /// One sentence: why there is no password, and what to do. It names neither the command, which may hold a
    /// password by mistake, nor a file that does not exist, whose name may be one.
    package var sentence: Sentence {
        switch self {
        case .file(let path, .missing):
            "password_file: there is no file of that name in \(Self.folder(of: path)); correct the path, or make the file."
        case .file(let path, let trouble): "password_file: \(path): \(trouble.words)."
        case .notOwned(let path, let owner):
            "password_file: \(path) belongs to another user (number \(owner)); it must be yours."
        case .open(let path, let mode):
            "password_file: \(path) can be read by other users (mode \(mode.octal)); make it private with: "
                + "chmod 600 '\(path)'"
        case .notStarted(let code):
            "password_command could not be started (error \(code)); is there a /bin/sh?"
        case .failed(127):
            "password_command: the shell did not find the command; correct its name or its path."
        case .failed(let status):
            "password_command ended with status \(status); try the command in a terminal."
        case .killed(let signal):
            "password_command was ended by signal \(signal); try the command in a terminal."
        case .tooSlow(let limit):
            "password_command gave no answer within \(Self.words(limit)); "
                + "it may not ask at the terminal: unlock your keyring first, or let it ask in a window."
        case .tooMuch(let limit):
            "password_command printed more than \(limit / 1024) KB; it must print the password and nothing else."
        case .empty: "the first line of the password is empty; look at password_command or password_file."
        case .notText:
            "the password is not text (UTF-8 without control characters); look at where it comes from."
        }
    }

    private static func words(_ limit: Duration) -> String {
        let (seconds, attoseconds) = limit.components
        return attoseconds == 0
            ? "\(seconds) s" : "\(seconds * 1000 + attoseconds / 1_000_000_000_000_000) ms"
    }

    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) + "/" } ?? "./"
    }
}
