import Glibc

/// One response of the server: text, and literals where they stood between the pieces of text. A literal is
/// its own part from the first byte on, so that nothing in a mail can pass for something that the server said.
struct IMAPResponse: Equatable {
    enum Part: Equatable {
        /// Without line breaks and without the `{123}` of the literal that follows.
        case text([UInt8])
        /// The first bytes of it, where there were more than are kept.
        case literal([UInt8])
    }

    var parts: [Part] = []

    /// The first piece of text.
    var opening: [UInt8] {
        if case .text(let text)? = parts.first { text } else { [] }
    }
}

/// Cuts what comes into responses (RFC 3501 2.2.2 and 4.3), and stays small whatever comes.
struct IMAPReader {
    /// A response whose text is longer than this has no end.
    static let longestText = 8 << 20

    /// How much of the literals of a response is kept; the rest is passed over.
    var literalLimit = Excerpt.longestHeader

    private var response = IMAPResponse()
    private var line: [UInt8] = []
    private var textSize = 0
    private var literal: [UInt8] = []
    private var literalKept = 0
    /// Bytes of the literal that have not come yet; nil between literals.
    private var literalLeft: Int?

    /// Takes what came; false where a response is excessive.
    mutating func read(_ bytes: UnsafeRawBufferPointer, _ take: (IMAPResponse) -> Void) -> Bool {
        var rest = bytes
        while !rest.isEmpty {
            let count =
                if let left = literalLeft { takeLiteral(rest, left: left) } else { takeText(rest, take) }
            guard let count else { return false }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
        return true
    }

    /// How many bytes belong to the literal.
    private mutating func takeLiteral(_ bytes: UnsafeRawBufferPointer, left: Int) -> Int? {
        let count = min(left, bytes.count)
        let kept = min(count, max(0, literalLimit - literalKept))
        literal.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[..<kept]))
        literalKept += kept
        literalLeft = left - count
        if literalLeft == 0 { endLiteral() }
        return count
    }

    private mutating func endLiteral() {
        response.parts.append(.literal(literal))
        literal = []
        literalLeft = nil
    }

    /// How many bytes belong to the line; nil where there are too many.
    private mutating func takeText(_ bytes: UnsafeRawBufferPointer, _ take: (IMAPResponse) -> Void) -> Int? {
        let end = bytes.offset(of: 0x0A)
        let count = end ?? bytes.count
        textSize += count
        guard textSize <= Self.longestText else { return nil }
        line.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
        guard end != nil else { return count }
        if line.last == 0x0D { line.removeLast() }
        return endLine(take) ? count + 1 : nil
    }

    /// False where a literal is announced that has no end.
    private mutating func endLine(_ take: (IMAPResponse) -> Void) -> Bool {
        let announced = mayHoldLiteral ? Self.announcement(at: line) : nil
        response.parts.append(.text(announced.map { Array(line[..<$0.start]) } ?? line))
        line = []
        guard let announced else {
            take(response)
            (response, textSize, literalKept) = (IMAPResponse(), 0, 0)
            return true
        }
        guard let size = announced.size, response.parts.count < 10_000 else { return false }
        literalLeft = size
        if size == 0 { endLiteral() }
        return true
    }

    /// Words for people may end in anything.
    private var mayHoldLiteral: Bool {
        guard response.parts.isEmpty, line.first != UInt8(ascii: "+") else { return !response.parts.isEmpty }
        guard let space = line.firstIndex(of: 0x20) else { return true }
        return !IMAPStatus.begins(line[(space + 1)...])
    }

    /// `{123}`, `{123+}` or `~{123}` (RFC 3516) at the end of a line; `size` is nil for more than any mail has.
    private static func announcement(at line: [UInt8]) -> (start: Int, size: Int?)? {
        guard line.last == UInt8(ascii: "}"), let open = line.lastIndex(of: UInt8(ascii: "{")) else {
            return nil
        }
        var digits = line[(open + 1)..<(line.count - 1)]
        if digits.last == UInt8(ascii: "+") { digits.removeLast() }
        guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let size = digits.count <= 10 ? digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
        let start = open > 0 && line[open - 1] == UInt8(ascii: "~") ? open - 1 : open
        return (start, size)
    }
}

extension UnsafeRawBufferPointer {
    /// Where a byte stands for the first time.
    fileprivate func offset(of byte: UInt8) -> Int? {
        guard let start = baseAddress, let found = memchr(start, Int32(byte), count) else { return nil }
        return UnsafeRawPointer(found) - start
    }
}
