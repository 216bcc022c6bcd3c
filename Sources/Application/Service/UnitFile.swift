import Foundation

/// A file of ours for systemd's user manager in the user's own folder: written, looked at and removed, our own alone.
package struct UnitFile {
    package let path: String

    package enum Standing: Equatable {
        case absent
        /// Written by this program, with this text.
        case own(String)
        /// Written by somebody else, or changed so much that it is not ours to touch.
        case foreign
    }

    package var standing: Standing {
        var found = stat()
        guard lstat(path, &found) == 0 else { return .absent }
        // A link is somebody's own arrangement; one to /dev/null is how systemd masks a unit.
        guard found.st_mode & S_IFMT == S_IFREG,
            let text = try? String(contentsOfFile: path, encoding: .utf8),
            text.hasPrefix(SystemdUnit.mark)
        else { return .foreign }
        return .own(text)
    }

    /// Writes it, in place of an own one; all of it or nothing.
    ///
    /// - Throws: `Foreign`, or `NotWritten`.
    package func write(_ text: String) throws {
        guard standing != .foreign else { throw Foreign(path: path) }
        let file = URL(fileURLWithPath: path)
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file, options: .atomic)
        } catch {
            throw NotWritten(path: path, detail: (error as NSError).localizedDescription)
        }
    }

    /// Removes it; answers whether there was one.
    ///
    /// - Throws: `Foreign`, or `NotWritten`.
    @discardableResult
    package func remove() throws -> Bool {
        switch standing {
        case .absent: return false
        case .foreign: throw Foreign(path: path)
        case .own:
            guard unlink(path) == 0 else {
                throw NotWritten(path: path, detail: String(cString: strerror(errno)))
            }
            return true
        }
    }

    /// There is a file that somebody else wrote.
    package struct Foreign: Error, Equatable {
        package let path: String

        package init(path: String) { self.path = path }
    }

    /// The folder takes no file.
    package struct NotWritten: Error, Equatable {
        package let path: String
        package let detail: String
    }
}
