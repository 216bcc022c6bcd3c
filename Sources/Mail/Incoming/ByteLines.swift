/// The lines of a mail, found one after the other: CRLF, LF, and CR alone where there is no LF at all.
struct ByteLines {
    private let bytes: ArraySlice<UInt8>
    private let lineEnd: UInt8
    /// Where the next line begins.
    var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
        lineEnd = bytes.contains(Self.lineFeed) ? Self.lineFeed : Self.carriageReturn
    }

    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D

    /// The next line without its end, or nil when all are read.
    mutating func next() -> ArraySlice<UInt8>? {
        guard position < bytes.endIndex else { return nil }
        let start = position
        var end = start
        while end < bytes.endIndex && bytes[end] != lineEnd { end += 1 }
        position = min(end + 1, bytes.endIndex)
        if lineEnd == Self.lineFeed, end > start, bytes[end - 1] == Self.carriageReturn { end -= 1 }
        return bytes[start..<end]
    }

    /// Whether that line, the last that was read, ended in CRLF.
    func endedInCRLF(_ line: ArraySlice<UInt8>) -> Bool {
        lineEnd == Self.lineFeed && position == line.endIndex + 2
    }

    /// The next line, which stays the next.
    func peek() -> ArraySlice<UInt8>? {
        var copy = self
        return copy.next()
    }
}

extension ArraySlice<UInt8> {
    var isBlank: Bool { allSatisfy { $0 == 0x20 || $0 == 0x09 } }

    var beginsWithSpace: Bool { first == 0x20 || first == 0x09 }

    var trimmed: ArraySlice<UInt8> {
        var part = self
        while let first = part.first, first <= 0x20 { part = part.dropFirst() }
        while let last = part.last, last <= 0x20 { part = part.dropLast() }
        return part
    }
}
