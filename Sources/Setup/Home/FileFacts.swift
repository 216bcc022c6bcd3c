import Foundation

/// What the system says of a file or folder: kind, owner and permissions.
package struct FileFacts: Equatable, Sendable {
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
    init(path: String) throws(FileTrouble) {
        var result = stat()
        guard stat(path, &result) == 0 else { throw FileTrouble(errno: errno) }
        self.init(result)
    }

    private init(_ result: stat) {
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
