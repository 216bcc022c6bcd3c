import Foundation

/// Files that survive a loss of power once a call has returned.
enum DurableFile {
    /// Which file stands at a path; symbolic links are files of their own here.
    struct Identity: Equatable {
        private let device: dev_t
        private let number: ino_t

        /// Nil where there is none.
        init?(_ path: String) {
            var facts = stat()
            guard lstat(path, &facts) == 0 else { return nil }
            (device, number) = (facts.st_dev, facts.st_ino)
        }
    }

    /// Writes a file of the owner's alone, over a leftover of the same name, and sees it on disk.
    static func write(_ bytes: [UInt8], to path: String) throws(LedgerProblem) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw fault(path) }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { throw fault(path) }
        }
        guard fsync(descriptor) == 0 else { throw fault(path) }
    }

    /// Makes a folder of the owner's alone, where it is missing.
    static func makeFolder(_ path: String) throws(LedgerProblem) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .cannotWrite(path: path, detail: error.localizedDescription)
        }
    }

    /// Puts a file in the place of another at once; the folder is on disk when this returns.
    static func rename(_ path: String, to target: String) throws(LedgerProblem) {
        guard Foundation.rename(path, target) == 0 else { throw fault(target) }
        try synchronise((target as NSString).deletingLastPathComponent)
    }

    /// Sees a file or a folder on disk.
    static func synchronise(_ path: String) throws(LedgerProblem) {
        let descriptor = open(path.isEmpty ? "." : path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw fault(path) }
    }

    /// - Parameter number: of errno(3).
    static func fault(_ path: String, _ number: Int32 = errno) -> LedgerProblem {
        .cannotWrite(path: path, detail: String(cString: strerror(number)))
    }
}
