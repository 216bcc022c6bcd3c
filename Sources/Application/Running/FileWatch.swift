import Foundation

/// Notices that files are changed, made, replaced or removed, by way of their folders (inotify(7)).
final class FileWatch {
    /// Readable once something has changed.
    package let descriptor: Int32
    /// By the number of the watched folder.
    private var folders: [Int32: [String: Wake]] = [:]

    /// Nil where the system has none to give: a user may have 128 of them, and other programs are greedy.
    init?() {
        descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard descriptor >= 0 else { return nil }
    }

    deinit { close(descriptor) }

    /// Watches a file, which need not be there yet; its folder must. Where a symbolic link leads to it, both are watched:
    /// many keep their configuration elsewhere. False where the system refuses.
    package func follow(_ path: String, as wake: Wake) -> Bool {
        let file = URL(fileURLWithPath: path)
        let target = file.resolvingSymlinksInPath()
        return follow(file, as: wake) && (target == file || follow(target, as: wake))
    }

    private func follow(_ file: URL, as wake: Wake) -> Bool {
        let events = IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_TO | IN_MOVED_FROM
        let number = inotify_add_watch(
            descriptor, file.deletingLastPathComponent().path, UInt32(events))
        guard number >= 0 else { return false }
        folders[number, default: [:]][file.lastPathComponent, default: []].formUnion(wake)
        return true
    }

    /// What has changed since this was asked last.
    package func changes() -> Wake {
        var found: Wake = []
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return found }
            found.formUnion(buffer[..<count].withUnsafeBytes(wakes))
        }
    }

    /// Reads the events one behind the other: number, mask, cookie and length of the name, 4 bytes each; the name.
    private func wakes(in events: UnsafeRawBufferPointer) -> Wake {
        var found: Wake = []
        var start = 0
        while start + 16 <= events.count {
            let number = events.loadUnaligned(fromByteOffset: start, as: Int32.self)
            let mask = events.loadUnaligned(fromByteOffset: start + 4, as: UInt32.self)
            let length = Int(events.loadUnaligned(fromByteOffset: start + 12, as: UInt32.self))
            guard start + 16 + length <= events.count else { break }
            let name = events[(start + 16)..<(start + 16 + length)].prefix { $0 != 0 }
            if mask & UInt32(IN_Q_OVERFLOW) != 0 { found.formUnion([.ledger, .configuration]) }
            found.formUnion(folders[number]?[String(decoding: name, as: UTF8.self)] ?? [])
            start += 16 + length
        }
        return found
    }
}
