import Foundation
import Mail
import Text

/// Where a password that was typed is kept, so that it never stands in the configuration: in the keyring of the desktop, else
/// in `pass`, else in a file of the user's alone. It goes to other programs by a pipe, never among their arguments.
package struct SecretStore: Sendable {
    private let environment: [String: String]
    private let user: uid_t
    /// Of the configuration; the file lies there.
    private let folder: String

    /// - Parameters:
    ///   - environment: of the session.
    ///   - user: who is to own the file.
    package init(environment: [String: String], user: uid_t, folder: String) {
        (self.environment, self.user, self.folder) = (environment, user, folder)
    }

    package enum Place: Equatable, Sendable {
        /// By `secret-tool` (libsecret), which GNOME, KDE and others answer.
        case keyring
        /// By `pass`, the password manager of the command line.
        case pass(entry: String)
        case file(path: String)
    }

    /// Keeps it in the first place that takes it, and gives it back.
    ///
    /// - Parameter account: tells this password from others.
    /// - Returns: the place, and what the configuration says of it.
    /// - Throws: `HomeProblem` where not even a file can be written.
    package func keep(_ secret: Secret, for account: String) throws -> (place: Place, source: SecretSource) {
        for keep in [inKeyring, inPass] {
            if let kept = keep(secret, account), gives(kept.source, secret) { return kept }
        }
        return try inFile(secret)
    }

    /// Whether what was kept can be read, as it will be for every sending.
    private func gives(_ source: SecretSource, _ secret: Secret) -> Bool {
        guard let read = try? source.read(environment: environment, user: user) else { return false }
        return read.isSame(as: secret)
    }

    private func inKeyring(_ secret: Secret, _ account: String) -> (place: Place, source: SecretSource)? {
        let command = "secret-tool lookup service afterword account " + Self.quoted(account)
        let store =
            "command -v secret-tool >/dev/null && exec secret-tool store --label=\"Afterword ($AFTERWORD_ACCOUNT)\" "
            + "service afterword account \"$AFTERWORD_ACCOUNT\""
        guard SessionBus.isThere(in: environment), put(secret, by: store, ["AFTERWORD_ACCOUNT": account])
        else { return nil }
        return (.keyring, .command(command))
    }

    private func inPass(_ secret: Secret, _ account: String) -> (place: Place, source: SecretSource)? {
        let entry = "afterword/" + account.replacing("/", with: "_")
        let store =
            "command -v pass >/dev/null && [ -s \"${PASSWORD_STORE_DIR:-$HOME/.password-store}/.gpg-id\" ] "
            + "&& exec pass insert --multiline --force \"$AFTERWORD_ENTRY\" >/dev/null"
        guard put(secret, by: store, ["AFTERWORD_ENTRY": entry]) else { return nil }
        return (.pass(entry: entry), .command("pass show " + Self.quoted(entry)))
    }

    /// Runs a command that reads the password; a window of the keyring may ask meanwhile.
    private func put(_ secret: Secret, by command: String, _ variables: [String: String]) -> Bool {
        var isKept = false
        secret.reveal { text in
            let run = ShellCommand(
                command: command, environment: environment.merging(variables) { $1 }, input: Array(text.utf8))
            isKept = (try? run.output(within: .seconds(60))) != nil
        }
        return isKept
    }

    /// Never over a file that is there.
    private func inFile(_ secret: Secret) throws -> (place: Place, source: SecretSource) {
        try Home.createFolder(folder)
        let names = ["password"] + (2...99).map { "password-\($0)" }
        for path in names.map({ folder + "/" + $0 }) where access(path, F_OK) != 0 {
            try secret.reveal { text in try Home.createFile(path, text: text + "\n") }
            return (.file(path: path), .file(path))
        }
        throw HomeProblem.exists(path: folder + "/password")
    }

    /// As one word of a shell.
    private static func quoted(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0.isLetterOrDigit || "@._+-/".utf8.contains($0) }
        return isPlain && !text.isEmpty ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }
}

/// The bus of the user's session (D-Bus), by which a desktop is reached.
package enum SessionBus {
    package static func isThere(in environment: [String: String]) -> Bool {
        if environment["DBUS_SESSION_BUS_ADDRESS"]?.isEmpty == false { return true }
        guard let folder = environment["XDG_RUNTIME_DIR"], folder.hasPrefix("/") else { return false }
        return access(folder + "/bus", F_OK) == 0
    }
}
