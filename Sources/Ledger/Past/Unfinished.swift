import Foundation

/// Copies of a ledger that are being made. Each is locked by the process that makes it, so that what a killed one left
/// behind is told from what is still growing.
enum Unfinished {
    /// Nobody names a file of their own like that.
    private static let mark = ".afterword-unfinished-"
    private static let journal = "-journal"

    /// - Parameter token: makes the name its own.
    static func name(for target: String, token: [UInt8]) -> String {
        target + mark + token.prefix(4).hexadecimal
    }

    /// Removes what killed processes left in the folder of a file. Nothing is said where that can't be done: it is no
    /// reason to make no backup, and the next one tries again.
    static func clear(beside target: String) {
        let folder = (target as NSString).deletingLastPathComponent
        let names =
            (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
        for name in names where isUnfinished(name) {
            let path = (folder as NSString).appendingPathComponent(name)
            let copy = path.hasSuffix(journal) ? String(path.dropLast(journal.count)) : path
            if !isBeingMade(copy) { unlink(path) }
        }
    }

    private static func isUnfinished(_ name: String) -> Bool {
        guard let start = name.range(of: mark, options: .backwards) else { return false }
        let rest = name[start.upperBound...]
        let token = rest.hasSuffix(journal) ? rest.dropLast(journal.count) : rest
        return token.count == 8 && token.allSatisfy(\.isHexDigit)
    }

    private static func isBeingMade(_ path: String) -> Bool {
        (try? FileLock.isHeld(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)) ?? false
    }

    /// Makes the file, of the owner's alone, and locks it. SQLite's own locks are of another kind, and in its hands.
    static func make(_ path: String) throws(LedgerProblem) -> FileLock {
        while true {
            do throws(FileLock.Refusal) {
                let lock = try FileLock(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW)
                // Another process may have taken it for a leftover before it was locked.
                if DurableFile.Identity(path) != nil { return lock }
            } catch {
                guard case .fault(let number) = error else {
                    unlink(path)
                    continue
                }
                throw DurableFile.fault(path, number)
            }
        }
    }
}
