import Foundation
import Glibc

/// One mail on its way into a Maildir folder.
struct MaildirDelivery {
    let folder: String
    let seen: Bool
    /// Becomes the time of the file, by which mail programs sort.
    let date: Date

    /// A name is taken once: what lies there already is never replaced.
    func write(_ bytes: [UInt8]) throws(MailboxProblem) {
        let name = "\(Int(date.timeIntervalSince1970)).\(Fingerprint(bytes).text)P\(getpid())"
        for attempt in 0..<100 {
            let unique = "\(name)Q\(attempt).afterword"
            let draft = folder + "/tmp/" + unique
            let place = folder + (seen ? "/cur/" + unique + ":2,S" : "/new/" + unique)
            guard try create(draft, bytes) else { continue }
            defer { unlink(draft) }
            if link(draft, place) == 0 { return try settle(place) }
            guard errno == EEXIST else { throw .notWritable(path: place, code: errno) }
        }
        throw .notWritable(path: folder, code: EEXIST)
    }

    /// False where the name is taken.
    private func create(_ path: String, _ bytes: [UInt8]) throws(MailboxProblem) -> Bool {
        let file = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            if errno == EEXIST { return false }
            throw .notWritable(path: path, code: errno)
        }
        defer { Glibc.close(file) }
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw removing(path, errno) }
            written += count
        }
        let seconds = timespec(tv_sec: Int(date.timeIntervalSince1970), tv_nsec: 0)
        guard futimens(file, [seconds, seconds]) == 0, fsync(file) == 0 else { throw removing(path, errno) }
        return true
    }

    private func removing(_ path: String, _ code: Int32) -> MailboxProblem {
        unlink(path)
        return .notWritable(path: path, code: code)
    }

    /// The entry of the folder is on disk too.
    private func settle(_ place: String) throws(MailboxProblem) {
        let folder = Glibc.open(self.folder + (seen ? "/cur" : "/new"), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        defer { Glibc.close(folder) }
        if fsync(folder) != 0 { throw .notWritable(path: place, code: errno) }
    }
}
