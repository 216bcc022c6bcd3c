import Foundation
import Glibc

/// An mbox file (RFC 4155), as it was when it was opened.
struct MboxFile {
    /// One mail: from its `From ` line to the next.
    struct Entry: Equatable {
        let start: Int
        let end: Int
    }

    private static let piece = 1 << 20
    /// More than this nobody has in a file.
    private static let mostMails = 1_000_000

    let path: String
    let size: Int
    private let written: Int
    private let node: UInt
    let entries: [Entry]
    let news: FolderState.News
    let position: Position

    init(path: String, since position: Position?) throws(MailboxProblem) {
        self.path = path
        let file = try Self.locked(path)
        let status = try file.status()
        (size, written, node) = (status.st_size, status.written, status.st_ino)
        guard try Self.isMbox(file) else { throw Self.notMailbox(path) }
        let start = try Self.start(position, file, size)
        entries = try Self.entries(of: file, from: start ?? 0, to: size)
        news = start == nil ? .everything : entries.isEmpty ? .nothing : .some
        self.position = try Self.position(at: size, file)
    }

    /// Whether a file has the shape of an mbox: an empty one has.
    static func isAt(_ path: String) throws(MailboxProblem) -> Bool { try isMbox(ReadableFile(path)) }

    private static func isMbox(_ file: ReadableFile) throws(MailboxProblem) -> Bool {
        let start = try file.read(at: 0, count: 2 * FromLine.longest).drop { $0 == 0x0D || $0 == 0x0A }
        return start.isEmpty || beginsMail(start)
    }

    private static func beginsMail(_ bytes: ArraySlice<UInt8>) -> Bool {
        FromLine(bytes.prefix { $0 != 0x0A }, isApart: true) != nil
    }

    /// What is there is no mbox.
    static func notMailbox(_ path: String) -> MailboxProblem {
        .notMailbox(path: path, expected: .mbox, isOther: MaildirFolder.isAt(path))
    }

    /// The mail that begins there. The mails are in the order of the file, and there may be very many.
    func entry(at start: Int) -> Entry? {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].start < start { low = middle + 1 } else { high = middle }
        }
        return low < entries.count && entries[low].start == start ? entries[low] : nil
    }

    /// Open and locked; refuses where it is not the file any more that was looked through.
    func reopened() throws(MailboxProblem) -> ReadableFile {
        let file = try Self.locked(path)
        let status = try file.status()
        guard status.st_size == size, status.written == written, status.st_ino == node else { throw .notOpen }
        return file
    }

    /// Whoever writes holds a lock of the kernel, or has made a file for it.
    private static func locked(_ path: String) throws(MailboxProblem) -> ReadableFile {
        if stat(path: path + ".lock") != nil { throw .locked(path: path) }
        let file = try ReadableFile(path)
        try file.lock()
        return file
    }

    // MARK: - Position: `mbox SIZE FIRST LAST`, the latter two fingerprints of what the file began and ended with

    private static func position(at size: Int, _ file: ReadableFile) throws(MailboxProblem) -> Position {
        let (first, last) = try ends(at: size, file)
        return Position(text: "mbox \(size) \(first.text) \(last.text)")
    }

    private static func ends(at size: Int, _ file: ReadableFile) throws(MailboxProblem) -> (
        Fingerprint, Fingerprint
    ) {
        let count = min(1024, size)
        return (
            Fingerprint(try file.read(at: 0, count: count)),
            Fingerprint(try file.read(at: size - count, count: count))
        )
    }

    /// Nil where the file is not the one of then with more behind it.
    private static func start(
        _ position: Position?, _ file: ReadableFile, _ size: Int
    ) throws(MailboxProblem) -> Int? {
        let words = position?.text.split(separator: " ") ?? []
        guard words.count == 4, words[0] == "mbox", let read = Int(words[1]), (0...size).contains(read) else {
            return nil
        }
        let (first, last) = try ends(at: read, file)
        guard first.text == words[2], last.text == words[3] else { return nil }
        guard read < size else { return read }
        return beginsMail(try file.read(at: read, count: FromLine.longest + 1)[...]) ? read : nil
    }

    // MARK: - Mails

    /// A mail begins with a `FromLine`.
    private static func entries(
        of file: ReadableFile, from start: Int, to end: Int
    ) throws(MailboxProblem) -> [Entry] {
        var starts: [Int] = []
        var scan = FromLines()
        var offset = start
        while offset < end {
            let bytes = try file.read(at: offset, count: min(piece, end - offset))
            guard !bytes.isEmpty else { break }
            scan.read(bytes, at: offset) { starts.append($0) }
            guard starts.count <= mostMails else { throw .file(path: file.path, code: EFBIG) }
            offset += bytes.count
        }
        return starts.indices.map { index in
            Entry(start: starts[index], end: index + 1 < starts.count ? starts[index + 1] : end)
        }
    }
}

/// Finds the lines that begin a mail, whatever pieces the file comes in. Not every program leaves an empty line before
/// them; the date in them tells them from prose.
struct FromLines {
    /// What this line has begun with, as long as it may be one; nil in the rest of another, which says nothing.
    private var line: [UInt8]? = []
    private var isBehindEmptyLine = true
    private var lineStart: Int?

    mutating func read(_ bytes: [UInt8], at offset: Int, _ found: (Int) -> Void) {
        var index = 0
        while index < bytes.count {
            if line == nil {
                guard let end = bytes[index...].firstIndex(of: 0x0A) else { return }
                index = end
            }
            step(bytes[index], at: offset + index, found)
            index += 1
        }
    }

    private mutating func step(_ byte: UInt8, at offset: Int, _ found: (Int) -> Void) {
        let start = lineStart ?? offset
        if byte == 0x0A {
            if let line, FromLine(line, isApart: isBehindEmptyLine) != nil { found(start) }
            // Carriage returns do not count.
            isBehindEmptyLine = line?.allSatisfy { $0 == 0x0D } ?? false
            (line, lineStart) = ([], nil)
            return
        }
        lineStart = start
        line?.append(byte)
        if let count = line?.count, count <= FromLine.mark.count, byte != 0x0D,
            byte != FromLine.mark[count - 1]
        {
            line = nil
        } else if line?.count ?? 0 > FromLine.longest {
            line = nil
        }
    }
}
