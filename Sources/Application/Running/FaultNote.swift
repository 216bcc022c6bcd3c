import Foundation
import Ledger
import Setup

/// Why a running `afterword run` sends nothing just now, for the other commands to show: a file beside the ledger,
/// locked as long as the process lives that wrote it, so that a note of the dead is not believed.
package final class FaultNote {
    private let path: String
    private var lock: FileLock?

    init(folder: String) { path = Self.path(in: folder) }

    private static func path(in folder: String) -> String { folder + "/run.fault" }

    deinit { clear() }

    /// Puts a sentence up, in place of the one before.
    ///
    /// A failure is let be: the same was logged, and shown on the desktop.
    func show(_ sentence: String) {
        clear()
        // What a process left that ended without a word.
        let new = path + ".new"
        unlink(path)
        unlink(new)
        lock = try? FileLock(new, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
        guard let lock else { return }
        _ = Array(sentence.utf8).withUnsafeBytes { write(lock.descriptor, $0.baseAddress, $0.count) }
        // Whoever reads it finds it locked, and whole.
        rename(new, path)
    }

    /// Takes it down.
    func clear() {
        guard lock != nil else { return }
        unlink(path)
        lock = nil
    }

    /// The sentence that stands now; nil where there is none, or nobody lives who wrote it.
    package static func standing(in folder: String) -> String? {
        let path = path(in: folder)
        guard (try? FileLock.isHeld(path, O_RDONLY | O_NOFOLLOW)) ?? false,
            let note = try? BoundedFile(path: path, limit: 4096, followsLinks: false)
        else { return nil }
        return note.bytes.isEmpty ? nil : String(validating: note.bytes, as: UTF8.self)
    }
}
