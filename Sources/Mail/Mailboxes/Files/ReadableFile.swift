import Foundation
import Glibc

/// A regular file, open for reading. A link, a pipe or a device is none: reading those could lead or wait anywhere.
final class ReadableFile {
    let path: String
    private let descriptor: Int32

    init(_ path: String) throws(MailboxProblem) {
        self.path = path
        descriptor = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw .file(path: path, code: errno) }
        guard try status().isRegularFile else { throw .file(path: path, code: EINVAL) }
    }

    deinit { Glibc.close(descriptor) }

    func status() throws(MailboxProblem) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .file(path: path, code: errno) }
        return status
    }

    /// As many bytes as there are, at most `count`.
    func read(at offset: Int, count: Int) throws(MailboxProblem) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let piece = bytes.withUnsafeMutableBytes { room in
                pread(descriptor, room.baseAddress.map { $0 + filled }, count - filled, offset + filled)
            }
            if piece < 0, errno == EINTR { continue }
            guard piece >= 0 else { throw .file(path: path, code: errno) }
            guard piece > 0 else { break }
            filled += piece
        }
        bytes.removeLast(count - filled)
        return bytes
    }

    /// A lock for reading, gone when the file is closed; somebody who writes holds another.
    func lock() throws(MailboxProblem) {
        var lock = flock()
        lock.l_type = Int16(F_RDLCK)
        guard fcntl(descriptor, F_SETLK, &lock) != 0 else { return }
        throw errno == EACCES || errno == EAGAIN ? .locked(path: path) : .file(path: path, code: errno)
    }
}

/// The names in a folder of this machine, in no order.
func names(inFolder path: String) throws(MailboxProblem) -> [String] {
    do {
        return try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
        throw .file(path: path, code: access(path, R_OK | X_OK) == 0 ? EIO : errno)
    }
}

extension stat {
    var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }
    var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
    var changed: Int { st_ctim.nanoseconds }
    var written: Int { st_mtim.nanoseconds }
    var writtenDate: Date { Date(timeIntervalSince1970: Double(written) / 1e9) }

    /// Nil where nothing can be said of the path; links are not followed.
    init?(path: String) {
        self.init()
        guard lstat(path, &self) == 0 else { return nil }
    }
}

extension timespec {
    /// Since 1970.
    fileprivate var nanoseconds: Int { tv_sec * 1_000_000_000 + tv_nsec }
}

/// A short stand-in for bytes, FNV-1a of 64 bits: it tells names apart that nobody chose to collide.
struct Fingerprint: Hashable {
    private let value: UInt64

    init(_ bytes: some Sequence<UInt8>) {
        value = bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    init?(_ text: some StringProtocol) {
        guard let value = UInt64(text, radix: 36) else { return nil }
        self.value = value
    }

    var text: String { String(value, radix: 36) }
}

extension [UInt8] {
    /// Up to the empty line that ends a header, and with it; all where there is none.
    var header: ArraySlice<UInt8> {
        var lineStart = 0
        while let end = self[lineStart...].firstIndex(of: 0x0A) {
            let line = self[lineStart..<end]
            if line.isEmpty || line.elementsEqual([0x0D]) { return self[...end] }
            lineStart = end + 1
        }
        return self[...]
    }
}
