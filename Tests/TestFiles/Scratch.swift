import Fixtures
import Foundation
import Testing

/// A folder of a test's own, gone with the test.
package final class Scratch {
    package let path: String

    package init() throws {
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
    package func file(_ name: String, _ text: String, mode: mode_t = 0o600) throws -> String {
        try file(name, bytes: Array(text.utf8), mode: mode)
    }

    @discardableResult
    package func file(_ name: String, bytes: [UInt8], mode: mode_t = 0o600) throws -> String {
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
        #expect(
            ChildProcess.status(of: try ChildProcess.spawn(install, environment: [:], descriptors: [])) == 0)
        try FileManager.default.removeItem(atPath: draft)
        return file
    }

    @discardableResult
    package func folder(_ name: String, mode: mode_t = 0o700) throws -> String {
        let folder = path + "/" + name
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        #expect(chmod(folder, mode) == 0)
        return folder
    }

    /// The permission bits of a file or folder of its own.
    package func mode(_ name: String) throws -> mode_t {
        let facts = try FileManager.default.attributesOfItem(atPath: path + "/" + name)
        return try mode_t(#require(facts[.posixPermissions] as? Int))
    }
}
