import Foundation
import Testing

@testable import afterword

/// A folder of a test's own, gone with the test.
final class Scratch {
    let path: String

    init() throws {
        let name = "afterword-tests-\(UUID().uuidString)"
        // Resolved, as /tmp may be a symbolic link.
        path = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appending(path: name).path
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    deinit {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            Issue.record(error)
        }
    }

    @discardableResult
    func file(_ name: String, _ text: String, mode: mode_t = 0o600) throws -> String {
        try file(name, bytes: Array(text.utf8), mode: mode)
    }

    @discardableResult
    func file(_ name: String, bytes: [UInt8], mode: mode_t = 0o600) throws -> String {
        let file = path + "/" + name
        guard mode & 0o100 == 0 else { return try program(file, Data(bytes), mode) }
        try Data(bytes).write(to: URL(filePath: file))
        #expect(chmod(file, mode) == 0)
        return file
    }

    /// What is to be executed is written by another process: a child of another test, started while this one had the file
    /// open, would hold it open for writing, and nobody executes such a file (execve(2), ETXTBSY).
    private func program(_ file: String, _ text: Data, _ mode: mode_t) throws -> String {
        let draft = file + ".text"
        try text.write(to: URL(filePath: draft))
        let install = ["/usr/bin/install", "-m", String(mode, radix: 8), "-T", draft, file]
        #expect(Program.status(of: try Program.spawn(install, environment: [:], descriptors: [])) == 0)
        try FileManager.default.removeItem(atPath: draft)
        return file
    }

    @discardableResult
    func folder(_ name: String, mode: mode_t = 0o700) throws -> String {
        let folder = path + "/" + name
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        #expect(chmod(folder, mode) == 0)
        return folder
    }

    /// The permission bits of a file or folder of its own.
    func mode(_ name: String) throws -> mode_t {
        try FileFacts(path: path + "/" + name).mode
    }
}

/// Configurations as text, for tests that look at one line of them.
enum Sample {
    static let me = "me:\n  name: Ada Example\n  email: ada@example.org\n  time_zone: Europe/London\n"
    static let smtp =
        "smtp:\n  url: smtp://mail.example.org\n  user: ada\n  password_command: pass show mail\n"
    static let all = me + smtp

    static func read(
        _ text: String, folder: String = "/etc/afterword", homeFolder: String? = "/home/ada"
    ) throws(ConfigurationProblem) -> Configuration {
        let surroundings = Section.Surroundings(file: "config.yaml", folder: folder, homeFolder: homeFolder)
        return try Configuration(Array(text.utf8), surroundings)
    }

    /// What is wrong with a text; an issue where nothing is.
    static func problem(_ text: String) -> ConfigurationProblem? {
        do throws(ConfigurationProblem) {
            _ = try read(text)
        } catch {
            return error
        }
        Issue.record("nothing wrong was found")
        return nil
    }
}
