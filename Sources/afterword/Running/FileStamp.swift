import Foundation

/// What tells one content of a file from another without reading it.
struct FileStamp: Equatable, Sendable {
    /// Which file it is: another one in its place has another number.
    struct Identity: Equatable, Sendable {
        let device: dev_t
        let number: ino_t
    }

    let identity: Identity
    private let size: off_t
    private let changed: [Int]

    var bytes: Int { Int(size) }

    /// Nil where there is no file. Symbolic links are followed.
    init?(path: String) {
        var result = stat()
        guard stat(path, &result) == 0 else { return nil }
        identity = Identity(device: result.st_dev, number: result.st_ino)
        size = result.st_size
        changed = [result.st_ctim.tv_sec, result.st_ctim.tv_nsec]
    }
}
