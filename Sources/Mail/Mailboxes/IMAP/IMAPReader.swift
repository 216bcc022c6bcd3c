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
        var rest = bytes[...]
        while !rest.isEmpty {
            if let left = literalLeft {
                rest = takeLiteral(rest, left: left)
            } else {
                guard let remaining = takeText(rest, take) else { return false }
                rest = remaining
            }
        }
        return true
    }

    private mutating func takeLiteral(
        _ bytes: Slice<UnsafeRawBufferPointer>, left: Int
    ) -> Slice<UnsafeRawBufferPointer> {
        let piece = bytes.prefix(left)
        let kept = piece.prefix(max(0, literalLimit - literalKept))
        literal.append(contentsOf: kept)
        literalKept += kept.count
        literalLeft = left - piece.count
        if literalLeft == 0 { endLiteral() }
        return bytes.dropFirst(piece.count)
    }

    private mutating func endLiteral() {
        response.parts.append(.literal(literal))
        literal = []
        literalLeft = nil
    }

    /// Nil where there is too much of it.
    private mutating func takeText(
        _ bytes: Slice<UnsafeRawBufferPointer>, _ take: (IMAPResponse) -> Void
    ) -> Slice<UnsafeRawBufferPointer>? {
        let end = bytes.firstIndex(of: 0x0A)
        let piece = bytes[..<(end ?? bytes.endIndex)]
        textSize += piece.count
        guard textSize <= Self.longestText else { return nil }
        line.append(contentsOf: piece)
        guard let end else { return bytes[bytes.endIndex...] }
        if line.last == 0x0D { line.removeLast() }
        guard endLine(take) else { return nil }
        return bytes[(end + 1)...]
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
