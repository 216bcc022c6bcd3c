import Foundation
import Setup

/// What a service file says of this program and this user: where it lies, and where everything lives.
package struct RunSite: Sendable {
    /// The program, as an absolute path.
    let program: String
    /// What `run` must find as it is found now, in the order of their names: the session's own environment is another.
    let environment: [(name: String, value: String)]
    /// Folders of its own, which it writes to.
    package let folders: [String]
    /// Folders of others that it writes to: where the user's mail lies, if copies are put there.
    let mailFolders: [String]
    /// The user's own home; nil where it is not known.
    let userFolder: String?

    /// The variables that decide where everything lives, and where a password command is found.
    static let handedOn = ["AFTERWORD_HOME", "PATH", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"]

    /// - Throws: `NotWritable` where a path or variable holds what a service file can't say.
    package init(
        program: String, home: Home, environment: [String: String], mailFolders: [String] = []
    ) throws(NotWritable) {
        self.program = program
        self.mailFolders = mailFolders
        userFolder = home.userFolder
        var given = environment.filter { Self.handedOn.contains($0.key) && !$0.value.isEmpty }
        // A relative path means another folder there.
        if given["AFTERWORD_HOME"] != nil { given["AFTERWORD_HOME"] = home.dataFolder }
        self.environment = given.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) }
        var folders = [home.configurationFolder]
        if home.dataFolder != home.configurationFolder { folders.append(home.dataFolder) }
        self.folders = folders + [home.stateFolder].compactMap(\.self)
        // systemd takes no program with such a name, however it is written.
        guard !program.contains(where: { "'\"\\".contains($0) }) else { throw NotWritable(text: program) }
        for text in [program] + folders + mailFolders + self.environment.map(\.value) {
            guard !text.unicodeScalars.contains(where: \.isForbiddenInField) else {
                throw NotWritable(text: text)
            }
        }
    }

    /// A path or a variable with a line break or the like.
    package struct NotWritable: Error, Equatable {
        package let text: String
    }
}

extension Application {
    /// Where copies of what was sent are put on this machine; none where they go to a server or nowhere. An mbox takes
    /// none, and is only read.
    package var copiesFolders: [String] {
        get throws {
            guard let incoming = try configuration.imap, incoming.saveSent != .never,
                case .maildir(let path) = incoming.location
            else { return [] }
            return [path]
        }
    }
}
