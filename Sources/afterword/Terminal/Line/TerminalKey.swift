/// What somebody pressed, or pasted.
enum TerminalKey: Equatable {
    /// Letters, one as a rule; what was pasted, all of it.
    case text(String)
    case enter
    case left, right, home, end, wordLeft, wordRight
    case backspace, delete, deleteToStart, deleteToEnd, deleteWordBack, deleteWordForward
    /// Puts back what was deleted last.
    case yank
    /// Ctrl-D: the end of input on an empty line, else as `delete`.
    case endOrDelete
    /// Ctrl-C.
    case interrupt
    /// Ctrl-Z.
    case suspend
    /// Ctrl-L.
    case redraw
}

/// Makes keys of the bytes that a terminal sends: UTF-8, the control characters of a shell, and the sequences of ECMA-48
/// as xterm, the Linux console, rxvt and tmux write them, bracketed paste included.
struct KeyDecoder {
    private var pending: [UInt8] = []
    private var pasted: [UInt8]?

    private static let escape: UInt8 = 0x1B
    private static let endOfPaste = Array("\u{1B}[201~".utf8)
    /// No sequence of a key is longer; what is, is none.
    private static let longest = 16

    /// The key that this byte completes; nil where it completes none, or one that means nothing here.
    mutating func take(_ byte: UInt8) -> TerminalKey? {
        if pasted != nil { return paste(byte) }
        pending.append(byte)
        guard pending[0] == Self.escape else { return letter() }
        return sequence()
    }

    private mutating func paste(_ byte: UInt8) -> TerminalKey? {
        pasted?.append(byte)
        guard let bytes = pasted, bytes.suffix(Self.endOfPaste.count) == Self.endOfPaste[...] else {
            return nil
        }
        pasted = nil
        return .text(String(decoding: bytes.dropLast(Self.endOfPaste.count), as: UTF8.self))
    }

    /// A letter as soon as all its bytes are there; bytes that are none become U+FFFD, which no field takes.
    private mutating func letter() -> TerminalKey? {
        let first = pending[0]
        if first < 0x80 {
            pending = []
            return Self.control(first)
        }
        let wanted = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        let isWhole =
            pending.count >= wanted || pending.dropFirst().contains { $0 & 0xC0 != 0x80 } || first < 0xC2
        guard isWhole else { return nil }
        defer { pending = [] }
        return .text(String(decoding: pending, as: UTF8.self))
    }

    private static func control(_ byte: UInt8) -> TerminalKey? {
        switch byte {
        case 0x0A, 0x0D: .enter
        case 0x01: .home
        case 0x02: .left
        case 0x03: .interrupt
        // A Ctrl-D that was typed before its line was asked for comes as NUL: the terminal had marked the end of input by it.
        case 0x04, 0x00: .endOrDelete
        case 0x05: .end
        case 0x06: .right
        case 0x08, 0x7F: .backspace
        case 0x0B: .deleteToEnd
        case 0x0C: .redraw
        case 0x15: .deleteToStart
        case 0x17: .deleteWordBack
        case 0x19: .yank
        case 0x1A: .suspend
        case 0x20...0x7E: .text(String(UnicodeScalar(byte)))
        default: nil
        }
    }

    private mutating func sequence() -> TerminalKey? {
        guard pending.count > 1 else { return nil }
        let isParametrised = pending[1] == UInt8(ascii: "[") || pending[1] == UInt8(ascii: "O")
        guard isParametrised else {
            defer { pending = [] }
            return pending[1] < 0x80 ? Self.alternate(pending[1]) : nil
        }
        guard pending.count > 2, let last = pending.last else { return nil }
        // `ESC [ [ A` of the Linux console is a function key.
        let isOver = last >= 0x40 && last <= 0x7E && !(pending.count == 3 && last == UInt8(ascii: "["))
        guard isOver || pending.count > Self.longest else { return nil }
        let body = String(decoding: pending.dropFirst(2), as: UTF8.self)
        pending = []
        if body == "200~" {
            pasted = []
            return nil
        }
        return Self.sequences[body]
    }

    /// With Alt, or with Escape pressed before.
    private static func alternate(_ byte: UInt8) -> TerminalKey? {
        switch byte {
        case UInt8(ascii: "b"), UInt8(ascii: "B"): .wordLeft
        case UInt8(ascii: "f"), UInt8(ascii: "F"): .wordRight
        case UInt8(ascii: "d"), UInt8(ascii: "D"): .deleteWordForward
        case 0x08, 0x7F: .deleteWordBack
        default: nil
        }
    }

    /// Behind `ESC [` or `ESC O`.
    private static let sequences: [String: TerminalKey] = [
        "D": .left, "C": .right, "H": .home, "F": .end, "1~": .home, "7~": .home, "4~": .end, "8~": .end,
        "3~": .delete, "1;5D": .wordLeft, "1;5C": .wordRight, "1;3D": .wordLeft, "1;3C": .wordRight,
        "5D": .wordLeft, "5C": .wordRight, "d": .wordLeft, "c": .wordRight, "3;5~": .deleteWordForward,
    ]
}
