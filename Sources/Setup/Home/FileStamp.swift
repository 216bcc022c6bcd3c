import Foundation

/// What tells one content of a file from another without reading it.
package struct FileStamp: Equatable, Sendable {
    /// Which file it is: another one in its place has another number.
    package struct Identity: Equatable, Sendable {
        let device: dev_t
        let number: ino_t
    }

    package let identity: Identity
    /// Whether it is a folder; what lies in it may change without it.
    let isFolder: Bool
    private let size: off_t
    private let changed: [Int]

    package var bytes: Int { Int(size) }

    /// Nil where there is no file. Symbolic links are followed.
    package init?(path: String) {
        var result = stat()
        guard stat(path, &result) == 0 else { return nil }
        identity = Identity(device: result.st_dev, number: result.st_ino)
        isFolder = result.st_mode & S_IFMT == S_IFDIR
        size = result.st_size
        changed = [result.st_ctim.tv_sec, result.st_ctim.tv_nsec]
    }
}
