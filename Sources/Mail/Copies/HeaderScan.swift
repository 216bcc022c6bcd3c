import Foundation

/// The Message-IDs of the mails in a file, line by line.
struct HeaderScan {
    /// Without angle brackets; all others are passed over.
    let wanted: Set<String>
    /// How many mails began.
    private(set) var mails = 0
    /// How many of them bear each wanted one.
    private(set) var counts: [String: Int] = [:]

    /// No Message-ID of use is longer; RFC 5322 2.1.1 gives a line 998 bytes.
    private static let longest = 998
    /// A header that goes on longer is no header that anybody wrote: the rest of it is passed over.
    private static let longestHeader = 1 << 20

    private var isMailbox = false
    private var isInHeader = true
    private var isAfterEmptyLine = true
    private var bytesOfHeader = 0
    /// The value of the first Message-ID of this header, folded lines included.
    private var value: [UInt8]?
    private var isCollecting = false

    /// Whether more lines can bring anything: a single mail is over with its header.
    var goesOn: Bool { isMailbox || isInHeader }

    /// Takes a line without its LF; of a long one the beginning is enough.
    mutating func take(_ line: UnsafeRawBufferPointer) {
        let line = line.last == 13 ? UnsafeRawBufferPointer(rebasing: line.dropLast()) : line
        if mails == 0 {
            mails = 1
            isMailbox = line.starts(with: Self.separator)
            if isMailbox { return }
        }
        if isMailbox, isAfterEmptyLine, line.starts(with: Self.separator) {
            finish()
            (mails, isInHeader, isAfterEmptyLine, bytesOfHeader) = (mails + 1, true, false, 0)
            return
        }
        isAfterEmptyLine = line.isEmpty
        guard isInHeader else { return }
        bytesOfHeader += line.count
        if line.isEmpty || bytesOfHeader > Self.longestHeader { finish() } else { field(line) }
    }

    /// Ends the header of a mail.
    mutating func finish() {
        isInHeader = false
        isCollecting = false
        if let value, let id = Self.id(in: value), wanted.contains(id) { counts[id, default: 0] += 1 }
        value = nil
    }

    init(wanted: Set<String>) {
        self.wanted = wanted
    }

    private static let separator = Array("From ".utf8)
    private static let name = Array("message-id:".utf8)

    private mutating func field(_ line: UnsafeRawBufferPointer) {
        if line.first == 32 || line.first == 9 {
            guard isCollecting, let known = value, known.count < Self.longest else { return }
            value = known + line.prefix(Self.longest)
        } else {
            isCollecting =
                value == nil && line.count >= Self.name.count
                && zip(line, Self.name).allSatisfy { $0 | 0x20 == $1 | 0x20 }
            if isCollecting { value = Array(line.dropFirst(Self.name.count).prefix(Self.longest)) }
        }
    }

    /// What stands between angle brackets.
    private static func id(in value: [UInt8]) -> String? {
        guard let start = value.firstIndex(of: UInt8(ascii: "<")),
            let end = value[start...].firstIndex(of: UInt8(ascii: ">"))
        else { return nil }
        return String(decoding: value[(start + 1)..<end], as: UTF8.self)
    }
}

/// A file taken apart into lines, a piece at a time.
struct LineScan {
    /// Of a longer line only the beginning is kept.
    static let longest = 4096

    private var buffer = [UInt8](repeating: 0, count: 1 << 16)
    private var begun: [UInt8] = []

    /// Reads one piece and gives its lines away.
    ///
    /// - Returns: false at the end of the file, with `errno` 0, or where it can't be read.
    mutating func read(_ descriptor: CInt, into take: (UnsafeRawBufferPointer) -> Void) -> Bool {
        var count = 0
        repeat {
            errno = 0
            count = Foundation.read(descriptor, &buffer, buffer.count)
        } while count < 0 && errno == EINTR
        guard count > 0 else { return false }
        buffer.withUnsafeBytes { bytes in
            var rest = UnsafeRawBufferPointer(rebasing: bytes.prefix(count))
            while let base = rest.baseAddress, let found = memchr(base, 10, rest.count) {
                let length = UnsafeRawPointer(found) - base
                let line = UnsafeRawBufferPointer(rebasing: rest.prefix(length))
                if begun.isEmpty {
                    take(line)
                } else {
                    begin(line)
                    finish(take)
                }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(length + 1))
            }
            begin(rest)
        }
        return true
    }

    /// Gives a last line away that nothing ends.
    mutating func finish(_ take: (UnsafeRawBufferPointer) -> Void) {
        guard !begun.isEmpty else { return }
        begun.withUnsafeBytes(take)
        begun.removeAll(keepingCapacity: true)
    }

    private mutating func begin(_ piece: UnsafeRawBufferPointer) {
        begun.append(contentsOf: piece.prefix(max(0, Self.longest - begun.count)))
    }
}
