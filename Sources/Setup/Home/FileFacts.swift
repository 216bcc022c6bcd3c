import Foundation

/// What the system says of a file or folder: kind, owner and permissions, and what tells one content from another without
/// reading it.
package struct FileFacts: Equatable, Sendable {
    /// Which file it is: another one in its place has another number.
    package struct Identity: Equatable, Sendable {
        let device: dev_t
        let number: ino_t
    }

    package let identity: Identity
    package let bytes: Int
    private let changed: [Int]
    let owner: uid_t
    /// The permission bits alone, such as 0o600.
    let mode: mode_t
    let isFile: Bool
    let isFolder: Bool

    /// Of an open file.
    init(descriptor: CInt) throws(FileTrouble) {
        var result = stat()
        guard fstat(descriptor, &result) == 0 else { throw FileTrouble(errno: errno) }
        self.init(result)
    }

    /// Of what a path leads to, symbolic links followed.
    package init(path: String) throws(FileTrouble) {
        var result = stat()
        guard stat(path, &result) == 0 else { throw FileTrouble(errno: errno) }
        self.init(result)
    }

    private init(_ result: stat) {
        identity = Identity(device: result.st_dev, number: result.st_ino)
        bytes = Int(result.st_size)
        changed = [result.st_ctim.tv_sec, result.st_ctim.tv_nsec]
        owner = result.st_uid
        mode = result.st_mode & 0o7777
        isFile = result.st_mode & S_IFMT == S_IFREG
        isFolder = result.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether anybody but the owner may change it.
    var othersMayWrite: Bool { mode & 0o022 != 0 }

    /// Whether anybody but the owner may do anything with it.
    var othersMayUse: Bool { mode & 0o077 != 0 }
}
