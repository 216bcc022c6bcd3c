import Foundation

/// Why a running `afterword run` sends nothing just now, for the other commands to show: a file beside the ledger,
/// locked as long as the process lives that wrote it, so that a note of the dead is not believed.
package final class FaultNote {
    private let path: String
    private var descriptor: Int32 = -1

    init(folder: String) {
        path = folder + "/run.fault"
    }

    deinit { clear() }

    /// Puts a sentence up, in place of the one before.
    ///
    /// A failure is let be: the same was logged, and shown on the desktop.
    func show(_ sentence: String) {
        clear()
        // What a process left that ended without a word.
        unlink(path)
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else { return }
        _ = Array(sentence.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    }

    /// Takes it down.
    func clear() {
        guard descriptor >= 0 else { return }
        unlink(path)
        close(descriptor)
        descriptor = -1
    }

    /// The sentence that stands now; nil where there is none, or nobody lives who wrote it.
    package static func standing(in folder: String) -> String? {
        let descriptor = open(folder + "/run.fault", O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_SH | LOCK_NB) != 0 else { return nil }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(descriptor, &buffer, buffer.count)
        guard count > 0 else { return nil }
        return String(validating: buffer[..<count], as: UTF8.self)
    }
}
