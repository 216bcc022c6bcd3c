import Foundation

/// What tells one state of some files, and of all that lies below folders among them, from another without reading them.
package struct FileTreeStamp: Equatable, Sendable {
    /// By path; what is not there has none.
    private var stamps: [String: FileFacts] = [:]

    /// How many folders may lie one in another: a link may lead back to where it lies.
    private static let deepest = 6

    /// - Parameter paths: of files or folders, which need not be there. Symbolic links are followed.
    package init(of paths: [String]) {
        for path in paths { add(path, depth: 0) }
    }

    private mutating func add(_ path: String, depth: Int) {
        guard let facts = try? FileFacts(path: path) else { return }
        stamps[path] = facts
        guard facts.isFolder, depth < Self.deepest else { return }
        // A folder that can't be listed is told of where it is read.
        for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] {
            add(path + "/" + name, depth: depth + 1)
        }
    }
}
