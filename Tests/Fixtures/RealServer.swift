import Foundation
import Glibc

/// A real server on this machine, private to a test: started by a script of the tests in a folder of its own.
package final class RealServer: Sendable {
    /// It said nothing of what it says when it is up.
    package struct NotStarted: Error, CustomStringConvertible {
        let name: String
        let log: String
        /// With all that it did say.
        package var description: String { "\(name) did not start:\n\(log)" }
    }

    /// Everything that it writes lies there.
    package let folder: URL
    /// As many as it was to have.
    package let ports: [Int]
    /// What it says.
    package let log = LogFollower()
    private let process = Process()

    /// Waits until it is up.
    ///
    /// - Parameters:
    ///   - script: in the folder of the tests; it is given the folder and the ports.
    ///   - others: ports of other servers, given behind its own.
    ///   - environment: besides that of the tests.
    ///   - files: that lie in its folder before it starts, by their names; a name with a slash behind it is a folder
    ///     that everybody may write to.
    ///   - sign: what it says when it is up.
    package init(
        _ name: String, script: String, ports count: Int, others: [Int] = [],
        environment: [String: String] = [:],
        files: [String: String] = [:], isUp sign: String
    ) throws {
        folder = URL(fileURLWithPath: "/tmp/afterword-\(name.lowercased())-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        for (name, text) in files {
            let place = folder.appendingPathComponent(name)
            guard name.hasSuffix("/") else {
                try Data(text.utf8).write(to: place)
                continue
            }
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
            guard chmod(place.path, 0o777) == 0 else { throw NotGiven(path: place.path) }
        }
        ports = try FreePorts.find(count)
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(script)
        process.arguments = [folder.path] + (ports + others).map(String.init)
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardOutput = output
        process.standardError = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        log.follow(output.fileHandleForReading)
        guard log.waits(for: sign) else {
            stop()
            throw NotStarted(name: name, log: log.text)
        }
    }

    /// Ends it by its process id, or that of a child that has taken its place, and removes all that it wrote.
    package func stop(_ child: pid_t? = nil) {
        if let child {
            kill(child, SIGTERM)
        } else if process.isRunning {
            kill(process.processIdentifier, SIGTERM)
        }
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    /// It can't be given what the test has put there.
    package struct NotGiven: Error {
        let path: String
    }

    /// Gives a folder, and all in it, to the user that the server is when it reads it.
    package static func give(_ folder: URL, to user: String) throws {
        guard let account = getpwnam(user) else { throw NotGiven(path: user) }
        let inside = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        for path in [folder.path] + inside.map({ folder.path + "/" + $0 }) {
            guard chown(path, account.pointee.pw_uid, gid_t.max) == 0 else { throw NotGiven(path: path) }
        }
    }
}
