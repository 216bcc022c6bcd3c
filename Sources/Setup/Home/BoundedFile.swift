import Foundation

/// Why the content of a file could not be had.
package enum FileTrouble: Error, Equatable, Sendable {
    case missing
    case notAllowed
    case symbolicLink
    /// A folder, a pipe, a device.
    case notAFile
    case tooLarge(limit: Int)
    /// Any other error of the system, by its number.
    case system(Int32)

    package init(errno code: Int32) {
        switch code {
        case ENOENT, ENOTDIR: self = .missing
        case EACCES, EPERM: self = .notAllowed
        case ELOOP: self = .symbolicLink
        case EISDIR, ENXIO: self = .notAFile
        default: self = .system(code)
        }
    }
}

/// A file read once, as a whole, together with what the system says of exactly that file.
package struct BoundedFile {
    package let bytes: [UInt8]
    let facts: FileFacts

    /// - Parameters:
    ///   - limit: the most bytes that are taken; one more is `tooLarge`.
    ///   - followsLinks: whether the last component of the path may be a symbolic link.
    ///   - admits: asked before a byte is read.
    package init(
        path: String, limit: Int, followsLinks: Bool = true, admits: (FileFacts) -> Bool = { _ in true }
    ) throws(FileTrouble) {
        // Non-blocking, so that a pipe in the place of a file cannot hang the program.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followsLinks ? 0 : O_NOFOLLOW))
        guard descriptor >= 0 else { throw FileTrouble(errno: errno) }
        defer { close(descriptor) }
        facts = try FileFacts(descriptor: descriptor)
        guard facts.isFile else { throw .notAFile }
        bytes = admits(facts) ? try Self.content(of: descriptor, limit: limit) : []
    }

    private static func content(of descriptor: CInt, limit: Int) throws(FileTrouble) -> [UInt8] {
        var content: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while content.count <= limit {
            let count = read(descriptor, &buffer, buffer.count)
            if count == 0 { return content }
            if count > 0 {
                content.append(contentsOf: buffer[..<count])
            } else if errno != EINTR {
                throw FileTrouble(errno: errno)
            }
        }
        throw .tooLarge(limit: limit)
    }
}
